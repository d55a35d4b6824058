"""A photo whose file was moved after it was opened is chosen again; another photo is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from engine.errors import PhotoGoneError
from engine.files import refused, sha256_of
from engine.process.events import Failed
from fsr_desktop.language.install import install_language
from fsr_desktop.session.photos import PhotoItem
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


@pytest.fixture
def moved(play: Play, window: MainWindow) -> PhotoItem:
    """A restored photo `a.jpg`, whose file is `found.jpg` now, so that it could not be exported."""
    (play.folder / "a.jpg").write_bytes(b"the photo")
    photo = play.open("a.jpg", faces=1)
    assert photo.opened
    photo.opened = replace(photo.opened, content=sha256_of(play.folder / "a.jpg"))
    play.workspace.restore()
    play.finish_restore()
    (play.folder / "a.jpg").rename(play.folder / "found.jpg")
    window.exporter.export_photo()
    lose(play, photo)
    return photo


def lose(play: Play, photo: PhotoItem) -> None:
    """The engine says that the file is gone."""
    gone = FileNotFoundError(2, "No such file or directory")
    error = PhotoGoneError(refused(photo.path, gone), hint="It may have been moved or renamed; choose it again.")
    play.say(Failed(job_id=play.job_id, code=error.code, message=error.message, hint=error.hint))


def choose(play: Play, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Press the button of the last notice, and choose that file."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(play.folder / name) if name else "", ""))
    action, before = play.notices[-1].action, len(play.notices)
    assert action and action.run and action.words == "Choose the photo again…"
    action.run()
    if name:
        qtbot.waitUntil(lambda: len(play.notices) > before)


def test_the_same_file_is_taken_and_nothing_is_lost(
    play: Play, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, moved: PhotoItem, window: MainWindow
) -> None:
    assert play.notices[-1].text == "a.jpg is not where it was" and "No such file" in play.notices[-1].hint
    choose(play, qtbot, monkeypatch, "found.jpg")
    assert (play.notices[-1].level, play.notices[-1].text) == ("done", "found.jpg is found again")
    assert moved.path == play.folder / "found.jpg" and moved.is_restored
    assert window.windowTitle().startswith("found.jpg")
    assert play.workspace.open_paths([play.folder / "found.jpg"]) == []  # it is that photo
    window.exporter.export_photo()
    assert getattr(play.job, "path", None) == play.folder / "found.jpg"


def test_another_photo_is_refused_and_can_be_chosen_anew(
    play: Play, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, moved: PhotoItem
) -> None:
    (play.folder / "other.jpg").write_bytes(b"another photo")
    choose(play, qtbot, monkeypatch, "other.jpg")
    assert play.notices[-1].text == "other.jpg is another photo" and moved.path.name == "a.jpg"
    choose(play, qtbot, monkeypatch, "")
    assert moved.path.name == "a.jpg"
    choose(play, qtbot, monkeypatch, "found.jpg")
    assert moved.path.name == "found.jpg"


def test_a_file_that_is_a_photo_of_the_session_already_is_not_taken_twice(
    play: Play, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, moved: PhotoItem
) -> None:
    choice = play.notices[-1]
    play.open("found.jpg")
    play.notices.append(choice)
    choose(play, qtbot, monkeypatch, "found.jpg")
    assert play.notices[-1].text == "found.jpg is open already" and moved.path.name == "a.jpg"


def test_a_photo_that_cannot_be_restored_for_it_is_chosen_again_too(play: Play, window: MainWindow) -> None:
    photo = play.open("a.jpg", faces=1)
    assert photo.opened
    photo.opened = replace(photo.opened, content="0" * 64)
    play.workspace.restore()
    lose(play, photo)
    assert play.notices[-1].text == "a.jpg is not where it was"
    assert play.workspace.tellings.action_for(photo).words == "Choose the photo again…"
    assert play.workspace.move_photo(photo, play.folder / "b.jpg")
    assert play.workspace.tellings.action_for(photo).words == "Try again"
    play.workspace.restore()
    play.finish_restore()
    assert photo.is_restored


def test_it_is_told_in_german_alone(play: Play, window: MainWindow, qapp: QApplication) -> None:
    install_language(qapp, "de")
    try:
        photo = play.open("a.jpg", faces=1)
        assert photo.opened
        photo.opened = replace(photo.opened, content="0" * 64)
        play.workspace.restore()
        lose(play, photo)
        said = play.notices[-1].hint
        assert "Datei oder Ordner nicht gefunden" in said and "No such" not in said
    finally:
        install_language(qapp, "en")
