"""Thumbnails of photos, read when their rows are looked at."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from fsr_desktop.widgets.lazy_pictures import LazyPictures, device_ratio


class Thumbnails(QObject):
    """The thumbnails of photo files, at most `side` wide and high.

    Signals: `ready` with the path (as str) when one is there or cannot be made.
    """

    ready = Signal(str)

    def __init__(self, side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._pictures = LazyPictures(self)
        self._pictures.ready.connect(lambda key: self.ready.emit(str(key)))

    def get(self, path: Path) -> QPixmap | None:
        """The thumbnail, or None while it is read, or if it cannot be."""
        side = round(self._side * device_ratio())
        return self._pictures.get(str(path), lambda: _read(path, side))

    def forget(self, path: Path) -> None:
        """Read it anew when it is asked for again."""
        self._pictures.forget(str(path))


def _read(path: Path, side: int) -> NDArray[np.uint8]:
    from engine.photo_io.thumbnail import read_thumbnail  # loads Pillow, which the start need not wait for

    return read_thumbnail(path, side)
