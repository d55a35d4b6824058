"""Faces restored by the workspace, with an engine that says what the test lets it say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.process.protocol import OpenPhoto, RestoreFaces
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


def test_outcomes_are_kept_by_what_was_asked_for(play: Play) -> None:
    photo = play.open()
    play.workspace.restore()
    outcomes = play.finish_restore()
    assert [photo.outcome(face) for face in photo.edits.faces] == list(outcomes)
    assert photo.is_restored and photo.missing() == ()
    assert photo.outcome(photo.edits.faces[0], "other") is None


def test_a_face_shows_as_soon_as_it_is_ready(play: Play) -> None:
    photo = play.open()
    play.workspace.restore()
    play.start_job()
    play.preview(play.outcome("f1"))
    assert len(photo.placed()) == 1
    assert [request.id for request in photo.missing()] == ["f2"]


def test_a_late_outcome_lands_under_the_model_it_was_asked_with(play: Play) -> None:
    photo = play.open(faces=1)
    play.workspace.restore()
    play.start_job()
    play.workspace.choose_model("sparnet-hd", face_id="f1")
    face = photo.edits.faces[0]
    play.finish_restore(model="sparnet-x8")
    assert photo.outcome(face) is None
    late = photo.outcome(face, "auto")
    assert late and late.model == "sparnet-x8"


def test_another_model_while_a_restoration_runs_is_restored_next(play: Play) -> None:
    photo = play.open(faces=1)
    play.workspace.restore()
    play.start_job()
    play.workspace.choose_model("sparnet-hd")
    play.finish_restore(model="sparnet-x8")
    assert isinstance(play.job, RestoreFaces) and play.job.faces[0].model == "sparnet-hd"
    play.finish_restore()
    assert photo.outcome(photo.edits.faces[0]) is not None


def test_nothing_runs_by_itself_where_the_user_does_not_want_it(play: Play) -> None:

    play.settings.change(replace(play.settings.current, restore_automatically=False))
    play.open(faces=1)
    play.workspace.restore()
    play.finish_restore()
    sent = len(play.process.sent)
    play.workspace.choose_model("sparnet-hd")
    assert len(play.process.sent) == sent


def test_a_photo_that_still_opens_is_restored_once_it_is_open(play: Play) -> None:
    play.workspace.open_paths([play.folder / "a.jpg"])
    play.workspace.restore()
    assert isinstance(play.job, OpenPhoto)
    play.finish_open()
    assert isinstance(play.job, RestoreFaces)


def test_restore_all_takes_open_and_opening_photos(play: Play) -> None:
    first = play.open("a.jpg")
    play.workspace.open_paths([play.folder / "b.jpg"])
    play.workspace.restore_all()
    play.finish_open()
    play.finish_restore()
    play.finish_restore()
    assert first.is_restored and play.photo.is_restored


def test_the_same_face_is_not_asked_for_twice(play: Play) -> None:
    play.open()
    play.workspace.restore()
    play.workspace.restore()
    assert sum(isinstance(task.job, RestoreFaces) for task in play.bridge.tasks) == 1


def test_a_failed_face_is_told_and_tried_again_when_asked(play: Play) -> None:
    photo = play.open(faces=1)
    play.workspace.restore()
    play.finish_restore("failed")
    assert play.notices[-1].level == "error" and play.notices[-1].hint == "It is too small."
    assert photo.placed() == ()
    play.workspace.restore()
    play.finish_restore()
    assert photo.is_restored


def test_skipped_faces_are_told_only_if_nothing_was_restored(play: Play) -> None:
    play.open(faces=1)
    play.workspace.restore()
    play.finish_restore("skipped")
    assert play.notices[-1].level == "warning"
    sent = len(play.process.sent)
    play.workspace.restore()
    assert len(play.process.sent) == sent


def test_what_cannot_be_restored_is_said(play: Play) -> None:
    play.open(faces=0)
    before = len(play.notices)
    play.workspace.restore()
    assert "No face" in play.notices[before].text and play.notices[before].hint
    play.open("b.jpg", faces=1)
    play.workspace.switch_face("f1", is_on=False)
    play.workspace.restore()
    assert "left as they are" in play.notices[-1].text


def test_the_photo_that_is_restored_goes_before_those_that_still_open(play: Play) -> None:
    first = play.open("a.jpg")
    play.workspace.open_paths([play.folder / f"{number}.jpg" for number in range(5)])
    play.workspace.restore(first)
    play.finish_open()
    assert isinstance(play.job, RestoreFaces)


def test_the_face_looked_at_is_the_selected_one_or_the_first_restored_or_the_first(play: Play) -> None:
    session = play.workspace.session
    assert session.face_looked_at is None
    photo = play.open(faces=3)
    faces = photo.edits.faces
    assert session.face_looked_at is faces[0]
    photo.results[photo.key_of(faces[1])] = play.outcome("f2")
    assert session.face_looked_at is faces[1]
    play.workspace.select_face("f3")
    assert session.face_looked_at is faces[2]


def test_photos_are_restored_when_they_are_opened_if_the_user_wants_that(play: Play) -> None:

    play.settings.change(replace(play.settings.current, restore_when_opened=True))
    play.open("a.jpg", faces=1)
    play.finish_restore()
    assert play.photo.is_restored
    play.workspace.open_paths([play.folder / "b.jpg", play.folder / "c.jpg"])
    assert play.workspace.batch.count == 2
    play.open_rest()
    assert [photo.is_restored for photo in play.workspace.session] == [True] * 3
