"""Taking pixels from anywhere: mirrored beyond the photo, antialiased where they shrink.

Pillow does the sampling: its bicubic kernel has a = -0.5, as in the papers, and its coordinates are exact (OpenCV
rounds them to 1/32 px).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.alignment.similarity import Matrix, compose, invert, resized
from engine.types import Floats, Pixels

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
    Returns: `(height, width, 3)` float32; 0 beyond the image.
    """
    ratio = math.sqrt(abs(np.linalg.det(source_from_destination[:, :2])))  # px of the source per px of the result
    if ratio <= 1:
        return _sampled(image, source_from_destination, width=width, height=height)
    source, source_from_original = _shrunk(image, ratio / OVERSAMPLING)
    fine_from_destination = resized(horizontal=OVERSAMPLING, vertical=OVERSAMPLING)
    matrix = compose(source_from_original, compose(source_from_destination, invert(fine_from_destination)))
    fine = _sampled(source, matrix, width=OVERSAMPLING * width, height=OVERSAMPLING * height)
    return _resampled(fine, _whole(fine), width=width, height=height, kernel=Image.Resampling.LANCZOS)


def resized_box(
    image: Floats, *, left: float, top: float, right: float, bottom: float, width: int, height: int
) -> Floats:
    """A sub-pixel box (edges of pixels) of the image `(h, w, 3)` at another size, antialiased bicubic.

    Returns: `(height, width, 3)` float32; overshoots of the kernel are kept.
    """
    return _resampled(image, (left, top, right, bottom), width=width, height=height)


def _sampled(image: Floats, source_from_destination: Matrix, *, width: int, height: int) -> Floats:
    """Bicubic samples `(height, width, 3)`, without antialiasing."""
    linear, shift = source_from_destination[:, :2], source_from_destination[:, 2]
    edges = np.column_stack([linear, shift + 0.5 - linear @ np.array([0.5, 0.5])])  # Pillow counts from edges
    return np.stack(
        [
            Image.fromarray(plane).transform(
                (width, height), Image.Transform.AFFINE, edges.ravel().tolist(), Image.Resampling.BICUBIC
            )
            for plane in _planes(image)
        ],
        axis=-1,
    )


def _resampled(
    image: Floats,
    box: tuple[float, float, float, float],
    *,
    width: int,
    height: int,
    kernel: Image.Resampling = Image.Resampling.BICUBIC,
) -> Floats:
    return np.stack(
        [Image.fromarray(plane).resize((width, height), kernel, box=box) for plane in _planes(image)],
        axis=-1,
    )


def _whole(image: Floats) -> tuple[float, float, float, float]:
    return 0, 0, image.shape[1], image.shape[0]


def _shrunk(image: Floats, ratio: float) -> tuple[Floats, Matrix]:
    """The image reduced by `ratio` if that is above 1, and the transform `(2, 3)` to it."""
    height, width = image.shape[:2]
    small_width, small_height = (max(1, round(side / max(ratio, 1.0))) for side in (width, height))
    transform = resized(horizontal=small_width / width, vertical=small_height / height)
    if (small_width, small_height) == (width, height):
        return image, transform
    return _resampled(image, _whole(image), width=small_width, height=small_height), transform


def _planes(image: Floats) -> list[Floats]:
    return [np.ascontiguousarray(image[..., channel], dtype=np.float32) for channel in range(image.shape[2])]


def _mirrored(index: NDArray[np.int_], length: int) -> NDArray[np.int_]:
    """Indices folded into 0 .. length - 1; the edge pixel is repeated, as in the training squares."""
    folded = index % (2 * length)
    return np.where(folded < length, folded, 2 * length - 1 - folded)
