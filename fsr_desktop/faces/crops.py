"""Small pictures of faces, cut out of their photo's picture when they are looked at."""

from __future__ import annotations

import math
from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from engine.pipeline.picture_file import PictureFile
from engine.types import Box, Floats
from fsr_desktop.look.image_of import image_of
from fsr_desktop.widgets.lazy_pictures import LazyPictures, device_ratio

MARGIN = 0.3  # of the box's larger side, around it


class FaceCrops(QObject):
    """Square pictures of faces, `side` wide. Signals: `ready` when another one is there."""

    ready = Signal()

    def __init__(self, side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._pictures = LazyPictures(self)
        self._pictures.ready.connect(lambda _key: self.ready.emit())

    def get(self, picture: PictureFile, box: Box) -> QPixmap | None:
        """The face, or None while it is read."""
        side = round(self._side * device_ratio())
        key: Hashable = (picture.folder, box)
        return self._pictures.get(key, lambda: face_crop(picture, box, side))

    def get_restored(self, key: str, restored: Floats) -> QPixmap | None:
        """A restored face `(S, S, 3)` in [0, 1], or None while it is made; `key` is another one for another face."""
        side = round(self._side * device_ratio())
        return self._pictures.get(("restored", key), lambda: _resized(np.rint(restored * 255).astype(np.uint8), side))


def face_crop(picture: PictureFile, box: Box, side: int) -> NDArray[np.uint8]:
    """The square around a box, with its margin, `(side, side, 3)`; what lies beyond the photo repeats its edge.

    Raises: EngineError, OSError or ValueError if the picture cannot be read.
    """
    from engine.pipeline.picture_file import read_level

    wanted = max(1.0, (1 + 2 * MARGIN) * max(box.width, box.height))
    level = min(picture.levels - 1, max(0, math.floor(math.log2(wanted / side))))
    pixels, reduction = read_level(picture, level), 2**level
    horizontal, vertical = (centre / reduction for centre in box.centre)
    square = max(2, round(wanted / reduction))
    left, top = round(horizontal - square / 2), round(vertical - square / 2)
    rows = np.clip(np.arange(top, top + square), 0, pixels.shape[0] - 1)
    columns = np.clip(np.arange(left, left + square), 0, pixels.shape[1] - 1)
    part = np.ascontiguousarray(pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
    return _resized(part[rows - rows[0]][:, columns - columns[0]], side)


def _resized(pixels: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    ratio, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = image_of(pixels).scaled(side, side, ratio, smooth).convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(small.constBits(), np.uint8).reshape(side, small.bytesPerLine())
    return lines[:, : 3 * side].reshape(side, side, 3).copy()
