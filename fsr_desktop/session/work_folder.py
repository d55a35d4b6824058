"""The folder with the pictures and results of one window, and those that crashed windows left behind."""

from __future__ import annotations

import os
import shutil
import threading
import uuid
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from engine.files import make_own_folder
from fsr_desktop.background import Background
from fsr_desktop.session.window_lock import WindowLock

PREFIX, LOCK_SUFFIX = "window-", ".lock"


class WorkFolder(QObject):
    """A place in `cache` for this window alone. The engine makes the folder when it needs it; `close` removes it.

    A lock beside each folder, taken before the folder is there, tells the window that owns it: a folder whose lock
    nobody holds was left over by a crash.
    """

    def __init__(self, cache: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self.path = cache / f"{PREFIX}{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._lock = _taken(self.path)
        self._is_closing = threading.Event()
        self._background = Background(self)

    def remove_left_over(self) -> None:
        """Remove, in the background, the folders of windows that are gone."""
        self._background.run(partial(_remove_left_over, self._cache, self._is_closing))

    def close(self) -> None:
        """Remove the folder, and wait for the background's end."""
        self._is_closing.set()
        self._background.finish()
        shutil.rmtree(self.path, ignore_errors=True)
        if self._lock:
            self._lock.release()
            self._lock = None


def _remove_left_over(cache: Path, is_closing: threading.Event) -> None:
    with suppress(OSError):
        names = {path.name.removesuffix(LOCK_SUFFIX) for path in cache.glob(f"{PREFIX}*")}
        for name in sorted(names):
            if is_closing.is_set():
                return
            _remove(cache / name)


def _remove(folder: Path) -> None:
    """Remove the folder of a window that is gone; one that runs holds the lock."""
    lock = _taken(folder)
    if lock is not None:
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()  # removes the lock's file


def _taken(folder: Path) -> WindowLock | None:
    """The lock of a window's folder, taken; None if a running window holds it, or the place cannot be written."""
    with suppress(OSError):
        make_own_folder(folder.parent)
    lock = WindowLock(Path(f"{folder}{LOCK_SUFFIX}"))
    return lock if lock.is_held else None
