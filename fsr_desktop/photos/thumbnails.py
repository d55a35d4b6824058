"""Thumbnails of photos, read when their rows are looked at."""

from __future__ import annotations

import contextlib
import functools
import threading
from importlib import import_module
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from engine.confinement import ConfinedWorker, EndedError, ExceededError
from engine.errors import EngineError
from fsr_desktop.widgets.lazy_pictures import LazyPictures, NotNowError, device_ratio

LONGEST_S, MEGABYTES = 30.0, 4000  # for one photo; one of 200 megapixels and 16 bit is read whole


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
    """Read in a child: a file may be made to crash or hold up whatever decodes it. Raises: NotNowError if the child was
    stopped, which need not be the file's fault."""
    try:
        return cast("NDArray[np.uint8]", _reader().call(_read_here, path, side))
    except EndedError as error:
        raise NotNowError from error


def _read_here(path: Path, side: int) -> NDArray[np.uint8]:
    from engine.photo_io.thumbnail import read_thumbnail  # loads Pillow, which the window itself needs for nothing

    return read_thumbnail(path, side)


def prepare_reader() -> None:
    """Start the reader in the background, so that the first thumbnail need not wait for it."""

    def prepare() -> None:
        with contextlib.suppress(ExceededError, EngineError, OSError):  # then the first thumbnail tries again
            _reader().call(_load)

    threading.Thread(target=prepare, name="reader", daemon=True).start()


def _load() -> None:
    import_module("engine.photo_io.thumbnail")


@functools.cache
def _reader() -> ConfinedWorker:
    """One child for all thumbnails of the program; it ends with it."""
    return ConfinedWorker(seconds=LONGEST_S, megabytes=MEGABYTES)
