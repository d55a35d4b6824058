"""Words on a picture, on a plate of their own, so that they are read on any face."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter

from fsr_desktop.look.signs import sign
from fsr_desktop.look.theme import tokens

PADDING, GAP, HEIGHT, RADIUS, SIGN = 8.0, 6.0, 22.0, 4.0, 14
SMALLEST = 0.6  # of the letters: before that they are made smaller, so that what a face is can be read whole


@dataclass(frozen=True)
class Chip:
    """`title` in the ink of titles, `detail` fainter after it; `is_warning` has a sign and its own colour."""

    title: str
    detail: str = ""
    is_warning: bool = False

    @property
    def words(self) -> str:
        """All of it, as it is spoken."""
        return f"{self.title} {self.detail}".strip()


def paint_chip(painter: QPainter, chip: Chip, *, room: QRectF, corner: Qt.AlignmentFlag, font: QFont) -> QRectF:
    """Paint it in a corner of `room`, smaller where that is too narrow, and then cut off; gives its place."""
    font = _fitting(chip, font, room.width())
    title_font = QFont(font)
    title_font.setWeight(QFont.Weight.Medium)
    bold, plain = QFontMetricsF(title_font), QFontMetricsF(font)
    gap, before = GAP if chip.detail else 0.0, SIGN + GAP if chip.is_warning else 0.0
    wanted = before + bold.horizontalAdvance(chip.title) + gap + plain.horizontalAdvance(chip.detail) + 2 * PADDING
    place = _placed(min(wanted, room.width()), max(HEIGHT, bold.height() + 6), room, corner)
    colours = tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.chip))
    painter.drawRoundedRect(place, RADIUS, RADIUS)
    inside = place.adjusted(PADDING, 0, -PADDING, 0)
    if chip.is_warning:
        _draw_sign(painter, QRectF(inside.left(), place.center().y() - SIGN / 2, SIGN, SIGN))
        inside.setLeft(inside.left() + before)
    painter.setFont(title_font)
    painter.setPen(QColor(colours.chip_warn if chip.is_warning else colours.chip_text))
    title = bold.elidedText(chip.title, Qt.TextElideMode.ElideRight, inside.width() + 1)  # places are rounded
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, title)
    inside.setLeft(inside.left() + bold.horizontalAdvance(title) + gap)
    painter.setFont(font)
    painter.setPen(QColor(colours.chip_text2))
    detail = plain.elidedText(chip.detail, Qt.TextElideMode.ElideRight, max(0.0, inside.width() + 1))
    painter.drawText(inside.adjusted(0, 0, 1, 0), Qt.AlignmentFlag.AlignVCenter, detail)
    painter.restore()
    return place


def _fitting(chip: Chip, font: QFont, width: float) -> QFont:
    """The font, or a smaller one in which the chip's words fit."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Medium)
    words = QFontMetricsF(bold).horizontalAdvance(chip.title) + QFontMetricsF(font).horizontalAdvance(chip.detail)
    around = 2 * PADDING + (GAP if chip.detail else 0.0) + (SIGN + GAP if chip.is_warning else 0.0)
    share = (width - around) / max(1.0, words)
    if share >= 1:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(1, int(QFontInfo(font).pixelSize() * max(SMALLEST, share))))
    return smaller


def _draw_sign(painter: QPainter, place: QRectF) -> None:
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    picture = sign("warning", QColor(tokens().chip_warn), round(place.width()), ratio)
    painter.drawPixmap(place.topLeft(), picture)


def _placed(width: float, height: float, room: QRectF, corner: Qt.AlignmentFlag) -> QRectF:
    left = room.right() - width if corner & Qt.AlignmentFlag.AlignRight else room.left()
    top = room.bottom() - height if corner & Qt.AlignmentFlag.AlignBottom else room.top()
    return QRectF(QPointF(left, top), room.size()).intersected(QRectF(left, top, width, height))
