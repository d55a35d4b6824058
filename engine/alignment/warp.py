"""Taking pixels from anywhere: mirrored beyond the photo, antialiased where they shrink.

Upright resizing is Pillow's bicubic, whose kernel has a = -0.5 as in the papers. For turned squares the same kernel is
written out here: Pillow's has a = -1 there, OpenCV's -0.75 and places rounded to 1/32 px, and both bend slopes.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.alignment.resample import resized_planes
from engine.alignment.similarity import Matrix, compose, invert, resized
from engine.types import Floats, Pixels

ANTIALIASED_FROM = 1.1  # source px per px; below it nothing visible is aliased, and none of the detail is lost
STRIP_ROWS = 128  # rows sampled at a time, to spare memory
OVERSAMPLING = 2  # samples per px and axis of a reduced image; a second resampling at 1 would soften it


def mirrored_region(pixels: Pixels, *, left: int, top: int, right: int, bottom: int) -> Floats:
    """A region of a photo `(H, W, 3)`, mirrored at the photo's edges as often as it reaches over them.

    Returns: `(bottom - top, right - left, 3)` float32 in [0, 1].
    """
    rows = _mirrored(np.arange(top, bottom), pixels.shape[0])
    columns = _mirrored(np.arange(left, right), pixels.shape[1])
    region = pixels[rows[:, None], columns[None, :]]
    return region.astype(np.float32) / np.float32(np.iinfo(pixels.dtype).max)


def warped(image: Floats, *, source_from_destination: Matrix, width: int, height: int) -> Floats:
    """The image moved by a similarity transform: bicubic, and antialiased (Lanczos-3) where it becomes smaller.

    Args: image: `(h, w, 3)`; source_from_destination: `(2, 3)` px -> px, pixel centres at integers.
    Returns: `(height, width, 3)` float32; the image's edge goes on beyond it.
    """
    ratio = math.sqrt(abs(np.linalg.det(source_from_destination[:, :2])))  # px of the source per px of the result
    if ratio < ANTIALIASED_FROM:
        return _sampled(image, source_from_destination, width=width, height=height)
    source, source_from_original = _shrunk(image, ratio / OVERSAMPLING)
    fine_from_destination = resized(horizontal=OVERSAMPLING, vertical=OVERSAMPLING)
    matrix = compose(source_from_original, compose(source_from_destination, invert(fine_from_destination)))
    fine = _sampled(source, matrix, width=OVERSAMPLING * width, height=OVERSAMPLING * height)
    return resized_planes(fine, (height, width), Image.Resampling.LANCZOS)


def resized_box(
    image: Floats, *, left: float, top: float, right: float, bottom: float, width: int, height: int
) -> Floats:
    """A sub-pixel box (edges of pixels) of the image `(h, w, 3)` at another size, antialiased bicubic.

    Returns: `(height, width, 3)` float32; overshoots of the kernel are kept.
    """
    return resized_planes(image, (height, width), Image.Resampling.BICUBIC, (left, top, right, bottom))


def _sampled(image: Floats, source_from_destination: Matrix, *, width: int, height: int) -> Floats:
    """Bicubic samples `(height, width, 3)` without antialiasing; the image's edge goes on beyond it."""
    starts = range(0, height, STRIP_ROWS)
    strips = [np.arange(start, min(start + STRIP_ROWS, height)) for start in starts]
    empty = np.empty((0, width, image.shape[2]), np.float32)
    return np.concatenate([empty, *(_sampled_rows(image, source_from_destination, rows, width) for rows in strips)])


def _sampled_rows(image: Floats, source_from_destination: Matrix, rows: NDArray[np.int_], width: int) -> Floats:
    """Bicubic samples `(R, width, 3)` of some rows of the destination: 16 pixels each, weighted and added."""
    columns, rows = np.arange(width), rows[:, None]
    across, down = (row[0] * columns + row[1] * rows + row[2] for row in source_from_destination)
    column, row = np.floor(across).astype(np.intp), np.floor(down).astype(np.intp)
    column_weights, row_weights = _cubic_weights(across - column), _cubic_weights(down - row)
    flat = image.reshape(-1, image.shape[2])
    total = np.zeros((*column.shape, image.shape[2]), np.float32)
    for row_step, row_weight in enumerate(row_weights, start=-1):
        first = np.clip(row + row_step, 0, image.shape[0] - 1) * image.shape[1]
        for column_step, column_weight in enumerate(column_weights, start=-1):
            pixel = first + np.clip(column + column_step, 0, image.shape[1] - 1)
            total += (row_weight * column_weight)[..., None] * flat.take(pixel, axis=0)
    return total


def _cubic_weights(fraction: NDArray[np.float64]) -> tuple[Floats, Floats, Floats, Floats]:
    """Weights of the four pixels from one before to two after; `fraction` in [0, 1) is the way past the second.

    Source: Keys 1981, "Cubic Convolution Interpolation", the kernel with a = -0.5; it keeps a slope a slope.
    """
    f: Floats = fraction.astype(np.float32)
    before = np.asarray(((1 - f / 2) * f - 0.5) * f, np.float32)
    here = np.asarray((1.5 * f - 2.5) * f**2 + 1, np.float32)
    after = np.asarray(((2 - 1.5 * f) * f + 0.5) * f, np.float32)
    return before, here, after, np.asarray(1 - before - here - after, np.float32)


def _shrunk(image: Floats, ratio: float) -> tuple[Floats, Matrix]:
    """The image reduced by `ratio` if that is above 1, and the transform `(2, 3)` to it."""
    height, width = image.shape[:2]
    small_width, small_height = (max(1, round(side / max(ratio, 1.0))) for side in (width, height))
    transform = resized(horizontal=small_width / width, vertical=small_height / height)
    if (small_width, small_height) == (width, height):
        return image, transform
    return resized_planes(image, (small_height, small_width), Image.Resampling.BICUBIC), transform


def _mirrored(index: NDArray[np.int_], length: int) -> NDArray[np.int_]:
    """Indices folded into 0 .. length - 1; the edge pixel is repeated, as in the training squares."""
    folded = index % (2 * length)
    return np.where(folded < length, folded, 2 * length - 1 - folded)
