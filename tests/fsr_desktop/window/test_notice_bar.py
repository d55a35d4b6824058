"""Notices above the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from fsr_desktop.session.notice import Notice
from fsr_desktop.window import notice_bar
from fsr_desktop.window.notice_bar import NoticeBar, NoticeRow

pytestmark = pytest.mark.window


def notice(number: int, level: str = "warning") -> Notice:
    return Notice(level=level, text=f"Text {number}", hint=f"Hint {number}")  # type: ignore[arg-type]


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


def close_first(bar: NoticeBar, qtbot: QtBot) -> None:
    row = next(row for row in bar.findChildren(NoticeRow) if row.notice == bar.shown[0])
    button = row.findChild(QToolButton, "notice_close")
    assert button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_shows_text_and_hint_and_goes_when_closed(bar: NoticeBar, qtbot: QtBot) -> None:
    assert not bar.isVisible()
    bar.show_notice(notice(1, "error"))
    assert bar.isVisible()
    words = [label.text() for label in bar.findChildren(QLabel)]
    assert "Text 1" in words and "Hint 1" in words
    close_first(bar, qtbot)
    assert bar.shown == [] and not bar.isVisible()


def test_at_most_three_are_shown_and_the_others_wait(bar: NoticeBar, qtbot: QtBot) -> None:
    for number in range(5):
        bar.show_notice(notice(number))
    assert bar.shown == [notice(0), notice(1), notice(2)]
    close_first(bar, qtbot)
    assert bar.shown == [notice(1), notice(2), notice(3)]


def test_an_error_takes_the_place_of_an_info(bar: NoticeBar) -> None:
    for number in range(3):
        bar.show_notice(notice(number, "info"))
    bar.show_notice(notice(9, "error"))
    assert bar.shown == [notice(1, "info"), notice(2, "info"), notice(9, "error")]


def test_the_same_notice_is_not_repeated(bar: NoticeBar) -> None:
    bar.show_notice(notice(1))
    bar.show_notice(notice(1))
    assert bar.shown == [notice(1)]


def test_an_info_goes_by_itself_and_an_error_stays(
    bar: NoticeBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_bar, "INFO_FOR_MS", 30)
    bar.show_notice(notice(1, "error"))
    bar.show_notice(notice(2, "info"))
    qtbot.waitUntil(lambda: bar.shown == [notice(1, "error")], timeout=3000)
    qtbot.wait(60)
    assert bar.shown == [notice(1, "error")]


def test_the_action_button_acts_and_closes(bar: NoticeBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.show_notice(notice(1), "Do it", lambda: done.append("done"))
    button = bar.findChild(QPushButton, "notice_action")
    assert button and button.text() == "Do it"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["done"] and bar.shown == []


def test_a_screen_reader_is_alerted_with_level_and_words(bar: NoticeBar, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[QAccessible.Event, str]] = []

    def keep(event: QAccessibleEvent) -> None:
        told.append((event.type(), event.object().accessibleName()))  # type: ignore[attr-defined]

    monkeypatch.setattr(notice_bar.QAccessible, "updateAccessibility", keep)
    bar.show_notice(notice(1, "error"))
    assert told == [(QAccessible.Event.Alert, "Error: Text 1")]
