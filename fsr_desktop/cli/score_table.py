"""The scores of a fine-tuned model beside those of the model it was made from."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from engine.models.base import Score


def print_beside(
    before: Sequence[Score], after: Sequence[Score], *, titles: tuple[str, str], error: bool = False
) -> None:
    """A table on standard output, or on standard error: each input size, both models, and what was gained."""
    out = sys.stderr if error else sys.stdout
    base, own = titles
    print(f"Scores on {after[0].faces if after else 0} held-out faces ({base} -> {own}):", file=out)
    for old, new in zip(before, after, strict=True):
        size = f"{new.input_px} px" if new.input_px else "blind"
        print(
            f"  {size:>5}  PSNR {old.psnr_db:.2f} -> {new.psnr_db:.2f} dB ({new.psnr_db - old.psnr_db:+.2f})  "
            f"SSIM {old.ssim:.4f} -> {new.ssim:.4f} ({new.ssim - old.ssim:+.4f})  "
            f"input {new.bicubic_psnr_db:.2f} dB / {new.bicubic_ssim:.4f}{_sharpness(old, new)}",
            file=out,
        )


def _sharpness(old: Score, new: Score) -> str:
    if old.sharpness is None or new.sharpness is None:
        return ""
    return f"  sharpness {old.sharpness:.2f} -> {new.sharpness:.2f}"
