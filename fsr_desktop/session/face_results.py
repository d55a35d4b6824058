"""Restored faces read from their files in the background, with their overlays, and kept for a while."""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.errors import EngineError
from engine.messages import NOTHING, Message, message
from fsr_desktop.background import Background

if TYPE_CHECKING:  # numpy-heavy modules that the start need not wait for
    from engine.explain.overlay import Overlay
    from engine.pipeline.face_file import FaceFile
    from engine.priors.morphable import FaceCoefficients
    from engine.types import Restoration

KEPT = 24  # faces, about 15 MB each at 512 px


@dataclass(frozen=True, eq=False)
class LoadedFace:
    """A face file in the colours of the screen, and all overlays that it offers, also those to be computed first.
    `fitted`: the 3D face that the model laid over it, None for a model without one, and where it was not usable:
    `unfitted` says why."""

    file: FaceFile
    offered: tuple[Overlay, ...]
    fitted: FaceCoefficients | None = None
    unfitted: Message = NOTHING

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """Those that are there and can be drawn."""
        from engine.explain.overlay import PromisedOverlay

        return tuple(overlay for overlay in self.offered if not isinstance(overlay, PromisedOverlay))


class FaceResults(QObject):
    """Gives restored faces without reading on the window's thread.

    Signals: `loaded` with the path (as str) when one is there; `failed` with path and `Message` when it cannot be.
    """

    loaded = Signal(str)
    failed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[Path, LoadedFace] = OrderedDict()
        self._asked: set[Path] = set()
        self._broken: set[Path] = set()  # told once, and not read again at each look
        self._background = Background(self)

    def get(self, path: Path) -> LoadedFace | None:
        """The face, or None while it is read: `loaded` follows, or `failed`, once."""
        found = self._kept.get(path)
        if found:
            self._kept.move_to_end(path)
        elif path not in self._asked and path not in self._broken:
            self._read(path)
        return found

    def read_again(self, path: Path) -> None:
        """Read a face whose file has changed; until `loaded` follows, it is given as it was."""
        self._broken.discard(path)
        if path in self._kept or path in self._asked:  # a read that is under way may have begun before the change
            self._read(path)

    def close(self) -> None:
        """Wait for the reader's end."""
        self._background.drop()
        self._background.finish()

    def _read(self, path: Path) -> None:
        self._asked.add(path)
        self._background.run(partial(_read, path), partial(self._take, path))

    def _take(self, path: Path, result: LoadedFace | Message) -> None:
        self._asked.discard(path)
        if isinstance(result, LoadedFace):
            self._kept[path] = result
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self.loaded.emit(str(path))
        else:
            self._broken.add(path)
            self.failed.emit(str(path), result)


def _read(path: Path) -> LoadedFace | Message:
    from engine.explain.colour_maps import COLOUR_MAPS, DIVERGING, table
    from engine.explain.overlays import overlays_of
    from engine.explain.screen_colours import in_screen_colours
    from engine.pipeline.face_file import read_face_file

    try:
        file = in_screen_colours(read_face_file(path))
        for name in (*COLOUR_MAPS, DIVERGING):
            table(name)  # made here once, so that the window has them at hand
        return LoadedFace(file, overlays_of(file), *_fitted(file.restoration))
    except EngineError as error:
        return error.whole


def _fitted(given: Restoration) -> tuple[FaceCoefficients | None, Message]:
    """The 3D face, or why there is none to be shown; a broken one does not make the restored face unreadable."""
    if not given.prior_refusals:
        return None, NOTHING
    from engine.priors.drawn_face import described_face, refusals_said

    if refusal := refusals_said(given.prior_refusals):
        return None, refusal
    try:
        face = described_face(given.morphable or {})
    except EngineError as error:
        return None, error.whole
    is_finite = all(math.isfinite(number) for number in face.vector)
    return (face, NOTHING) if is_finite else (None, message("The numbers of this 3D face are damaged."))
