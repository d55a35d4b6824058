"""Small photos of noise, the same in every run."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

HEIGHT, WIDTH = 16, 24
MakeNoise = Callable[..., NDArray[np.uint8] | NDArray[np.uint16]]


@pytest.fixture
def noise() -> MakeNoise:
    """`noise(channels, bits)`: `(H, W, channels)` of noise, or `(H, W)` for one channel."""
    random = np.random.default_rng(20240501)

    def make(channels: int = 3, bits: int = 8) -> NDArray[np.uint8] | NDArray[np.uint16]:
        shape = (HEIGHT, WIDTH) if channels == 1 else (HEIGHT, WIDTH, channels)
        drawn = random.integers(0, 2**bits, shape)
        return drawn.astype(np.uint8) if bits == 8 else drawn.astype(np.uint16)

    return make


@pytest.fixture
def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.fixture
def camera_exif() -> bytes:
    """An EXIF block with orientation 6, a maker note, GPS and the camera's name."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera Works"
    exif.get_ifd(0x8769)[0x927C] = b"maker note \x00\x01\x02"
    exif.get_ifd(0x8769)[0x829A] = 0.01
    exif.get_ifd(0x8825)[1] = "N"
    return exif.tobytes().removeprefix(b"Exif\0\0")
