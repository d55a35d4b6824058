"""Each window's own cache folder, and what crashed windows left behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fsr_desktop.session.notice import Notice
from fsr_desktop.session.work_folder import WorkFolder

CRASHES = """
import os, sys
from pathlib import Path
from fsr_desktop.session.work_folder import WorkFolder
folder = WorkFolder(Path(sys.argv[1]))
(folder.path / "p1").mkdir(parents=True)
(folder.path / "p1" / "level0.npy").write_bytes(b"pixels")
os._exit(9)
"""


def filled(folder: WorkFolder) -> Path:
    (folder.path / "p1").mkdir(parents=True)
    (folder.path / "p1" / "level0.npy").write_bytes(b"pixels")
    return folder.path


def names_in(cache: Path) -> set[str]:
    return {path.name for path in cache.iterdir()}


def test_the_folder_of_a_window_that_crashed_is_removed_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", CRASHES, str(tmp_path)], check=False, cwd=Path(__file__).parents[3])
    left = names_in(tmp_path)
    assert len(left) == 2  # the folder and its lock
    window = WorkFolder(tmp_path)
    path = filled(window)
    window.remove_left_over()
    qtbot.waitUntil(lambda: not left & names_in(tmp_path))
    assert (path / "p1" / "level0.npy").exists()
    window.close()
    assert names_in(tmp_path) == set()


def test_windows_that_run_at_once_leave_each_other_alone(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = WorkFolder(tmp_path), WorkFolder(tmp_path)
    kept = filled(one)
    abandoned = tmp_path / "window-1-abandoned"
    abandoned.mkdir()
    for window in (one, other):
        window.remove_left_over()
    qtbot.waitUntil(lambda: not abandoned.exists())
    other.close()
    assert (kept / "p1" / "level0.npy").exists()
    one.close()
    assert names_in(tmp_path) == set()


def test_what_is_no_windows_folder_stays(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    abandoned = tmp_path / "window-1-abandoned"
    abandoned.mkdir()
    window = WorkFolder(tmp_path)
    window.remove_left_over()
    qtbot.waitUntil(lambda: not abandoned.exists())
    window.close()
    assert names_in(tmp_path) == {"notes.txt"}


@pytest.mark.window
def test_the_program_says_which_files_are_missing_and_removes_what_was_left_over_when_it_starts(
    qtbot: QtBot, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QApplication

    from fsr_desktop.app import DesktopApp
    from tests.fsr_desktop.restored_scene import FakeEngine

    for name in ("start", "close"):
        monkeypatch.setattr(FakeEngine, name, lambda _self: None, raising=False)
    monkeypatch.setattr("fsr_desktop.session.engine_bridge.EngineProcess", FakeEngine)
    abandoned = own_data_folder / "cache" / "window-1-abandoned"
    abandoned.mkdir(parents=True)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    desktop = DesktopApp(application)
    notices: list[Notice] = []
    desktop.workspace.notice.connect(notices.append)
    desktop.show(missing=["nosuch.jpg"])
    qtbot.waitUntil(lambda: not abandoned.exists())
    assert [(notice.level, notice.hint) for notice in notices] == [("warning", "nosuch.jpg")]
    desktop.close()
    desktop.window.close()
    assert names_in(own_data_folder / "cache") == set()
