"""A restored face's patch at the photo's own size, from the patch at the scale at which it is kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.types import Floats


@dataclass(frozen=True, eq=False)
class ScreenPatch:
    """`pixels` `(h, w, 3)` uint8 sRGB and `mask` `(h, w)` in [0, 1], at `left`, `top` px of the photo's picture."""

    left: int
    top: int
    pixels: NDArray[np.uint8]
    mask: Floats


def reduced_patch(pixels: NDArray[np.uint8], mask: Floats, *, left: int, top: int, scale: int) -> ScreenPatch:
    """The patch over a photo enlarged `scale` times, as one over the photo: means over `scale` x `scale` px.

    Pixels count as much as the mask shows of them, so that what is blended is the mean of what would be.
    """
    if scale == 1:
        return ScreenPatch(left, top, pixels, mask)
    before = (top % scale, left % scale)
    weight = _means(mask[..., None].astype(np.float32), scale, before)
    masked = _means(mask[..., None] * pixels.astype(np.float32), scale, before)
    colour = masked / np.maximum(weight, 1e-6)
    return ScreenPatch(left // scale, top // scale, np.clip(np.rint(colour), 0, 255).astype(np.uint8), weight[..., 0])


def _means(values: Floats, scale: int, before: tuple[int, int]) -> Floats:
    """Means over squares of a grid that begins `before` (rows, columns) earlier; nothing lies outside."""
    padding = [(first, -(first + length) % scale) for first, length in zip(before, values.shape[:2], strict=True)]
    padded = np.pad(values, (*padding, (0, 0)))
    height, width, channels = padded.shape
    return padded.reshape(height // scale, scale, width // scale, scale, channels).mean(axis=(1, 3), dtype=np.float32)
