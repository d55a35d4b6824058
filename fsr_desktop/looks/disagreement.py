"""Where the looks of one face disagree, as a map in the photo's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QTransform

from fsr_desktop.look.image_of import image_of
from fsr_desktop.painters.face_pictures import FacePicture, restored_picture

if TYPE_CHECKING:
    from engine.pipeline.face_file import FaceFile
    from engine.types import Box

SIDE = 256
COLOURS = "magma"


@dataclass(frozen=True, eq=False)
class Disagreement:
    """The map, and the brightness (of 255) at the end of its colours."""

    picture: FacePicture
    high: float


def disagreement(files: Sequence[FaceFile], square: Box) -> Disagreement:
    """At each place the brightest of the looks minus the darkest."""
    from engine.explain.colour_maps import colours
    from engine.explain.nice_numbers import nice_above

    greys = np.stack([_grey(file, square) for file in files])
    spread = greys.max(axis=0) - greys.min(axis=0)
    high = nice_above(float(np.percentile(spread, 99.5)))
    image = image_of(colours(spread, low=0.0, high=high, name=COLOURS))
    scale = square.width / SIDE
    placed = QTransform.fromScale(scale, scale) * QTransform.fromTranslate(square.left, square.top)
    return Disagreement(FacePicture(image, placed), high)


def _grey(file: FaceFile, square: Box) -> NDArray[np.float32]:
    picture = restored_picture(file).picture
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(0)
    scale = SIDE / square.width
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        to_map = QTransform.fromTranslate(-square.left, -square.top) * QTransform.fromScale(scale, scale)
        painter.setTransform(picture.photo_from_image * to_map)
        painter.drawImage(QPointF(0, 0), picture.image)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = np.frombuffer(grey.constBits(), np.uint8).reshape(SIDE, grey.bytesPerLine())
    return lines[:, :SIDE].astype(np.float32)
