"""Several looks of a face at the same part of the photo, so that they can be compared: their crops may differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QTransform

from fsr_desktop.painters.face_pictures import photo_from_edges, placed_picture, smooth_image

if TYPE_CHECKING:
    from engine.pipeline.face_file import FaceFile

PART_SIDE = 768  # px
LEAST = 0.2  # of a crop's side; crops that have less in common are of different faces
CORNERS = [QPointF(x, y) for x in (-0.5, 0.5) for y in (-0.5, 0.5)]


def common_part(files: Sequence[FaceFile]) -> QTransform:
    """The square of the photo that all looks show: that of the smallest crop, as far as it lies in the others. Maps the
    square of side 1 around the origin to the photo."""
    squares = [_square(file) for file in files]
    smallest = min(squares, key=lambda square: abs(square.determinant()))
    share = min(_share_within(smallest, other) for other in squares)
    return QTransform.fromScale(share, share) * smallest


def picture_of_part(file: FaceFile, part: QTransform) -> QImage:
    """What a look shows of that part of the photo."""
    placed = placed_picture(smooth_image(file.restored), file)
    picture_from_part = QTransform.fromScale(PART_SIDE, PART_SIDE) * QTransform.fromTranslate(
        PART_SIDE / 2, PART_SIDE / 2
    )
    image = QImage(PART_SIDE, PART_SIDE, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(placed.photo_from_image * part.inverted()[0] * picture_from_part)
        painter.drawImage(0, 0, placed.image)
    return image


def _square(file: FaceFile) -> QTransform:
    """The whole crop, as `common_part` gives it."""
    side = file.restored.shape[1]
    centred = QTransform.fromScale(side, side) * QTransform.fromTranslate(side / 2, side / 2)
    return centred * photo_from_edges(file.photo_from_crop)


def _share_within(square: QTransform, other: QTransform) -> float:
    """By how much a square must shrink around its middle to lie within another one; 1 if it does."""
    other_from_square = square * other.inverted()[0]
    middle, share = other_from_square.map(QPointF()), 1.0
    for corner in CORNERS:
        step = other_from_square.map(corner) - middle
        for place, way in ((middle.x(), step.x()), (middle.y(), step.y())):
            if abs(place + way) > 0.5:
                share = min(share, (0.5 - (place if way > 0 else -place)) / abs(way))
    return max(LEAST, share)
