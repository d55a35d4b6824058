"""Draws the morphable face beside the window's thread: always the newest one, never a queue of old ones."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from engine.errors import EngineError
from engine.messages import Message
from engine.priors.morphable import FaceCoefficients
from fsr_desktop.background import Background
from fsr_desktop.look.image_of import image_with_alpha

LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601


class FaceDrawing(QObject):
    """Signals: `drawn` with a `QImage` that is transparent around the face; `failed` with a `Message`."""

    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._is_busy = self._is_wanted = False
        self._next: tuple[FaceCoefficients, int, bool] | None = None

    def draw(self, face: FaceCoefficients, side: int, *, is_grey: bool = False) -> None:
        """Draw this one in `side` px as soon as the one before is done; what was asked meanwhile is left out."""
        self._next = (face, side, is_grey)
        self._go_on()

    def drop(self) -> None:
        """Draw nothing more; what is being drawn is not told."""
        self._next, self._is_wanted = None, False

    def close(self) -> None:
        """Wait for the end of what is drawn."""
        self.drop()
        self._background.drop()
        self._background.finish()

    def _go_on(self) -> None:
        if self._next is not None and not self._is_busy:
            (face, side, is_grey), self._next = self._next, None
            self._is_busy = self._is_wanted = True
            self._background.run(partial(_drawn, face, side, is_grey=is_grey), self._take)

    def _take(self, result: QImage | Message) -> None:
        self._is_busy = False
        if self._is_wanted:
            signal = self.drawn if isinstance(result, QImage) else self.failed
            signal.emit(result)
        self._go_on()


def _drawn(face: FaceCoefficients, side: int, *, is_grey: bool) -> QImage | Message:
    from engine.priors.drawn_face import drawn_face  # needs OpenCV, which the window's start does without

    try:
        rgba = drawn_face(face, side)  # (side, side, 4)
    except EngineError as error:
        return error.whole
    colours = np.repeat((rgba[..., :3] @ LUMA)[..., None], 3, axis=2) if is_grey else rgba[..., :3]
    return image_with_alpha(np.rint(255 * np.dstack([colours, rgba[..., 3:]])).astype(np.uint8))
