"""What is asked before the window closes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.paths import samples_folder
from engine.process.export_jobs import ExportPhoto
from engine.process.protocol import Exported
from engine.types import Box
from fsr_desktop.export.exporter import Exporter
from fsr_desktop.export.jobs import ExportChoice
from fsr_desktop.window.closing import ClosingDialog, ClosingGuard, what_is_lost
from tests.fsr_desktop.played_engine import Play

pytestmark = pytest.mark.window


class GuardedWindow(QWidget):
    """Closes as the guard lets it."""

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.exporter = Exporter(play.workspace)
        self.guard = ClosingGuard(self, play.workspace, self.exporter)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        event.setAccepted(self.guard.may_close())

    @property
    def question(self) -> ClosingDialog:
        assert self.guard.dialog
        return self.guard.dialog


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture
def window(qtbot: QtBot, play: Play) -> GuardedWindow:
    window = GuardedWindow(play)
    qtbot.addWidget(window)
    window.show()
    return window


def restored(play: Play, names: Sequence[str]) -> None:
    for name in names:
        play.open(f"{name}.jpg", faces=1)
        play.workspace.restore()
        play.finish_restore()


def write_all(play: Play) -> None:
    while play.bridge.is_busy:
        assert isinstance(play.job, ExportPhoto)
        play.start_job()
        play.finish(Exported(files=(play.job.target,)))


def words_of(question: ClosingDialog) -> str:
    return "\n".join(label.text() for label in question.findChildren(QLabel))


def test_a_window_with_nothing_to_lose_closes_at_once(play: Play, window: GuardedWindow) -> None:
    play.open("a.jpg", faces=2)
    assert window.close() and not window.isVisible()


def test_photos_that_are_not_exported_are_asked_about_and_the_window_stays(play: Play, window: GuardedWindow) -> None:
    restored(play, "abc")
    assert not window.close()
    assert "3 photo" in words_of(window.question) and window.question.export_button.isVisibleTo(window.question)
    QTest.keyClick(window.question, Qt.Key.Key_Escape)
    assert window.isVisible() and window.guard.dialog is None
    assert not window.close()


def test_it_closes_all_the_same_if_that_is_wanted(play: Play, window: GuardedWindow) -> None:
    restored(play, "a")
    window.close()
    window.question.close_button.click()
    assert not window.isVisible()


def test_it_closes_once_everything_is_exported(play: Play, window: GuardedWindow) -> None:
    restored(play, "ab")
    window.close()
    window.question.export_button.click()
    assert window.isVisible()
    write_all(play)
    assert not window.isVisible() and not what_is_lost(play.workspace)


def test_it_stays_if_an_export_fails(play: Play, window: GuardedWindow) -> None:
    restored(play, "a")
    window.close()
    window.question.export_button.click()
    play.start_job()
    play.fail("The disk is full.")
    assert window.isVisible() and play.notices[-1].text == "The disk is full."
    assert not window.close()


def test_it_closes_only_when_the_last_of_two_exports_is_written(play: Play, window: GuardedWindow) -> None:
    restored(play, "ab")
    window.exporter.export_photo()
    window.close()
    window.question.export_button.click()
    play.start_job()
    play.finish(Exported(files=()))
    assert window.isVisible() and play.bridge.is_busy
    write_all(play)
    assert not window.isVisible()


def test_it_closes_where_all_was_written_while_it_asked(play: Play, window: GuardedWindow) -> None:
    restored(play, "a")
    window.exporter.export_photo()
    window.close()
    write_all(play)
    window.question.export_button.click()
    assert not window.isVisible()


def test_exported_photos_are_not_asked_about(play: Play, window: GuardedWindow) -> None:
    restored(play, "a")
    Exporter(play.workspace).export_photo()
    write_all(play)
    assert window.close()


def test_the_sample_is_not_asked_about(play: Play, window: GuardedWindow) -> None:
    play.folder = samples_folder()
    restored(play, ["two-people"])
    assert window.close()


def test_drawn_boxes_and_running_work_are_asked_about(play: Play, window: GuardedWindow) -> None:
    play.open("a.jpg", faces=1)
    play.workspace.draw_face(Box(5, 5, 40, 50))
    assert not window.close() and "you drew" in words_of(window.question)
    assert not window.question.export_button.isVisibleTo(window.question)
    window.question.cancel_button.click()
    play.workspace.undo_stack.undo()
    play.workspace.restore()
    assert not window.close() and "Restore a.jpg" in words_of(window.question)


def test_what_a_batch_has_left_is_counted_and_what_else_runs_is_named_once(play: Play, window: GuardedWindow) -> None:
    play.workspace.open_paths([play.folder / f"{name}.jpg" for name in "abcdefgh"])
    play.open_rest()
    play.workspace.restore_all()
    for _done in range(2):
        play.finish_restore()
    window.exporter.export_many(["p1"])
    window.exporter.export_with(ExportChoice(what="comparison"))
    window.exporter.export_with(ExportChoice(what="comparison"))
    assert play.workspace.batch.done == 2
    window.close()
    running = words_of(window.question).partition("Closing stops ")[2].splitlines()
    assert running[1:4] == [
        "Restoration of 6 photo(s)", "Export a_restored.png", "Export the comparison a_restored_comparison.png",
    ]  # fmt: skip
    assert not any(line.startswith("Restore ") for line in running)
