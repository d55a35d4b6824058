"""The pictures of presenter mode, painted in the background."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QTransform

from engine.errors import EngineError
from engine.explain.overlay import OverlayStyle
from engine.messages import Message
from fsr_desktop.background import Background
from fsr_desktop.language.messages import window_language
from fsr_desktop.look.image_of import image_of
from fsr_desktop.presenter.common_part import picture_of_part

if TYPE_CHECKING:  # numpy-heavy modules that the start need not wait for
    from engine.explain.overlay import Overlay
    from engine.pipeline.face_file import FaceFile

KEPT = 64
OVERLAY_SIDE = 768  # px, of an overlay over its face
TEXT_SHARE = 0.035  # of the side, where an overlay is a chart
BEFORE, AFTER = "before", "after"


class PresenterPictures(QObject):
    """Gives pictures of a face without painting on the window's thread.

    Signals: `ready` with the key of a picture when it is there; `failed` with a `Message` when one cannot be painted.
    """

    ready = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._shown = ""  # asked for at once
        self._asked: set[str] = set()
        self._background = Background(self)

    def get(
        self, name: str, face: FaceFile, what: Overlay | str, style: OverlayStyle, *, is_shown: bool = True
    ) -> QImage | None:
        """The face `name` with an overlay, `BEFORE` or `AFTER`; None while it is painted: `ready` follows. What is
        shown is painted before what is wanted ahead of time."""
        part = what if isinstance(what, str) else what.key
        key = f"{name} {part} {style.colour_map} {style.opacity}"
        return self._get(key, partial(_painted, face, what, style), is_shown=is_shown)

    def get_part(self, name: str, face: FaceFile, part: QTransform, *, is_shown: bool = True) -> QImage | None:
        """The restored face `name` at a part of the photo, as `common_part` gives it."""
        values = [round(value, 3) for value in (part.m11(), part.m12(), part.m21(), part.m22(), part.dx(), part.dy())]
        return self._get(f"{name} part {values}", partial(picture_of_part, face, part), is_shown=is_shown)

    def _get(self, key: str, paint: Callable[[], QImage | Message], *, is_shown: bool) -> QImage | None:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        elif key not in self._asked or (is_shown and key != self._shown):
            self._asked.add(key)
            self._shown = key if is_shown else self._shown
            self._background.run(paint, partial(self._take, key), priority=1 if is_shown else 0)
        return found

    def close(self) -> None:
        """Leave what waits, and wait for the painter's end."""
        self._background.drop()
        self._background.finish()

    def _take(self, key: str, result: QImage | Message) -> None:
        self._asked.discard(key)
        if isinstance(result, QImage):
            self._kept[key] = result
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self.ready.emit(key)
        else:
            self.failed.emit(result)


def _painted(face: FaceFile, what: Overlay | str, style: OverlayStyle) -> QImage | Message:
    try:
        return picture_of(face, what, style)
    except EngineError as error:
        return error.whole


def picture_of(face: FaceFile, what: Overlay | str, style: OverlayStyle) -> QImage:
    """The face before, after, or with an overlay as the engine's figures have it."""
    if isinstance(what, str):
        values = face.crop if what == BEFORE else face.restored
        pixels = np.rint(np.clip(values, 0, 1) * 255).astype(np.uint8)
    else:
        from engine.explain.painting import painted

        language = window_language((what,))
        image = painted(what, style, face=face, side=OVERLAY_SIDE, text_px=TEXT_SHARE * OVERLAY_SIDE, language=language)
        pixels = np.asarray(image.convert("RGB"))
    return image_of(pixels)
