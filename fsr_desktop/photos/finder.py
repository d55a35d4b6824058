"""Photos in folders, looked for without holding up the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fsr_desktop.background import Background
from fsr_desktop.session.photo_paths import photos_in


class PhotoFinder(QObject):
    """Opens up folders in the background.

    Signals: `found` the photos (list of `Path`), or where there are none what was asked for, so that it can be said.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)

    def find(self, paths: Sequence[Path]) -> None:
        """Look for the photos in these; `found` follows."""
        wanted = list(paths)
        self._background.run(lambda: _photos_or(wanted), self.found.emit)


def _photos_or(paths: list[Path]) -> list[Path]:
    try:
        return photos_in(paths) or paths
    except OSError:
        return paths
