"""Words on a plate over a picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from fsr_desktop.look.lettering import body_font, load_fonts
from fsr_desktop.painters.chips import PADDING, Chip, _fitting, paint_chip

CHIP = Chip("ein wahrscheinliches Gesicht")


def test_words_that_do_not_fit_are_smaller_before_they_are_cut_off(qapp: QApplication) -> None:
    font = QFont()
    font.setPixelSize(17)
    wide = QFontMetricsF(font).horizontalAdvance(CHIP.title)
    assert _fitting(CHIP, font, 2 * wide) is font
    smaller = _fitting(CHIP, font, 0.8 * wide)
    smaller.setWeight(QFont.Weight.Medium)
    assert 11 <= smaller.pixelSize() < 17
    assert QFontMetricsF(smaller).horizontalAdvance(CHIP.title) <= 0.8 * wide - 2 * PADDING + 2
    assert _fitting(CHIP, font, 20).pixelSize() == 10


@pytest.mark.parametrize("width", [40, 150, 400])
def test_a_chip_stays_in_its_room(qapp: QApplication, width: int) -> None:
    picture = QImage(400, 100, QImage.Format.Format_RGB32)
    with QPainter(picture) as painter:
        room = QRectF(0, 0, width, 100)
        place = paint_chip(painter, CHIP, room=room, corner=Qt.AlignmentFlag.AlignBottom, font=QFont())
    assert room.contains(place)


def test_words_that_fit_are_whole_wherever_the_chip_lies(qapp: QApplication) -> None:
    load_fonts()
    font = body_font(150)  # of a text size whose letters are no whole px wide

    def ink(left: float) -> int:
        picture = QImage(500, 60, QImage.Format.Format_RGB32)
        picture.fill(0)
        with QPainter(picture) as painter:
            room = QRectF(left, 8, 400.3, 40)
            place = paint_chip(
                painter, Chip("a model, not evidence"), room=room, corner=Qt.AlignmentFlag.AlignTop, font=font
            )
        end = range(round(place.right()) - 60, round(place.right()))
        return sum(picture.pixelColor(x, y).lightness() for x in end for y in range(60))

    inks = [ink(28 + 0.1 * tenths) for tenths in range(100)]
    assert min(inks) > 0.9 * max(inks)
