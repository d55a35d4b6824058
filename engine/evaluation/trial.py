"""What one kind of crop is scored on: the truth, and the low-resolution faces made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.alignment.resample import resize_bicubic
from engine.context import JobContext
from engine.datasets.open_faces import FaceSet, is_portrait_folder, open_faces
from engine.datasets.portraits import Portrait, aligned_faces, tight_faces
from engine.degradation.blind_set import blind_lows
from engine.errors import DataError
from engine.evaluation.tone import Kind, kinds_of
from engine.models.base import CropKind

Image = NDArray[np.float32]  # (H, W, 3) RGB in [0, 1]
Images = NDArray[np.float32]  # (N, H, W, 3) RGB in [0, 1]
SMALLEST_SCORE = 16  # px; SSIM's window has 11
SMALLEST_LOW = 4  # px
FFHQ_SCORE = 256  # px; few portraits hold more real detail
# px of the aligned quad in its photo for each px of the truth: 180 for a tight square of 128, which is 0.7 of the quad
_DETAIL_SHARE: dict[CropKind, float] = {"tight": 180 / 128, "ffhq": 1.0}
_MIN_INSIDE: dict[CropKind, float] = {"tight": 0.0, "ffhq": 0.4}


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A kind of crop, the side of the models' results, and the side they are scored at, in px."""

    crop: CropKind
    output_size: int
    score_size: int


@dataclass(frozen=True, kw_only=True)
class Degradation:
    """How low-resolution faces are made: reduced `scale` times by bicubic, or blind (`scale` None) with a seed."""

    scale: int | None
    seed: int


@dataclass(frozen=True)
class LeftOut:
    """A photo or a face that is not scored, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, kw_only=True)
class Trial:
    """The faces of one layout: `truth` `(N, S, S, 3)`, S the score size; `lows` N faces `(h, w, 3)`."""

    layout: Layout
    portraits: tuple[Portrait, ...]
    kinds: tuple[tuple[Kind, Kind], ...]
    truth: Images
    lows: tuple[Image, ...]


def layout_of(crop: CropKind, output_size: int, score_size: int | None) -> Layout:
    """The layout of a model's card. Raises: DataError for a score size that cannot be scored."""
    default = output_size if crop == "tight" else min(FFHQ_SCORE, output_size)
    size = default if score_size is None else score_size
    if not SMALLEST_SCORE <= size <= output_size:
        raise DataError(
            "Faces cannot be scored at {size} px: expected {smallest} to {largest} px, the results' size.",
            hint="Give another --score-size, or leave it out.",
            size=size,
            smallest=SMALLEST_SCORE,
            largest=output_size,
        )
    return Layout(crop=crop, output_size=output_size, score_size=size)


def check_scale(scale: int, layout: Layout) -> None:
    """Raises: DataError if `scale` does not make whole and usable low-resolution faces."""
    if scale < 2:
        raise DataError("Expected a scale of 2 or more, got {scale}.", hint="The papers use 4, 8 and 16.", scale=scale)
    low, rest = divmod(layout.output_size, scale)
    if rest or low < SMALLEST_LOW:
        raise DataError(
            "A scale of {scale} does not divide {size} px into faces of at least {smallest} px.",
            hint="Use 2, 4, 8 or 16.",
            scale=scale,
            size=layout.output_size,
            smallest=SMALLEST_LOW,
        )
    if low > layout.score_size:
        raise DataError(
            "At scale {scale} the input has {low} px, more than the {size} px that are scored.",
            hint="Give a larger scale or a larger --score-size.",
            scale=scale,
            low=low,
            size=layout.score_size,
        )


def read_faces(folder: Path, context: JobContext) -> FaceSet:
    """All faces to score on: the split `val` of a portrait folder, or every face of a folder of photos.

    Their pixels are not held: a face is cut when its turn comes.
    Raises: DataError if the folder is absent or has no face.
    """
    return open_faces(folder, split="val" if is_portrait_folder(folder) else "all", context=context, held=False)


def usable_faces(
    portraits: Sequence[Portrait], layout: Layout, *, limit: int | None
) -> tuple[list[Portrait], list[LeftOut]]:
    """The faces with enough real detail for a truth of the score size, at most `limit` of them evenly chosen.

    Returns: them, and those with too little detail or too much beyond their photo's edge.
    Raises: DataError if none is left.
    """
    detail, inside = layout.score_size * _DETAIL_SHARE[layout.crop], _MIN_INSIDE[layout.crop]
    left_out: list[LeftOut] = []
    usable: list[Portrait] = []
    for portrait in portraits:
        if portrait.native_quad < detail:
            found = f"{portrait.native_quad:.0f} px of real detail, {detail:.0f} needed"
            left_out.append(LeftOut(portrait.path, f"face {portrait.name}: {found}"))
        elif portrait.inside < inside:
            found = f"{portrait.inside:.0%} of the face is inside the photo, {inside:.0%} needed"
            left_out.append(LeftOut(portrait.path, f"face {portrait.name}: {found}"))
        else:
            usable.append(portrait)
    if not usable:
        raise DataError(
            "None of the {count} faces can be a truth of {size} px ({crop}). First: {reason}.",
            hint="Give photos with larger faces, or a smaller --score-size.",
            count=len(portraits),
            size=layout.score_size,
            crop=layout.crop,
            reason=left_out[0].reason if left_out else "there is no face",
        )
    if limit is not None and limit < len(usable):
        usable = [usable[i] for i in np.linspace(0, len(usable) - 1, limit).round().astype(int)]
    return usable, left_out


def make_trial(portraits: Sequence[Portrait], layout: Layout, degradation: Degradation, *, first: int = 0) -> Trial:
    """Cut the truth and make the low-resolution faces. Args: first: number of the first face; seeds go by numbers."""
    cut = tight_faces if layout.crop == "tight" else aligned_faces
    truth = cut(portraits, size=layout.score_size)
    if degradation.scale is None:
        lows = blind_lows(truth, seed=degradation.seed, first=first)
    else:
        lows = [bicubic_low(face, layout.output_size // degradation.scale) for face in truth]
    return Trial(
        layout=layout,
        portraits=tuple(portraits),
        kinds=tuple(kinds_of(face, is_grey=p.is_grey) for face, p in zip(truth, portraits, strict=True)),
        truth=truth,
        lows=tuple(lows),
    )


def bicubic_low(face: Image, side: int) -> Image:
    """The papers' low-resolution face `(side, side, 3)`: bicubic, 8-bit steps."""
    return (np.round(resize_bicubic(face, (side, side)) * 255) / 255).astype(np.float32)
