"""A box that the user draws around a face: its shape while the mouse moves, and how it looks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform

from engine.types import Box
from fsr_desktop.painters.ink import Ink, draw_plate, outlined_pens, plate_size

SMALLEST_SIDE = 4  # px of the photo


def box_between(start: tuple[float, float], end: tuple[float, float], photo: tuple[int, int]) -> Box:
    """The box with these corners (any two opposite ones), on whole px and inside the photo."""
    left, right = sorted(min(max(round(x), 0), photo[0]) for x in (start[0], end[0]))
    top, bottom = sorted(min(max(round(y), 0), photo[1]) for y in (start[1], end[1]))
    return Box(left, top, right - left, bottom - top)


def is_large_enough(box: Box) -> bool:
    """Whether the box can be that of a face, not of a click."""
    return box.width >= SMALLEST_SIDE and box.height >= SMALLEST_SIDE


def paint_drawn_box(painter: QPainter, box: Box, to_screen: QTransform, ink: Ink) -> None:
    """The box with its size in px; `to_screen` maps edges of the photo's pixels to logical px."""
    place = to_screen.mapRect(QRectF(box.left, box.top, box.width, box.height))
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in outlined_pens(ink, ink.highlight, 2.0):
        painter.setPen(pen)
        painter.drawRect(place)
    text = QCoreApplication.translate("Canvas", "{width} × {height} px").format(
        width=int(box.width), height=int(box.height)
    )
    _, height = plate_size(painter.font(), text)
    draw_plate(painter, ink, QPointF(place.left(), place.top() - height - 4), text)
    painter.restore()
