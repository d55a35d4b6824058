"""Each command can be given while what it needs is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.process.export_jobs import ExportPhoto
from fsr_desktop.actions.all_rows import COMMANDS
from fsr_desktop.window.main_window import MainWindow
from fsr_desktop.window.verbs import WindowCommands
from tests.fsr_desktop.played_engine import Play

pytestmark = pytest.mark.window


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture
def window(qtbot: QtBot, play: Play) -> MainWindow:
    window = MainWindow(play.workspace)
    qtbot.addWidget(window)
    WindowCommands(window)
    return window


def enabled(window: MainWindow) -> set[str]:
    """The needs whose commands are all enabled; commands of one need agree."""
    can = {command.needs for command in COMMANDS if window.action(command.id).isEnabled()}
    cannot = {command.needs for command in COMMANDS if not window.action(command.id).isEnabled()}
    assert not can & cannot
    return set(can)


def test_commands_come_with_what_they_need_and_go_with_it(window: MainWindow, play: Play) -> None:
    assert enabled(window) == {""}
    play.workspace.open_paths([play.folder / "a.jpg"])
    assert enabled(window) == {"", "photo", "work"}
    play.finish_open()
    assert enabled(window) == {"", "photo", "faces"}
    play.workspace.select_face("f1")
    assert enabled(window) == {"", "photo", "faces", "face"}
    play.workspace.delete_face("f1")
    assert enabled(window) == {"", "photo", "faces", "undo"}
    play.workspace.undo_stack.undo()
    assert "redo" in enabled(window) and "undo" not in enabled(window)
    play.workspace.restore()
    play.finish_restore()
    assert {"restored photo", "any restored photo"} <= enabled(window)
    (other,) = play.workspace.open_paths([play.folder / "b.jpg"])
    play.finish_open(0)
    play.workspace.show_photo(other)
    assert enabled(window) - {"redo"} == {"", "photo", "photos", "any restored photo"}


def test_the_button_of_a_batch_exports_the_photos_of_that_batch(window: MainWindow, play: Play) -> None:
    play.workspace.open_paths([play.folder / "before.jpg"])
    play.finish_open()
    play.workspace.restore()
    play.finish_restore()
    play.workspace.open_paths([play.folder / f"{name}.jpg" for name in "ab"])
    play.workspace.restore_all()
    play.open_rest({})
    window.toasts.press_newest()
    exported = [task.job.path.name for task in play.workspace.bridge.tasks if isinstance(task.job, ExportPhoto)]
    assert exported == ["a.jpg", "b.jpg"]
