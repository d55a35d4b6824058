"""Small pictures read in the background: only those that are looked at, the latest first, and kept for a while."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import partial
from time import monotonic

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from engine.errors import EngineError
from fsr_desktop.background import Background
from fsr_desktop.look.image_of import image_of

_log = logging.getLogger(__name__)
KEPT = 600
MOST_TRIES, AGAIN_S = 3, 2.0  # of one that could not be read at the moment, and the least time between them
MOST_WISHES = 80  # more than that are rows that were scrolled past
ReadPicture = Callable[[], NDArray[np.uint8]]


class NotNowError(Exception):
    """A picture cannot be read at the moment; it is tried again when it is next looked at."""


class LazyPictures(QObject):
    """Gives pictures without reading on the window's thread. One is read at a time.

    Signals: `ready` with the key, when its picture is there or cannot be read.
    """

    ready = Signal(object)

    def __init__(self, parent: QObject | None = None, *, kept: int = KEPT) -> None:
        super().__init__(parent)
        self._most_kept = kept
        self._kept: OrderedDict[Hashable, QPixmap | None] = OrderedDict()
        self._wishes: OrderedDict[Hashable, ReadPicture] = OrderedDict()
        self._lost: dict[Hashable, tuple[int, float]] = {}  # could not be read then: how often, and when last
        self._reading: Hashable = None
        self._background = Background(self)

    def get(self, key: Hashable, read: ReadPicture) -> QPixmap | None:
        """The picture, or None: then `read`, which gives `(h, w, 3)` RGB uint8, is called on another thread, once."""
        if key in self._kept and not self._is_due(key):
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
        self._lost.pop(key, None)

    def _read_next(self) -> None:
        if self._reading is None and self._wishes:
            key, read = self._wishes.popitem(last=True)
            self._reading = key
            self._background.run(partial(_read, read), partial(self._take, key))

    def _is_due(self, key: Hashable) -> bool:
        tries, last_s = self._lost.get(key, (MOST_TRIES, 0.0))
        return tries < MOST_TRIES and monotonic() - last_s > AGAIN_S

    def _take(self, key: Hashable, image: QImage | NotNowError | None) -> None:
        self._reading = None
        pixmap = None
        if isinstance(image, NotNowError):
            self._lost[key] = (self._lost.get(key, (0, 0.0))[0] + 1, monotonic())
        else:
            self._lost.pop(key, None)
        if isinstance(image, QImage):
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


def _read(read: ReadPicture) -> QImage | NotNowError | None:
    try:
        return image_of(read())
    except NotNowError as error:
        return error
    except EngineError:
        return None
    except Exception:  # or no other picture would be read any more
        _log.exception("A small picture cannot be read")
        return None
