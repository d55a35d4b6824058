"""A lock that is a file: held by a window while it runs, free when it has ended, however it ended.

The system itself holds it where it can: so a window in a container is seen by one outside it, whose processes have
other numbers there.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QLockFile

from engine.files import is_running

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows
    fcntl = None


class WindowLock:
    """The lock in one file. `is_held`: by us; else another window has it, or the place cannot be written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = -1
        self._qt: QLockFile | None = None
        if fcntl is None:
            self._qt = QLockFile(str(path))
            self._qt.setStaleLockTime(0)  # a lock is void only when the program that took it has ended
            self.is_held = self._qt.tryLock(0)
        else:
            self.is_held = self._take(fcntl)

    def release(self) -> None:
        """Give it up, and remove its file."""
        if self._qt is not None:
            self._qt.unlock()
        elif self._file >= 0:
            self._path.unlink(missing_ok=True)  # while it is held, so that nobody else's is removed
            os.close(self._file)
        self._file, self.is_held = -1, False

    def _take(self, locks: ModuleType) -> bool:
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            return False
        with suppress(OSError):
            locks.flock(file, locks.LOCK_EX | locks.LOCK_NB)
            is_the_same = os.path.samestat(os.fstat(file), self._path.stat())  # or it was removed meanwhile
            if is_the_same and not _is_of_an_older_version(file):
                self._file = file
                return True
        os.close(file)
        return False


def _is_of_an_older_version(file: int) -> bool:
    """Whether a window of an older version holds it, which wrote its process' number there."""
    first = os.read(file, 20).split(b"\n")[0]
    return first.isdigit() and is_running(int(first))
