"""Small pictures read in the background: only those that are looked at, the latest first, and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from engine.errors import EngineError

KEPT = 600
MOST_WISHES = 80  # more than that are rows that were scrolled past
ReadPicture = Callable[[], NDArray[np.uint8]]


class LazyPictures(QObject):
    """Gives pictures without reading on the window's thread. One is read at a time.

    Signals: `ready` with the key, when its picture is there or cannot be read.
    """

    ready = Signal(object)
    _arrived = Signal(object, object)

    def __init__(self, parent: QObject | None = None, *, kept: int = KEPT) -> None:
        super().__init__(parent)
        self._most_kept = kept
        self._kept: OrderedDict[Hashable, QPixmap | None] = OrderedDict()
        self._wishes: OrderedDict[Hashable, ReadPicture] = OrderedDict()
        self._reading: Hashable = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._arrived.connect(self._take)

    def get(self, key: Hashable, read: ReadPicture) -> QPixmap | None:
        """The picture, or None: then `read`, which gives `(h, w, 3)` RGB uint8, is called on another thread, once."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key != self._reading:
            self._wishes[key] = read
            self._wishes.move_to_end(key)
            while len(self._wishes) > MOST_WISHES:
                self._wishes.popitem(last=False)
            self._read_next()
        return None

    def is_known(self, key: Hashable) -> bool:
        """Whether nothing more will come for a key: its picture is kept, or cannot be read."""
        return key in self._kept

    def forget(self, key: Hashable) -> None:
        """Read it anew when it is asked for again."""
        self._kept.pop(key, None)
        self._wishes.pop(key, None)

    def _read_next(self) -> None:
        if self._reading is None and self._wishes:
            key, read = self._wishes.popitem(last=True)
            self._reading = key
            self._pool.start(_Read(key, read, self))

    def _take(self, key: Hashable, image: QImage | None) -> None:
        self._reading = None
        pixmap = None
        if image is not None:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(device_ratio())
        self._kept[key] = pixmap
        while len(self._kept) > self._most_kept:
            self._kept.popitem(last=False)
        self.ready.emit(key)
        self._read_next()


def device_ratio() -> float:
    """Pixels of the sharpest screen per unit of the window."""
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


class _Read(QRunnable):
    def __init__(self, key: Hashable, read: ReadPicture, pictures: LazyPictures) -> None:
        super().__init__()
        self._key, self._read, self._pictures = key, read, pictures

    def run(self) -> None:
        image: QImage | None = None
        with suppress(EngineError, OSError, ValueError, MemoryError):
            pixels = np.ascontiguousarray(self._read())
            height, width = pixels.shape[:2]
            image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._pictures._arrived.emit(self._key, image)
