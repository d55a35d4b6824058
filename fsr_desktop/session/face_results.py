"""Restored faces read from their files in the background, with their overlays, and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from engine.errors import EngineError

if TYPE_CHECKING:  # numpy-heavy modules that the start need not wait for
    from engine.explain.overlay import Overlay
    from engine.pipeline.face_file import FaceFile

KEPT = 24  # faces, about 15 MB each at 512 px


@dataclass(frozen=True, eq=False)
class LoadedFace:
    """A face file in the colours of the screen, and all overlays that it offers, also those to be computed first."""

    file: FaceFile
    offered: tuple[Overlay, ...]

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """Those that are there and can be drawn."""
        from engine.explain.overlay import PromisedOverlay

        return tuple(overlay for overlay in self.offered if not isinstance(overlay, PromisedOverlay))


class FaceResults(QObject):
    """Gives restored faces without reading on the window's thread.

    Signals: `loaded` with the path (as str) when one is there; `failed` with path and words when it cannot be read.
    """

    loaded = Signal(str)
    failed = Signal(str, str)
    _arrived = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[Path, LoadedFace] = OrderedDict()
        self._asked: set[Path] = set()
        self._broken: set[Path] = set()  # told once, and not read again at each look
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._arrived.connect(self._take)

    def get(self, path: Path) -> LoadedFace | None:
        """The face, or None while it is read: `loaded` follows, or `failed`, once."""
        found = self._kept.get(path)
        if found:
            self._kept.move_to_end(path)
        elif path not in self._asked and path not in self._broken:
            self._asked.add(path)
            self._pool.start(_Read(path, self))
        return found

    def read_again(self, path: Path) -> None:
        """Read a face whose file has changed; until `loaded` follows, it is given as it was."""
        self._broken.discard(path)
        if path in self._kept or path in self._asked:  # a read that is under way may have begun before the change
            self._asked.add(path)
            self._pool.start(_Read(path, self))

    def forget_all(self) -> None:
        """Drop what is kept, as when files were removed."""
        self._kept.clear()
        self._broken.clear()

    def close(self) -> None:
        """Wait for the reader's end."""
        self._pool.waitForDone()

    def _take(self, name: str, result: object) -> None:
        path = Path(name)
        self._asked.discard(path)
        if isinstance(result, LoadedFace):
            self._kept[path] = result
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self.loaded.emit(name)
        else:
            self._broken.add(path)
            self.failed.emit(name, str(result))


class _Read(QRunnable):
    def __init__(self, path: Path, results: FaceResults) -> None:
        super().__init__()
        self._path, self._results = path, results

    def run(self) -> None:
        from engine.explain.colour_maps import COLOUR_MAPS, DIVERGING, table
        from engine.explain.overlays import overlays_of
        from engine.explain.screen_colours import in_screen_colours
        from engine.pipeline.face_file import read_face_file

        try:
            file = in_screen_colours(read_face_file(self._path))
            result: object = LoadedFace(file, overlays_of(file))
            for name in (*COLOUR_MAPS, DIVERGING):
                table(name)  # made here once, so that the window has them at hand
        except EngineError as error:
            result = str(error)
        self._results._arrived.emit(str(self._path), result)
