"""Photos in folders, looked for without holding up the window."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from fsr_desktop.session.photo_paths import photos_in


class PhotoFinder(QObject):
    """Opens up folders in the background.

    Signals: `found` the photos (list of `Path`), or where there are none what was asked for, so that it can be said.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def find(self, paths: Sequence[Path]) -> None:
        """Look for the photos in these; `found` follows."""
        self._pool.start(_Find(list(paths), self))


class _Find(QRunnable):
    def __init__(self, paths: list[Path], finder: PhotoFinder) -> None:
        super().__init__()
        self._paths, self._finder = paths, finder

    def run(self) -> None:
        photos: list[Path] = []
        with suppress(OSError):
            photos = photos_in(self._paths)
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._finder.found.emit(photos or self._paths)
