"""Paints points and the lines between them over a crop; both keep their size on the screen at any zoom."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform

from engine.explain.overlay import PointsOverlay
from fsr_desktop.painters.ink import Ink, outlined_pens
from fsr_desktop.painters.pixels import KeptImages
from fsr_desktop.painters.placed import PlacedOverlay

RADIUS = 2.5  # screen px


def paint_points(
    painter: QPainter,
    _placed: PlacedOverlay,
    overlay: PointsOverlay,
    screen_from_crop: QTransform,
    visible: QRectF,
    _kept: KeptImages,
    ink: Ink,
) -> None:
    """Dots with a dark rim, and the lines under them."""
    places = [screen_from_crop.map(QPointF(float(x) + 0.5, float(y) + 0.5)) for x, y in overlay.points]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for pen in outlined_pens(ink, ink.light, 1.2):
        painter.setPen(pen)
        for start, end in overlay.lines:
            painter.drawLine(places[start], places[end])
    painter.setBrush(ink.highlight)
    painter.setPen(Qt.PenStyle.NoPen)
    near = visible.adjusted(-RADIUS, -RADIUS, RADIUS, RADIUS)
    painter.setPen(outlined_pens(ink, ink.dark, 1.0)[1])
    for place in places:
        if near.contains(place):
            painter.drawEllipse(place, RADIUS, RADIUS)
