"""What a test sees of a widget."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage, QPixmap


def pixels_of(pixmap: QPixmap) -> np.ndarray:
    """`(h, w, 3)` RGB uint8."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()
