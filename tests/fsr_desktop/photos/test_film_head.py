"""The line above the strip: what does not fit is left out, and no word is cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fsr_desktop.photos.film_head import FilmHead
from fsr_desktop.photos.film_work import WorkShown
from tests.fsr_desktop.double_click import double_click
from tests.fsr_desktop.window.clipped_words import clipped_words

WORK = WorkShown(title="Restaurando", detail="7 de 10", fraction=0.3, left="quedan unos 12 segundos", failed=1)


@pytest.mark.parametrize(("width", "has_left", "has_bar"), [(900, True, True), (520, False, True), (390, False, False)])
def test_how_long_it_takes_and_the_bar_give_way_to_what_is_done(
    qtbot: QtBot, width: int, has_left: bool, has_bar: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 60)
    head = FilmHead(window)
    head.resize(width, 34)
    window.show()
    head.show_work(WORK)
    qtbot.wait(1)
    assert (head.left.isVisible(), head.bar.isVisible()) == (has_left, has_bar)
    assert head.title.width() >= head.title.sizeHint().width()
    assert head.failed.width() >= head.failed.sizeHint().width()
    assert clipped_words(window) == []


@pytest.fixture
def head(qtbot: QtBot) -> Iterator[FilmHead]:
    """Its work begins at the click on "Export 3" and ends, with "Restore 5" in its place, when the test says so."""
    head = FilmHead()
    qtbot.addWidget(head)
    head.resize(900, 34)
    head.export_pressed.connect(lambda: head.show_work(WORK))
    head.show_numbers(to_restore=0, to_export=3)
    head.show()
    quiet(qtbot)
    yield head


def quiet(qtbot: QtBot) -> None:
    """Wait as long as one who does not double-click."""
    qtbot.wait(QApplication.doubleClickInterval() + 20)


def pressed(head: FilmHead) -> list[str]:
    """What is asked for from now on."""
    asked: list[str] = []
    for name in ("restore", "export", "stop"):
        getattr(head, f"{name}_pressed").connect(lambda name=name: asked.append(name))
    return asked


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_double_click_on_export_does_not_stop_it(head: FilmHead, qtbot: QtBot) -> None:
    asked = pressed(head)
    click(head.export_button)
    assert head.is_working
    double_click(head.stop_button, head.stop_button.rect().center())
    click(head.stop_button)
    assert asked == ["export"]
    quiet(qtbot)
    click(head.stop_button)
    assert asked == ["export", "stop"]


def test_a_click_that_was_meant_for_stop_restores_nothing(head: FilmHead, qtbot: QtBot) -> None:
    head.show_work(WORK)
    quiet(qtbot)
    head.show_work(None)
    asked = pressed(head)
    head.show_numbers(to_restore=5, to_export=0)
    click(head.restore_button)
    assert asked == []
    quiet(qtbot)
    head.show_numbers(to_restore=5, to_export=2)  # its place is another one now
    click(head.restore_button)
    assert asked == []
    quiet(qtbot)
    click(head.restore_button)
    assert asked == ["restore"]


def test_one_who_stops_by_keyboard_does_not_wait(head: FilmHead) -> None:
    asked = pressed(head)
    click(head.export_button)
    head.stop_button.setFocus()
    QTest.keyClick(head.stop_button, Qt.Key.Key_Return)
    assert asked == ["export", "stop"]
