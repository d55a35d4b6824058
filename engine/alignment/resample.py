"""Antialiased bicubic resizing, as the papers make their low-resolution faces (Pillow's, a = -0.5)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def resize_bicubic(image: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    """The image at another size, clipped to [0, 1].

    Args: image: `(H, W, C)` or `(H, W)` in [0, 1]; size: (height, width) px.
    Returns: float32, same number of axes.
    """
    return np.clip(_resize(image, size, Image.Resampling.BICUBIC), 0, 1)


def resize_lanczos(image: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    """As `resize_bicubic` with a Lanczos-3 kernel, for enlarging whole photos."""
    return np.clip(_resize(image, size, Image.Resampling.LANCZOS), 0, 1)


def _resize(
    image: NDArray[np.float32], size: tuple[int, int], kernel: Image.Resampling
) -> NDArray[np.float32]:
    height, width = size
    planes = image[..., None] if image.ndim == 2 else image
    resized = [
        np.asarray(
            Image.fromarray(np.ascontiguousarray(planes[..., c], dtype=np.float32)).resize(
                (width, height), kernel
            )
        )
        for c in range(planes.shape[2])
    ]
    return resized[0] if image.ndim == 2 else np.stack(resized, axis=-1)
