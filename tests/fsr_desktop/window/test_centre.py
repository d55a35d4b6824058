"""Notices are seen whichever page is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from fsr_desktop.session.notice import Notice
from fsr_desktop.window.centre import PagesFrame
from fsr_desktop.window.notice_bar import NoticeRow
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.mark.parametrize("page", [0, 1])
def test_a_notice_stands_above_every_page(play: Play, qtbot, page: int) -> None:
    frame = PagesFrame(play.workspace)
    qtbot.addWidget(frame)
    for words in ("nothing is open", "a photo"):
        frame.pages.addWidget(QLabel(words))
    frame.pages.setCurrentIndex(page)
    frame.resize(600, 400)
    frame.show()
    play.workspace.notice.emit(Notice(level="warning", text="There is no photo in what was pasted."))
    row = frame.notice_bar.findChild(NoticeRow)
    assert row is not None and row.isVisibleTo(frame)
    qtbot.waitUntil(lambda: frame.pages.y() >= row.height() > 0)


def test_a_notice_of_a_written_file_offers_its_folder(play: Play, qtbot, tmp_path: Path) -> None:
    frame = PagesFrame(play.workspace)
    qtbot.addWidget(frame)
    play.workspace.notice.emit(Notice(level="info", text="Saved.", folder=tmp_path))
    buttons = [button.text() for button in frame.notice_bar.findChildren(QAbstractButton)]
    assert "Show in folder" in buttons
