"""Photos that are opened and closed in the workspace, by an engine that the test plays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import PhotoError
from engine.process.protocol import OpenPhoto, RestoreFaces
from fsr_desktop.language.install import install_language
from fsr_desktop.session.photo_state import photo_state
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


def test_an_opened_photo_has_its_faces_with_the_usual_choices(play: Play) -> None:
    photo = play.open(faces=3)
    assert photo.state == "ready" and photo.picture and photo.picture.width == 400
    assert [(face.id, face.model, face.strength, face.is_on) for face in photo.edits.faces] == [
        ("f1", "auto", 1.0, True),
        ("f2", "auto", 1.0, True),
        ("f3", "auto", 1.0, True),
    ]


def test_the_picture_is_there_before_the_faces(play: Play) -> None:
    play.workspace.open_paths([play.folder / "a.jpg"])
    play.start_job()
    play.preview(play.picture())
    assert play.photo.state == "opening" and play.photo.picture and play.photo.picture.height == 300


def test_a_photo_gets_the_usual_scale_when_it_is_opened(play: Play) -> None:
    assert play.open("a.jpg").edits.scale == 0
    play.settings.change(replace(play.settings.current, default_scale=2))
    assert play.open("b.jpg").edits.scale == 2


def test_a_failed_opening_is_told_and_kept(play: Play) -> None:
    play.workspace.open_paths([play.folder / "a.jpg"])
    play.start_job()
    play.fail("a.jpg is damaged.", "Copy it again.")
    assert (play.photo.state, play.photo.failure) == ("failed", play.bridge.tasks[-1].failure)
    told = play.notices[-1]
    assert (told.level, told.text, told.hint) == (
        "error",
        "a.jpg could not be opened",
        "a.jpg is damaged. Copy it again.",
    )
    assert told.photo_id == play.photo.id and told.action and told.action.words == "Show in folder"
    play.workspace.restore()
    assert len(play.notices) == 2 and play.notices[-1] == told


def test_closing_a_photo_cancels_its_jobs_and_says_nothing_more_of_it(play: Play) -> None:
    photo = play.open()
    play.workspace.restore()
    play.start_job()
    play.workspace.open_paths([play.folder / "b.jpg"])
    queued = [task for task in play.bridge.tasks if task.state == "queued"]
    play.workspace.close_photo(photo.id)
    assert play.process.cancelled == [play.job_id]
    assert [task.state for task in queued] == ["queued"]
    notices = len(play.notices)
    play.fail()
    assert len(play.notices) == notices and len(play.workspace.session) == 1
    assert isinstance(play.job, OpenPhoto)


def test_closing_the_current_photo_shows_its_neighbour(play: Play) -> None:
    photos = [play.open(f"{name}.jpg") for name in "abc"]
    play.workspace.show_photo(photos[1].id)
    play.workspace.select_face("f1")
    told: list[str] = []
    play.workspace.current_changed.connect(lambda: told.append("photo"))
    play.workspace.face_selected.connect(lambda: told.append("face"))
    play.workspace.close_photo(photos[1].id)
    assert play.photo is photos[2] and sorted(told) == ["face", "photo"]
    play.workspace.close_photo("p999")
    assert len(play.workspace.session) == 2


def test_opening_a_photo_again_shows_it(play: Play) -> None:
    first = play.open("a.jpg")
    play.open("b.jpg")
    assert play.workspace.open_paths([play.folder / "a.jpg"]) == []
    assert play.photo is first


def test_an_empty_folder_is_said(play: Play) -> None:
    (play.folder / "nothing").mkdir()
    play.workspace.open_paths([play.folder / "nothing"])
    assert play.notices[-1].level == "warning"


def test_fifty_photos_open_one_after_the_other(play: Play) -> None:
    new = play.workspace.open_paths([play.folder / f"{number:02}.jpg" for number in range(50)])
    assert len(new) == 50 and len(play.process.sent) == 1
    for _number in range(50):
        play.finish_open(faces=1)
    assert [photo.state for photo in play.workspace.session] == ["ready"] * 50
    assert [job.path.name for _id, job in play.process.sent if isinstance(job, OpenPhoto)] == [
        f"{number:02}.jpg" for number in range(50)
    ]
    assert play.photo.id == new[0]


def test_a_failure_is_told_in_the_windows_language(play: Play, qapp: QApplication) -> None:
    install_language(qapp, "de")
    try:
        play.workspace.open_paths([play.folder / "a.jpg"])
        error = PhotoError("{name} is empty (0 bytes).", hint="Copy the photo again from where it came.", name="a.jpg")
        play.fail(error.message, error.hint)
        assert play.notices[-1].hint.startswith("a.jpg ist leer (0 Bytes). Kopieren Sie das Foto")
        assert photo_state(play.photo).reason == "a.jpg ist leer (0 Bytes)."
    finally:
        install_language(qapp, "en")


def test_a_photo_whose_opening_was_stopped_is_opened_again_to_be_restored(play: Play) -> None:
    play.workspace.open_paths([play.folder / name for name in ("a.jpg", "b.jpg", "c.jpg")])
    play.start_job()
    play.bridge.cancel_all()
    play.was_cancelled()
    first, second, third = play.workspace.session
    assert [photo.was_cancelled for photo in (first, second, third)] == [True] * 3 and not play.bridge.is_busy
    play.workspace.restore(second)
    play.finish_open(faces=1)
    play.finish_restore()
    assert second.is_restored and first.was_cancelled
    play.workspace.restore_all()
    while play.bridge.is_busy:
        _ = play.finish_restore() if isinstance(play.job, RestoreFaces) else play.finish_open(faces=1)
    assert first.is_restored and third.is_restored


def test_opening_a_photo_again_that_could_not_be_opened_tries_it_again(play: Play) -> None:
    play.workspace.open_paths([play.folder / "a.jpg"])
    play.fail("It is damaged.")
    photo = play.photo
    assert photo.state == "failed" and not photo.was_cancelled
    play.workspace.open_paths([play.folder / "a.jpg"])
    play.finish_open(faces=1)
    assert photo.state == "ready" and photo.failure is None and len(play.workspace.session) == 1


def test_results_that_were_left_out_of_a_folder_are_told(play: Play) -> None:
    for name in ("a.png", "a_restored.png"):
        image = QImage(20, 10, QImage.Format.Format_RGB32)
        image.fill(0)
        image.save(str(play.folder / name))
    assert len(play.workspace.open_paths([play.folder])) == 1
    assert play.notices[-1].level == "info" and "left out" in play.notices[-1].text


def test_what_a_folder_holds_and_cannot_be_opened_is_told(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fsr_desktop.session.photo_paths.MOST_OF_A_FOLDER", 1)
    for name in ("a.png", "b.png"):
        image = QImage(20, 10, QImage.Format.Format_RGB32)
        image.fill(0)
        image.save(str(play.folder / name))
    (play.folder / "dance.gif").write_bytes(b"GIF89a")
    assert len(play.workspace.open_paths([play.folder])) == 1
    not_read, too_many = play.notices[-2:]
    assert "1 picture" in not_read.text and "dance.gif" in not_read.hint
    assert "1 further photo" in too_many.text and too_many.level == "warning"
