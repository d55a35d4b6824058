"""Colours that are read on any picture, made from the palette's, and words on a translucent plate."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen

PLATE_OPACITY = 190  # of 255
PADDING = 6.0
DIMMEST_HIGHLIGHT = 165  # of 255: it has a dark outline, and is told from that


@dataclass(frozen=True)
class Ink:
    """`light` on `dark` (or the other way round) is read on every picture; `highlight` says what is selected."""

    light: QColor
    dark: QColor
    highlight: QColor

    @property
    def plate(self) -> QColor:
        """What lies under words on a picture."""
        return QColor(self.dark.red(), self.dark.green(), self.dark.blue(), PLATE_OPACITY)


def ink_of(palette: QPalette) -> Ink:
    """The palette's lightest and darkest of text and base, and its accent, bright enough to stand out from `dark`."""
    both = sorted((palette.text().color(), palette.base().color()), key=lambda colour: colour.lightness())
    accent = palette.accent().color()
    lightness = max(accent.lightness(), DIMMEST_HIGHLIGHT)
    bright = QColor.fromHsl(accent.hslHue(), accent.hslSaturation(), lightness)
    return Ink(light=both[1], dark=both[0], highlight=bright)


def ground_of(palette: QPalette) -> QColor:
    """What lies around a photo: grey without a hue, mid-dark in a dark theme, mid grey in a light one."""
    return QColor.fromHsv(0, 0, round(28 + 0.42 * palette.window().color().lightness()))


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


def plate_size(font: QFont, text: str) -> tuple[float, float]:
    """Width and height of the plate under one line of words."""
    metrics = QFontMetricsF(font)
    return metrics.horizontalAdvance(text) + 2 * PADDING, metrics.height() + PADDING / 2


def draw_plate(painter: QPainter, ink: Ink, corner: QPointF, text: str) -> QRectF:
    """Words on a plate whose upper left corner is `corner`; gives the plate's place."""
    width, height = plate_size(painter.font(), text)
    plate = QRectF(corner.x(), corner.y(), width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.plate)
    painter.drawRoundedRect(plate, 3, 3)
    painter.setPen(ink.light)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
    return plate
