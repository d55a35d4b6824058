"""Small pictures of what can be looked at, made in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage, QPixmap

from engine.explain.overlay import ImageOverlay, OverlayStyle
from fsr_desktop.language.messages import window_language
from fsr_desktop.look.image_of import image_of

if TYPE_CHECKING:
    from engine.pipeline.face_file import FaceFile
    from fsr_desktop.study.entries import Entry
    from fsr_desktop.study.state import StudyState

LETTERS = 0.12  # of the side, of what is written on a picture


def thumb(state: StudyState, entry: Entry, side: int, ratio: float) -> QPixmap | None:
    """The entry in `side` units of the window; None while it is made."""
    if state.loaded is None:
        return None
    px = round(side * ratio)
    style = OverlayStyle(overlay=entry.key, opacity=0.6, colour_map=state.colour_map)
    key = ("thumb", state.file, entry.key, px, state.colour_map, id(state.loaded))
    made = state.made.get(key, partial(_painted, entry, style, state.loaded.file, px))
    if not isinstance(made, QImage):
        return None
    picture = QPixmap.fromImage(made)
    picture.setDevicePixelRatio(ratio)
    return picture


def face_thumb(state: StudyState, side: int, ratio: float) -> QPixmap | None:
    """The restored face itself."""
    if state.loaded is None:
        return None
    px = round(side * ratio)
    made = state.made.get(("face", state.file, px), partial(_face, state.loaded.file, px))
    if not isinstance(made, QImage):
        return None
    picture = QPixmap.fromImage(made)
    picture.setDevicePixelRatio(ratio)
    return picture


def _face(file: FaceFile, px: int) -> QImage:
    from engine.explain.drawing import picture

    return image_of(np.asarray(picture(file.restored, px).convert("RGB")))


def _painted(entry: Entry, style: OverlayStyle, file: FaceFile, px: int) -> QImage:
    from engine.explain.painting import painted

    language = window_language((entry.overlay,))
    whole = OverlayStyle(overlay=style.overlay, opacity=1.0, colour_map=style.colour_map)
    is_picture = isinstance(entry.overlay, ImageOverlay)
    image = painted(
        entry.overlay, whole if is_picture else style, face=file, side=px, text_px=LETTERS * px, language=language
    )
    return image_of(np.asarray(image.convert("RGB")))
