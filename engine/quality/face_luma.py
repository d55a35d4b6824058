"""The brightness of a face's square, as the photo has it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from engine.alignment.crop import tight_square
from engine.types import Face, Floats, Pixels

LARGEST_PART = 512  # px; more of the photo's own grid is not looked at for noise, JPEG, screen and comb
SMALLEST_PART = 64  # px; a smaller face is looked at with its surroundings


@dataclass(frozen=True)
class FaceLuma:
    """Luma in 8-bit steps, float32.

    `face` `(h, w)`: the tight square, as far as the photo reaches. `side`: of the whole square, px. `part` `(h, w)`:
    the middle of it on the photo's own grid, with surroundings if the face is small. `part_left`, `part_top`: where
    `part` begins in the photo.
    """

    face: Floats
    side: float
    part: Floats
    part_left: int
    part_top: int


def face_luma(pixels: Pixels, face: Face) -> FaceLuma:
    """The luma of a face. Args: pixels: `(H, W, 3)` RGB, uint8 or uint16."""
    square = tight_square(face)
    (x, y), half = square.centre, square.width / 2
    half_part = min(max(half, SMALLEST_PART / 2), LARGEST_PART / 2)
    columns, rows = _span(x, half_part, pixels.shape[1]), _span(y, half_part, pixels.shape[0])
    return FaceLuma(
        face=_luma(pixels, _span(x, half, pixels.shape[1]), _span(y, half, pixels.shape[0])),
        side=square.width,
        part=_luma(pixels, columns, rows),
        part_left=columns.start,
        part_top=rows.start,
    )


def _span(centre: float, half: float, length: int) -> slice:
    """Pixels within `half` of `centre`, at least one, inside the photo."""
    start = min(max(0, math.floor(centre - half + 0.5)), length - 1)
    return slice(start, max(start + 1, min(length, math.floor(centre + half + 0.5))))


def _luma(pixels: Pixels, columns: slice, rows: slice) -> Floats:
    """BT.601 luma in 8-bit steps."""
    part = np.ascontiguousarray(pixels[rows, columns])
    luma = cv2.cvtColor(part, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return luma if pixels.dtype == np.uint8 else luma * np.float32(255 / np.iinfo(pixels.dtype).max)
