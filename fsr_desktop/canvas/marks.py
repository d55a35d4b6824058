"""Boxes and points of faces, drawn so that they are seen on any picture and told apart without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from engine.types import Box
from fsr_desktop.painters.ink import Ink, draw_plate, outlined_pens

MarkState = Literal["off", "waiting", "restored", "skipped", "failed", "on"]

LINE, SELECTED_LINE = 1.5, 2.5
BADGE = 8.0  # radius
SMALLEST_LABELLED = 56.0  # logical px of a box on the screen; smaller ones bear no words unless selected
SMALLEST_TOLD = 150.0  # and smaller ones than that no more than their name
SMALLEST_SIGNED = 28.0  # and smaller ones than that no sign
CROSS = 4.0

# Lengths of dashes and gaps in widths of the line; corners alone for a face that waits or can be restored.
_DASHES: dict[MarkState, tuple[float, ...]] = {"off": (1, 2), "skipped": (4, 2), "failed": (5, 2, 1, 2)}
_SIGNS: dict[MarkState, str] = {"off": "○", "waiting": "…", "skipped": "–", "failed": "!"}


@dataclass(frozen=True, eq=False)
class FaceMark:
    """A face as it is marked: its box and points (centres) in photo px, what became of it, its name and a few words."""

    id: str
    box: Box
    points: NDArray[np.float32] | None
    label: str
    state: MarkState
    title: str = ""


def mark_at(marks: Sequence[FaceMark], x: float, y: float) -> str:
    """The id of the smallest face whose box holds that point of the photo; empty where there is none."""
    hit = [mark for mark in marks if mark.box.left <= x < mark.box.right and mark.box.top <= y < mark.box.bottom]
    return min(hit, key=lambda mark: mark.box.width * mark.box.height).id if hit else ""


def paint_box(painter: QPainter, mark: FaceMark, to_screen: QTransform, ink: Ink, *, is_selected: bool) -> None:
    """The box with its badge and words; `to_screen` maps edges of the photo's pixels to logical px."""
    box = to_screen.mapRect(QRectF(mark.box.left, mark.box.top, mark.box.width, mark.box.height))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shape = _outline(box) if mark.state in _DASHES else _corners(box)
    width = SELECTED_LINE if is_selected else LINE
    outline, line = outlined_pens(ink, ink.light, width)
    if mark.state in _DASHES:
        line.setDashPattern(_DASHES[mark.state])
    for pen in (outline, line):
        painter.setPen(pen)
        painter.drawPath(shape)
    if box.width() >= SMALLEST_SIGNED or is_selected:
        _draw_badge(painter, mark.state, box.topRight(), ink)
    if (box.width() >= SMALLEST_LABELLED or is_selected) and (mark.title or mark.label):
        is_told = is_selected or box.width() >= SMALLEST_TOLD
        text, detail = (mark.title, mark.label if is_told else "") if mark.title else (mark.label, "")
        draw_plate(painter, ink, QPointF(box.left(), box.bottom() + 4 + width), text, detail)
    painter.restore()


def paint_points(painter: QPainter, mark: FaceMark, to_screen: QTransform, ink: Ink) -> None:
    """The face's points as small crosses."""
    if mark.points is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    places = [to_screen.map(QPointF(float(x) + 0.5, float(y) + 0.5)) for x, y in mark.points]
    for pen in outlined_pens(ink, ink.light, 1.5):
        painter.setPen(pen)
        for place in places:
            painter.drawLine(place - QPointF(CROSS, 0), place + QPointF(CROSS, 0))
            painter.drawLine(place - QPointF(0, CROSS), place + QPointF(0, CROSS))
    painter.restore()


def _outline(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(box)
    return path


def _corners(box: QRectF) -> QPainterPath:
    """Four corners, an eighth of a side long."""
    path = QPainterPath()
    arm_x, arm_y = (min(max(side / 8, 6.0), side / 3, 24.0) for side in (box.width(), box.height()))
    for corner, across, down in (
        (box.topLeft(), 1, 1),
        (box.topRight(), -1, 1),
        (box.bottomRight(), -1, -1),
        (box.bottomLeft(), 1, -1),
    ):
        path.moveTo(corner + QPointF(0, down * arm_y))
        path.lineTo(corner)
        path.lineTo(corner + QPointF(across * arm_x, 0))
    return path


def _draw_badge(painter: QPainter, state: MarkState, corner: QPointF, ink: Ink) -> None:
    """A small disc in the box's corner: a tick for a restored face, a sign for one that is not."""
    if state == "on":
        return
    disc = QRectF(corner.x() - BADGE, corner.y() - BADGE, 2 * BADGE, 2 * BADGE)
    painter.setPen(outlined_pens(ink, ink.light, 1.2)[1])
    painter.setBrush(ink.dark)
    painter.drawEllipse(disc)
    if state == "restored":
        tick = QPainterPath(corner + QPointF(-3.6, 0.2))
        tick.lineTo(corner + QPointF(-1.0, 3.0))
        tick.lineTo(corner + QPointF(3.8, -3.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(outlined_pens(ink, ink.light, 1.8)[1])
        painter.drawPath(tick)
    else:
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, _SIGNS[state])
