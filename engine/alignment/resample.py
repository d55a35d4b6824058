"""Antialiased bicubic resizing, as the papers make their low-resolution faces (Pillow's, a = -0.5)."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.types import Floats, Pixels

LANCZOS_REACH = 3  # px of the photo


def resize_bicubic(image: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    """The image at another size, clipped to [0, 1].

    Args: image: `(H, W, C)` or `(H, W)` in [0, 1]; size: (height, width) px.
    Returns: float32, same number of axes.
    """
    return np.clip(resized_planes(image, size, Image.Resampling.BICUBIC), 0, 1)


def enlarge(pixels: Pixels, scale: int) -> Pixels:
    """A copy of a photo's pixels, enlarged by a whole factor with a Lanczos-3 kernel.

    Args: pixels: `(H, W, 3)` or `(H, W)`, uint8 or uint16; scale: at least 1. Returns: the same type and axes.
    """
    if scale == 1:
        return pixels.copy()
    return lanczos(pixels, (pixels.shape[0] * scale, pixels.shape[1] * scale))


def lanczos(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """A photo's pixels `(H, W, 3)` or `(H, W)`, uint8 or uint16, at another size (height, width): Lanczos-3,
    antialiased."""
    height, width = size
    if pixels.dtype == np.uint8:
        return np.array(Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS))
    peak = np.iinfo(pixels.dtype).max
    resized = resized_planes(pixels, size, Image.Resampling.LANCZOS)
    return cast(Pixels, np.clip(np.rint(resized), 0, peak).astype(pixels.dtype))


def enlarged_part(pixels: Pixels, scale: int, *, left: int, top: int, right: int, bottom: int) -> Pixels:
    """That part of `enlarge(pixels, scale)`, of which nothing else is made. Args: left, ...: px of the enlarged photo,
    within it."""
    margin = LANCZOS_REACH + 1
    first_x, first_y = max(0, left // scale - margin), max(0, top // scale - margin)
    around = pixels[first_y : -(-bottom // scale) + margin, first_x : -(-right // scale) + margin]
    enlarged = enlarge(cast(Pixels, np.ascontiguousarray(around)), scale)
    rows = slice(top - first_y * scale, bottom - first_y * scale)
    return enlarged[rows, left - first_x * scale : right - first_x * scale]


def resized_planes(
    image: NDArray[np.float32] | Pixels,
    size: tuple[int, int],
    kernel: Image.Resampling,
    box: tuple[float, float, float, float] | None = None,
) -> NDArray[np.float32]:
    """The image at another size, channel by channel in float32; overshoots of the kernel are kept.

    Args: image: `(H, W, C)` or `(H, W)`; size: (height, width) px; box: left, top, right, bottom of the part to take,
    in edges of pixels; the whole image by default. Returns: same number of axes.
    """
    height, width = size
    planes = image[..., None] if image.ndim == 2 else image
    resized = [
        np.asarray(
            Image.fromarray(np.ascontiguousarray(planes[..., c], dtype=np.float32)).resize(
                (width, height), kernel, box=box
            )
        )
        for c in range(planes.shape[2])
    ]
    return resized[0] if image.ndim == 2 else np.stack(resized, axis=-1)


def enlargement_undone(small: int, large: int) -> Floats:
    """The matrix (small, large) that finds the `small` px whose bicubic enlargement to `large` px is nearest.

    Least squares, along one axis: `m @ picture @ m.T` gives back exactly what was enlarged. `small` is the smaller.
    """
    signals = np.eye(small, dtype=np.float32)  # one a row; enlarged along the rows alone
    enlarged = resized_planes(signals, (small, large), Image.Resampling.BICUBIC).T  # (large, small)
    return np.linalg.pinv(enlarged.astype(np.float64)).astype(np.float32)
