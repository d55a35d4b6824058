"""Where a model stands on some faces, in the numbers that it is judged by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Means over faces and sizes of input.

    `psnr_db` of Y; `perceptual`, the distance of EfficientNet-Lite1's features; `landmarks`, their NRMSE in per cent of
    the inter-ocular distance; `sharpness`, the median ratio to the truth's. None where it was not measured.
    """

    psnr_db: float
    sharpness: float
    perceptual: float | None = None
    landmarks: float | None = None
