from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fsr_desktop.widgets.breakable import BREAK, breakable
from fsr_desktop.widgets.vertical_scroll import VerticalScroll

PATH = "/home/somebody/.local/share/fsr-desktop/finetune/photos-of-1911/best.safetensors"


@pytest.mark.parametrize("text", ["", "a/", "Plain words stay as they are, however many there are."])
def test_short_words_stay(text: str) -> None:
    assert breakable(text) == text


def test_a_path_may_break_after_each_separator_and_stays_the_same_path() -> None:
    words = breakable(f"Kept in {PATH}.")
    assert words.replace(BREAK, "") == f"Kept in {PATH}."
    assert max(len(piece) for piece in words.replace(" ", BREAK).split(BREAK)) <= 25
    assert breakable(words) == words


def test_a_wrapping_label_does_not_grow_for_a_long_name(qtbot: QtBot) -> None:
    label = QLabel("x" * 120)
    qtbot.addWidget(label)
    label.setWordWrap(True)
    before = label.minimumSizeHint().width()
    label.setText(breakable(label.text()))
    assert label.minimumSizeHint().width() < before / 2


def test_a_vertical_scroll_is_never_narrower_than_what_is_in_it(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    outer = QWidget()
    qtbot.addWidget(outer)
    scroll = VerticalScroll(inside)
    QVBoxLayout(outer).addWidget(scroll)
    outer.show()
    wide = QWidget()
    wide.setMinimumSize(333, 2000)
    column.addWidget(wide)
    outer.resize(10, 100)
    qtbot.waitUntil(lambda: outer.width() > 333)
    assert scroll.viewport().width() >= inside.minimumSizeHint().width()
