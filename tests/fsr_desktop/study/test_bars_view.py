"""Bars are as long as their numbers say."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from pytestqt.qtbot import QtBot

from fsr_desktop.study.bars_view import BarsView

pytestmark = pytest.mark.window


def filled(view: BarsView, row: int) -> list[int]:
    """The columns that a row's bar covers."""
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#ff0000"))
    view.setPalette(palette)
    view.resize(300, view.sizeHint().height())
    picture: QImage = view.grab().toImage()
    y = round((row + 0.5) * view.sizeHint().height() / 3)
    return [x for x in range(picture.width()) if picture.pixelColor(x, y) == QColor("#ff0000")]


def test_bars_are_proportional_to_their_numbers(qtbot: QtBot) -> None:
    view = BarsView()
    qtbot.addWidget(view)
    view.show_bars(("a", "b"), (0.25, 1.0))
    assert len(filled(view, 0)) == pytest.approx(len(filled(view, 1)) / 4, abs=2)


def test_a_negative_number_goes_to_the_left_of_zero(qtbot: QtBot) -> None:
    view = BarsView()
    qtbot.addWidget(view)
    view.show_bars(("a", "b"), (-1.0, 2.0), low=-2.0, high=2.0)
    assert max(filled(view, 0)) <= min(filled(view, 1)) + 1
    assert len(filled(view, 0)) == pytest.approx(len(filled(view, 1)) / 2, abs=2)


def test_a_number_beyond_the_axis_stays_inside(qtbot: QtBot) -> None:
    view = BarsView()
    qtbot.addWidget(view)
    view.show_bars(("a", "b"), (7.0, 1.0))
    assert filled(view, 0) == filled(view, 1)


def test_names_and_numbers_can_be_heard(qtbot: QtBot) -> None:
    view = BarsView()
    qtbot.addWidget(view)
    view.show_bars(("brow", "lip"), (0.5, 0.125))
    assert view.accessibleDescription() == "brow: 0.50; lip: 0.13"
