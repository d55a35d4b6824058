"""What the style and the widgets both draw: rounded boxes, rings, ticks, arrows, sliders."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from fsr_desktop.look.tokens import Tokens

RING = 2.0  # px, how thick the ring around what has the keyboard is
STROKE = 1.5  # px, of signs
KNOB = 14  # px, a slider's handle
GROOVE = 4  # px


def box(
    painter: QPainter, rect: QRectF | QRect, *, fill: str = "", edge: str = "", radius: float = 4, thick: float = 1.0
) -> None:
    """A rounded box, its edge inside the rectangle."""
    inner, rounded = QRectF(rect), radius
    painter.setPen(Qt.PenStyle.NoPen)
    if edge:
        inner.adjust(thick / 2, thick / 2, -thick / 2, -thick / 2)
        rounded = max(0.0, radius - thick / 2)
        painter.setPen(QPen(QColor(edge), thick))
    painter.setBrush(QColor(fill) if fill else QBrush())
    painter.drawRoundedRect(inner, rounded, rounded)


def pen_of(colour: str, thick: float = STROKE) -> QPen:
    """A pen with round ends, for signs."""
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(colour), thick, Qt.PenStyle.SolidLine, cap, join)


def line(painter: QPainter, place: QRectF, points: tuple[tuple[float, float], ...], pen: QPen) -> None:
    """A line through points of a square of 16 in the middle of `place`, as icons are drawn."""
    corner = place.center() - QPointF(8, 8)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([corner + QPointF(x, y) for x, y in points]))


def tick(painter: QPainter, place: QRectF, colour: str) -> None:
    """The sign of something chosen."""
    line(painter, place, ((4, 8.5), (6.8, 11.2), (12, 5.2)), pen_of(colour, 1.75))


def dash(painter: QPainter, place: QRectF, colour: str) -> None:
    """The sign of something chosen in part."""
    line(painter, place, ((4.5, 8), (11.5, 8)), pen_of(colour, 1.75))


def chevron_down(painter: QPainter, place: QRectF, colour: str) -> None:
    """The sign of a list that opens."""
    line(painter, place, ((4, 6.25), (8, 10.25), (12, 6.25)), pen_of(colour))


def chevron_right(painter: QPainter, place: QRectF, colour: str) -> None:
    """The sign of something folded, and of a menu within a menu."""
    line(painter, place, ((6.25, 4), (10.25, 8), (6.25, 12)), pen_of(colour))


def check_box(
    painter: QPainter,
    place: QRectF,
    tokens: Tokens,
    *,
    mark: str = "",
    is_enabled: bool = True,
    is_hovered: bool = False,
    radius: float = 4,
) -> None:
    """A check box of 16 px with `mark` "tick", "dash" or, for a radio button, "dot"; "" for an empty one."""
    square = QRectF(place.center().x() - 8, place.center().y() - 8, 16, 16)
    if not mark:
        edge = tokens.text if is_hovered else tokens.outline
        box(painter, square, fill=tokens.field, edge=edge if is_enabled else tokens.disabled, radius=radius)
        return
    box(painter, square, fill=tokens.ring if is_enabled else tokens.disabled, radius=radius)
    colour = tokens.ring_text if is_enabled else tokens.panel
    if mark == "dot":
        box(painter, QRectF(square.center().x() - 3, square.center().y() - 3, 6, 6), fill=colour, radius=3)
    else:
        (tick if mark == "tick" else dash)(painter, square, colour)


def slider(
    painter: QPainter,
    place: QRectF,
    tokens: Tokens,
    *,
    at: float,
    is_enabled: bool = True,
    is_hovered: bool = False,
    has_ring: bool = False,
) -> None:
    """A level slider whose handle is at `at` px from the left of `place`, the line filled up to it."""
    middle, left, right = place.center().y(), place.left() + 1, place.right() - 1
    top = middle - GROOVE / 2
    box(painter, QRectF(left, top, right - left, GROOVE), fill=tokens.groove, radius=GROOVE / 2)
    if is_enabled:
        box(painter, QRectF(left, top, max(0.0, place.left() + at - left), GROOVE), fill=tokens.fill, radius=GROOVE / 2)
    centre = QPointF(place.left() + at, middle)
    if has_ring or (is_hovered and is_enabled):
        round_box(painter, centre, KNOB / 2 + 3.5, fill=tokens.panel if has_ring else tokens.hover)
    round_box(painter, centre, KNOB / 2, fill=tokens.handle if is_enabled else tokens.disabled)
    if has_ring:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.ring), RING))
        painter.drawEllipse(centre, KNOB / 2 + 2.5, KNOB / 2 + 2.5)


def round_box(painter: QPainter, centre: QPointF, radius: float, *, fill: str) -> None:
    """A filled disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawEllipse(centre, radius, radius)
