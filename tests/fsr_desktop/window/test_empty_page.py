"""What is seen while no photo is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from fsr_desktop.window.empty_page import MOST_RECENT, EmptyPage, RecentButton

pytestmark = pytest.mark.window


@pytest.fixture
def page(qtbot: QtBot) -> EmptyPage:
    page = EmptyPage()
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.show()
    return page


def recent(page: EmptyPage) -> list[RecentButton]:
    rows = page._recent_rows
    found = [item.widget() for i in range(rows.count()) if (item := rows.itemAt(i))]
    return [button for button in found if isinstance(button, RecentButton)]


def test_it_says_what_to_do_and_what_a_restored_face_is(page: EmptyPage) -> None:
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Ctrl+O" in words and "Press Restore" in words
    assert "A restored face is a likely face, not the true one. Never use it to say who a person is." in words


def test_each_button_asks_for_what_it_says(page: EmptyPage, qtbot: QtBot) -> None:
    asked: list[tuple[str, SignalInstance]] = [
        ("empty_open", page.open_requested),
        ("empty_open_folder", page.open_folder_requested),
        ("empty_sample", page.sample_requested),
    ]
    for name, signal in asked:
        button = page.findChild(QPushButton, name)
        assert button
        with qtbot.waitSignal(signal):
            qtbot.keyClick(button, Qt.Key.Key_Space)


def test_recent_files_are_listed_and_one_can_be_chosen(page: EmptyPage, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number} & more.jpg" for number in range(MOST_RECENT + 2)]
    page.set_recent(paths)
    assert [button.toolTip() for button in recent(page)] == [str(path) for path in paths[:MOST_RECENT]]
    with qtbot.waitSignal(page.recent_chosen) as told:
        qtbot.mouseClick(recent(page)[1], Qt.MouseButton.LeftButton)
    assert told.args == [paths[1]]
    page.set_recent([])
    assert recent(page) == [] and not page._recent.isVisible()


def test_all_fits_into_a_small_window_and_grows_in_a_large_one(page: EmptyPage, tmp_path: Path) -> None:
    page.set_recent([tmp_path / f"{number}.jpg" for number in range(3)])
    page.resize(800, 501)
    content = page.widget()
    assert content is not None and content.minimumSizeHint().width() <= 800
    small = page.open_button.font().pointSizeF()
    page.resize(3840, 2160)
    assert page.open_button.font().pointSizeF() > 1.8 * small


def test_letters_keep_their_sizes_in_the_window_and_with_another_theme(qtbot: QtBot, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    qapp.setStyleSheet("QLabel { margin: 0; }")
    try:
        window = QStackedWidget()
        qtbot.addWidget(window)
        page = EmptyPage(window)
        window.addWidget(page)
        window.resize(800, 500)
        window.show()
        title = next(label for label in page.findChildren(QLabel) if label.text().startswith("Restore the faces"))
        usual = QFontInfo(page.font()).pointSizeF()
        assert title.font().pointSizeF() > 1.8 * usual
        qapp.setStyleSheet("QLabel { margin: 1px; }")
        assert title.font().pointSizeF() > 1.8 * usual
        window.resize(1600, 1000)
        qtbot.waitUntil(lambda: title.font().pointSizeF() > 2.4 * usual)
    finally:
        qapp.setStyleSheet(sheet)
