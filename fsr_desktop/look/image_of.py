"""Arrays as pictures for Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """The picture `(h, w, 3)` RGB with memory of its own."""
    return _image(pixels, 255, QImage.Format.Format_RGB32)


def image_with_alpha(pixels: NDArray[np.uint8]) -> QImage:
    """The picture `(h, w, 4)` RGB and alpha, whose colours are black already where it is transparent."""
    return _image(pixels[..., :3], pixels[..., 3], QImage.Format.Format_ARGB32_Premultiplied)


def _image(colours: NDArray[np.uint8], alpha: NDArray[np.uint8] | int, kind: QImage.Format) -> QImage:
    height, width = colours.shape[:2]
    image = QImage(width, height, kind)
    target = np.frombuffer(image.bits(), np.uint8).reshape(height, image.bytesPerLine() // 4, 4)[:, :width]
    target[..., :3] = colours[..., ::-1]
    target[..., 3] = alpha
    return image
