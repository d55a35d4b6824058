"""The line between before and after, and the handle to drag it by."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from fsr_desktop.painters.ink import Ink, outlined_pens

REACH = 8.0  # logical px beside the line where the mouse takes hold of it
HANDLE = 14.0  # radius


def is_on_divider(x: float, split_x: float) -> bool:
    """Whether the mouse would take hold of the divider."""
    return abs(x - split_x) <= REACH


def paint_divider(painter: QPainter, ink: Ink, split_x: float, height: float, *, is_active: bool) -> None:
    """The line from top to bottom with a handle in its middle; in the highlight colour while it is dragged."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = ink.highlight if is_active else ink.light
    for pen in outlined_pens(ink, colour, 2.0):
        painter.setPen(pen)
        painter.drawLine(QPointF(split_x, 0), QPointF(split_x, height))
    middle = QPointF(split_x, height / 2)
    painter.setPen(outlined_pens(ink, colour, 2.0)[1])
    painter.setBrush(ink.plate)
    painter.drawEllipse(QRectF(middle.x() - HANDLE, middle.y() - HANDLE, 2 * HANDLE, 2 * HANDLE))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for direction in (-1.0, 1.0):
        arrow = QPainterPath(QPointF(middle.x() + direction * 9.0, middle.y()))
        arrow.lineTo(middle.x() + direction * 3.5, middle.y() - 5.0)
        arrow.lineTo(middle.x() + direction * 3.5, middle.y() + 5.0)
        arrow.closeSubpath()
        painter.drawPath(arrow)
