"""The view of the difference says what its greys mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fsr_desktop.session.view_state import View
from fsr_desktop.window.gain_bar import GainBar

pytestmark = pytest.mark.window


def test_the_legend_follows_the_gain(qtbot: QtBot) -> None:
    over, view = QWidget(), View()
    qtbot.addWidget(over)
    over.resize(800, 500)
    bar = GainBar(view, over)
    over.show()
    view.change(replace(view.current, mode="difference", difference_gain=8.0))
    assert bar.isVisible() and bar.scale.accessibleName() == "0 – 32 of 255"
    view.change(replace(view.current, difference_gain=1.0))
    assert bar.scale.accessibleName() == "0 – 255 of 255"
    assert "as before" in bar.words.text()
    assert bar.words.geometry().bottom() < bar.height()  # no line of it is cut
    assert bar.words.height() >= bar.words.heightForWidth(bar.words.width())
