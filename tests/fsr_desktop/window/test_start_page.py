"""What is seen while no photo is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from engine.paths import samples_folder
from fsr_desktop.window.opening import SAMPLE
from fsr_desktop.window.start_page import AFTER, BEFORE, MOST_RECENT, StartPage

pytestmark = pytest.mark.window


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(1280, 750)
    page.show()
    return page


def recent(page: StartPage) -> list[QPushButton]:
    rows = page._recent_rows
    found = [item.widget() for i in range(rows.count()) if (item := rows.itemAt(i))]
    return [button for button in found if isinstance(button, QPushButton)]


def test_it_says_what_the_program_does_and_what_a_restored_face_is(page: StartPage) -> None:
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Nothing is sent anywhere" in words and "Ctrl+V" in words
    assert "A restored face is a likely face, not the true one. Never use it to say who a person is." in words


def test_each_button_asks_for_what_it_says(page: StartPage, qtbot: QtBot) -> None:
    asked: list[tuple[str, SignalInstance]] = [
        ("start_open", page.open_requested),
        ("start_open_folder", page.open_folder_requested),
        ("start_sample", page.sample_requested),
        ("start_last_session", page.last_session_requested),
    ]
    page.offer_last_session(3)
    for name, signal in asked:
        button = page.findChild(QPushButton, name)
        assert button
        with qtbot.waitSignal(signal):
            qtbot.keyClick(button, Qt.Key.Key_Space)


def test_the_last_session_is_offered_where_there_is_one(page: StartPage) -> None:
    assert page.last_session.isHidden()
    page.offer_last_session(7)
    assert not page.last_session.isHidden() and "7" in page.last_session.text()
    page.offer_last_session(0)
    assert page.last_session.isHidden()


def test_recent_files_are_listed_and_one_can_be_chosen(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number} & more.jpg" for number in range(MOST_RECENT + 2)]
    page.set_recent(paths)
    assert [button.toolTip() for button in recent(page)] == [str(path) for path in paths[:MOST_RECENT]]
    with qtbot.waitSignal(page.recent_chosen) as told:
        qtbot.mouseClick(recent(page)[1], Qt.MouseButton.LeftButton)
    assert told.args == [paths[1]]
    page.set_recent([])
    assert recent(page) == [] and not page._recent.isVisible()


def test_the_sample_is_shown_restored_and_its_divider_moves(page: StartPage, qtbot: QtBot) -> None:
    picture = page.picture
    qtbot.waitUntil(lambda: not picture.place.isEmpty())
    qtbot.waitUntil(lambda: picture._share == 0.5)
    place = picture.place.toRect()
    there = place.center() - (place.center() - place.topLeft()) / 2
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=there)
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=there)
    assert picture._share == pytest.approx(0.25, abs=0.01)
    qtbot.keyClick(picture, Qt.Key.Key_Right)
    assert picture._share == pytest.approx(0.3, abs=0.01)


def test_in_a_narrow_window_the_sample_gives_way(page: StartPage) -> None:
    page.resize(900, 600)
    assert not page.picture.isVisible()
    content = page.widget()
    assert content is not None and content.minimumSizeHint().width() <= 900
    page.resize(1280, 750)
    assert page.picture.isVisible()


def test_the_pictures_are_of_the_sample_and_differ_at_the_face_alone() -> None:
    import numpy as np

    before, after = (np.asarray(Image.open(samples_folder() / name), np.int16) for name in (BEFORE, AFTER))
    source = Image.open(samples_folder() / SAMPLE)
    assert before.shape == after.shape == (4 * source.height, 4 * source.width, 3)
    enlarged = np.asarray(source.convert("RGB").resize(before.shape[1::-1], Image.Resampling.LANCZOS), np.int16)
    assert np.abs(before - enlarged).mean() < 2
    changed = np.abs(after - before).mean(axis=2)
    face, edge = changed[120:260, 270:410], changed[540:, :180]
    assert face.mean() > 5 * edge.mean()


def test_the_caption_stands_right_below_the_sample_on_a_large_screen(page: StartPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.picture.place.isEmpty())
    page.resize(3840, 2100)
    qtbot.waitUntil(lambda: page.picture.width() > 700)
    qtbot.waitUntil(lambda: page.caption.y() - page.picture.y() - page.picture.place.bottom() < 40)
    words = page.open_button.parentWidget()
    assert words
    gap = page._sample_part.x() - words.geometry().right()
    assert gap < 100  # and the sample beside the words
