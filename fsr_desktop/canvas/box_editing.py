"""A face's box that the user moves, or resizes by its edges and corners."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform

from engine.types import Box
from fsr_desktop.canvas.drawn_box import SMALLEST_SIDE
from fsr_desktop.painters.ink import Ink

REACH = 8.0  # logical px beside an edge where the mouse takes hold of it
HANDLE = 4.0  # half a handle's side


@dataclass(frozen=True)
class Grip:
    """What the mouse holds: an edge across (-1 left, 1 right) and one down (-1 top, 1 bottom), or with both 0 all."""

    across: int
    down: int

    @property
    def cursor(self) -> Qt.CursorShape:
        """The cursor that says so."""
        if not self.across and not self.down:
            return Qt.CursorShape.SizeAllCursor
        if self.across and self.down:
            is_falling = self.across == self.down
            return Qt.CursorShape.SizeFDiagCursor if is_falling else Qt.CursorShape.SizeBDiagCursor
        return Qt.CursorShape.SizeHorCursor if self.across else Qt.CursorShape.SizeVerCursor


def grip_at(place: QPointF, box: QRectF) -> Grip | None:
    """What of a box on the screen the mouse would take hold of; None beside it."""
    if not box.adjusted(-REACH, -REACH, REACH, REACH).contains(place):
        return None
    return Grip(_side(place.x(), box.left(), box.right()), _side(place.y(), box.top(), box.bottom()))


def _side(at: float, low: float, high: float) -> int:
    reach = min(REACH, (high - low) / 3)
    if at <= low + reach:
        return -1
    return 1 if at >= high - reach else 0


def changed_box(box: Box, grip: Grip, moved: tuple[float, float], photo: tuple[int, int]) -> Box:
    """The box after its grip was moved by px of the photo: on whole px, inside the photo, never too small."""
    left, right = _interval(box.left, box.right, grip.across, moved[0], photo[0], is_moved=grip == Grip(0, 0))
    top, bottom = _interval(box.top, box.bottom, grip.down, moved[1], photo[1], is_moved=grip == Grip(0, 0))
    return Box(left, top, right - left, bottom - top)


def _interval(low: float, high: float, side: int, by: float, end: int, *, is_moved: bool) -> tuple[float, float]:
    if is_moved:
        step = min(max(round(by), -low), end - high)
        return low + step, high + step
    if side < 0:
        low = min(max(round(low + by), 0), high - SMALLEST_SIDE)
    elif side > 0:
        high = max(min(round(high + by), end), low + SMALLEST_SIDE)
    return low, high


def paint_handles(painter: QPainter, box: Box, to_screen: QTransform, ink: Ink) -> None:
    """Small squares on corners and edges."""
    place = to_screen.mapRect(QRectF(box.left, box.top, box.width, box.height))
    middle = place.center()
    painter.setPen(ink.dark)
    painter.setBrush(ink.light)
    for x in (place.left(), middle.x(), place.right()):
        for y in (place.top(), middle.y(), place.bottom()):
            if (x, y) != (middle.x(), middle.y()):
                painter.drawRect(QRectF(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE))
