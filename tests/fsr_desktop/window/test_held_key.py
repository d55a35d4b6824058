"""The key that shows the photo as it was for as long as it is held."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fsr_desktop.window.main_window import MainWindow
from tests.fsr_desktop.played_engine import played_window

pytestmark = pytest.mark.window


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What the canvas is told."""
    told: list[bool] = []
    monkeypatch.setattr("fsr_desktop.canvas.canvas.Canvas.hold_original", lambda _canvas, on: told.append(on))
    return told


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: list[bool]) -> Iterator[MainWindow]:
    window = played_window(tmp_path, monkeypatch)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


def test_it_is_shown_from_press_to_release_wherever_the_keyboard_is(
    window: MainWindow, held: list[bool], qtbot: QtBot
) -> None:
    for widget in (window.canvas, window.top_bar.menu_button, window.photo.faces.row, window.photo.strip.list):
        held.clear()
        widget.setFocus()
        QTest.keyPress(window.windowHandle(), Qt.Key.Key_O)
        assert held == [True]
        QTest.keyRelease(window.windowHandle(), Qt.Key.Key_O)
        assert held == [True, False]


def test_a_key_that_repeats_while_it_is_held_changes_nothing(window: MainWindow, held: list[bool]) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, Qt.Key.Key_O, Qt.KeyboardModifier.NoModifier, "o", autorep=True)
        QApplication.sendEvent(window.windowHandle(), event)
    assert held == []


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_Shift])
def test_no_other_key_does_it(window: MainWindow, held: list[bool], qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), key)
    assert held == []


def test_it_does_nothing_where_one_writes(window: MainWindow, held: list[bool], qtbot: QtBot) -> None:
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_O)
    assert held == [] and field.text() == "o"


def test_it_ends_when_another_program_comes_to_the_front(window: MainWindow, held: list[bool], qtbot: QtBot) -> None:
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_O)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert held == [True, False]


def test_the_menu_shows_the_original_until_it_is_chosen_again(window: MainWindow, held: list[bool]) -> None:
    action = window.action("hold_original")
    assert action in window.menu("view").actions()
    action.trigger()
    action.trigger()
    assert held == [True, False]
