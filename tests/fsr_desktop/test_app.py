"""The program as it starts after a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from fsr_desktop.app import DesktopApp
from fsr_desktop.session.autosave import SUFFIX, autosave_folder
from fsr_desktop.session.saved_file import snapshot, write_saved
from tests.fsr_desktop.played_engine import Play

pytestmark = pytest.mark.window


def test_a_session_that_is_not_brought_back_after_a_crash_is_offered_on_the_start_page(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = Play(tmp_path, monkeypatch)
    play.open("a.jpg")
    play.open("b.jpg")
    write_saved(snapshot(play.workspace.session), autosave_folder() / f"gone{SUFFIX}")
    desktop = DesktopApp(qapp)
    desktop.show()
    qtbot.addWidget(desktop.window)
    offer = desktop.window.start_page.last_session
    qtbot.waitUntil(lambda: desktop.window.findChild(QMessageBox, "offer_session") is not None)
    question = desktop.window.findChild(QMessageBox, "offer_session")
    assert isinstance(question, QMessageBox) and offer.isHidden()
    question.button(QMessageBox.StandardButton.No).click()
    qtbot.waitUntil(lambda: not offer.isHidden())
    assert "2 photo" in offer.text() and len(desktop.workspace.session) == 0
    offer.click()
    qtbot.waitUntil(lambda: len(desktop.workspace.session) == 2)
    desktop.window.guard._may_close = True
    desktop.window.close()
    desktop.close()
