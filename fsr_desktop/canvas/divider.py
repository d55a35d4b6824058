"""The line between before and after, and the handle to drag it by."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from fsr_desktop.painters.ink import Ink, outlined_pens

REACH = 8.0  # logical px beside the line where the mouse takes hold of it
HANDLE = 14.0  # radius
HANDLE_AT = 0.72  # of the height: below most faces
WHITE = QColor(255, 255, 255)


def is_on_divider(x: float, split_x: float) -> bool:
    """Whether the mouse would take hold of the divider."""
    return abs(x - split_x) <= REACH


def paint_divider(painter: QPainter, ink: Ink, split_x: float, height: float, *, is_active: bool) -> None:
    """The line from top to bottom with a white handle, which is ringed in the highlight colour while it is dragged."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for pen in outlined_pens(ink, WHITE, 2.0):
        painter.setPen(pen)
        painter.drawLine(QPointF(split_x, 0), QPointF(split_x, height))
    middle = QPointF(split_x, height * HANDLE_AT)
    painter.setPen(QPen(ink.highlight, 3.0) if is_active else QPen(ink.plate, 1.0))
    painter.setBrush(WHITE)
    painter.drawEllipse(QRectF(middle.x() - HANDLE, middle.y() - HANDLE, 2 * HANDLE, 2 * HANDLE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    arrows = QPen(ink.dark, 1.8)
    arrows.setCapStyle(Qt.PenCapStyle.RoundCap)
    arrows.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(arrows)
    for direction in (-1.0, 1.0):
        arrow = QPainterPath(QPointF(middle.x() + direction * 3.0, middle.y() - 4.0))
        arrow.lineTo(middle.x() + direction * 6.5, middle.y())
        arrow.lineTo(middle.x() + direction * 3.0, middle.y() + 4.0)
        painter.drawPath(arrow)
