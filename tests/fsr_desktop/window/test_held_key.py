"""The key that shows the photo as it was for as long as it is held."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fsr_desktop.window.main_window import MainWindow
from tests.fsr_desktop.played_engine import played_window

pytestmark = pytest.mark.window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    window = played_window(tmp_path, monkeypatch)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


@pytest.fixture
def held(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What the canvas is told."""
    told: list[bool] = []
    monkeypatch.setattr(window.photo_page.canvas, "hold_original", told.append)
    return told


def test_it_is_shown_from_press_to_release(window: MainWindow, held: list[bool], qtbot: QtBot) -> None:
    canvas = window.photo_page.canvas
    qtbot.keyPress(canvas, Qt.Key.Key_O)
    assert held == [True]
    qtbot.keyRelease(canvas, Qt.Key.Key_O)
    assert held == [True, False]


def test_a_key_that_repeats_while_it_is_held_changes_nothing(window: MainWindow, held: list[bool]) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, Qt.Key.Key_O, Qt.KeyboardModifier.NoModifier, "o", autorep=True)
        QApplication.sendEvent(window.photo_page.canvas, event)
    assert held == []


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_Shift])
def test_no_other_key_does_it(window: MainWindow, held: list[bool], qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(window.photo_page.canvas, key)
    assert held == []


def test_it_does_nothing_where_one_writes(window: MainWindow, held: list[bool], qtbot: QtBot) -> None:
    qtbot.keyClick(window.result_dock, Qt.Key.Key_O)
    assert held == []
