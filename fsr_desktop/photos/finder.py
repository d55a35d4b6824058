"""Photos in folders, looked for without holding up the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fsr_desktop.background import Background
from fsr_desktop.session.photo_paths import FoundPhotos, find_photos


class PhotoFinder(QObject):
    """Opens up folders in the background.

    Signals: `found` the `FoundPhotos`.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)

    def find(self, paths: Sequence[Path]) -> None:
        """Look for the photos in these; `found` follows."""
        wanted = list(paths)
        self._background.run(lambda: _find(wanted), self.found.emit)


def _find(paths: list[Path]) -> FoundPhotos:
    try:
        return find_photos(paths)
    except OSError:
        return FoundPhotos(tuple(paths))  # opening them says what is wrong
