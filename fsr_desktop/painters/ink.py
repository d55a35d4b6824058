"""Colours that are read on any picture, and words on a translucent plate."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen

from fsr_desktop.look.theme import tokens

PADDING = 7.0
BETWEEN = 6.0  # px, words and their detail
DIMMEST_HIGHLIGHT = 165  # of 255: it has a dark outline, and is told from that


@dataclass(frozen=True)
class Ink:
    """`light` on `dark` is read on every picture, `grey` says less; `highlight` says what is held or drawn."""

    light: QColor
    dark: QColor
    grey: QColor
    highlight: QColor

    @property
    def plate(self) -> QColor:
        """What lies under words on a picture."""
        return QColor(tokens().chip)


def ink_of(palette: QPalette) -> Ink:
    """The same in all themes, for photos are; the palette's accent, bright enough to stand out from `dark`."""
    accent = palette.accent().color()
    lightness = max(accent.lightness(), DIMMEST_HIGHLIGHT)
    bright = QColor.fromHsl(accent.hslHue(), accent.hslSaturation(), lightness)
    chip = QColor(tokens().chip)
    dark = QColor(chip.red(), chip.green(), chip.blue())
    return Ink(light=QColor(tokens().chip_text), dark=dark, grey=QColor(tokens().chip_text2), highlight=bright)


def ground() -> QColor:
    """What lies around a photo: grey without a hue."""
    return QColor(tokens().canvas)


def outlined_pens(ink: Ink, colour: QColor, width: float) -> tuple[QPen, QPen]:
    """Two pens to draw the same line with, one after the other: a dark outline, then the line."""
    outline = QPen(ink.plate, width + 2.0)
    line = QPen(colour, width)
    for pen in (outline, line):
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return outline, line


def small_font(font: QFont) -> QFont:
    """The widget's font, a little smaller."""
    smaller = QFont(font)
    if font.pointSizeF() > 0:
        smaller.setPointSizeF(max(7.0, font.pointSizeF() * 0.9))
    return smaller


def plate_size(font: QFont, text: str, detail: str = "") -> tuple[float, float]:
    """Width and height of the plate under one line of words."""
    metrics = QFontMetricsF(font)
    width = _strong(font).horizontalAdvance(text) if detail else metrics.horizontalAdvance(text)
    more = BETWEEN + metrics.horizontalAdvance(detail) if detail else 0.0
    return width + more + 2 * PADDING, metrics.height() + PADDING


def draw_plate(painter: QPainter, ink: Ink, corner: QPointF, text: str, detail: str = "") -> QRectF:
    """Words on a plate whose upper left corner is `corner`, the `detail` less strong beside them; gives the plate's
    place."""
    width, height = plate_size(painter.font(), text, detail)
    plate = QRectF(corner.x(), corner.y(), width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.plate)
    painter.drawRoundedRect(plate, 4, 4)
    inside = plate.adjusted(PADDING, 0, -PADDING, 0)
    painter.setPen(ink.light)
    if not detail:
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, text)
        return plate
    font = painter.font()
    painter.setFont(_medium(font))
    painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    painter.setFont(font)
    painter.setPen(ink.grey)
    painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, detail)
    return plate


def _medium(font: QFont) -> QFont:
    medium = QFont(font)
    medium.setWeight(QFont.Weight.Medium)
    return medium


def _strong(font: QFont) -> QFontMetricsF:
    return QFontMetricsF(_medium(font))
