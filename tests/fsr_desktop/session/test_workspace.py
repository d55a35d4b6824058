"""The workspace's verbs, played through with an engine that says what the test lets it say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import PhotoError
from engine.process.protocol import OpenPhoto, RestoreFaces
from engine.types import Box
from fsr_desktop.language.install import install_language
from fsr_desktop.session.photo_state import photo_state
from fsr_desktop.session.photos import PhotoEdits
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


def test_undo_finds_the_old_result_again_and_runs_nothing(play: Play) -> None:
    photo = play.open(faces=1)
    play.workspace.restore()
    (old,) = play.finish_restore()
    play.workspace.choose_model("sparnet-hd")
    (new,) = play.finish_restore()
    sent = len(play.process.sent)
    play.workspace.undo_stack.undo()
    assert photo.outcome(photo.edits.faces[0]) is old
    play.workspace.undo_stack.redo()
    assert photo.outcome(photo.edits.faces[0]) is new
    assert len(play.process.sent) == sent


def test_nothing_runs_by_itself_where_the_user_does_not_want_it(play: Play) -> None:
    from dataclasses import replace

    play.settings.change(replace(play.settings.current, restore_automatically=False))
    play.open(faces=1)
    play.workspace.restore()
    play.finish_restore()
    sent = len(play.process.sent)
    play.workspace.choose_model("sparnet-hd")
    assert len(play.process.sent) == sent


def test_a_drag_of_the_strength_is_one_step_of_undo(play: Play) -> None:
    photo = play.open()
    for percent in range(99, 39, -1):
        play.workspace.set_strength(percent / 100, face_id="f1")
    assert play.workspace.undo_stack.count() == 1
    assert [face.strength for face in photo.edits.faces] == [0.4, 1.0]
    play.workspace.undo_stack.undo()
    assert [face.strength for face in photo.edits.faces] == [1.0, 1.0]
    play.workspace.undo_stack.redo()
    assert photo.edits.faces[0].strength == 0.4


def test_drags_of_two_faces_are_two_steps(play: Play) -> None:
    play.open()
    for face_id in ("f1", "f2", "f1"):
        play.workspace.set_strength(0.5, face_id=face_id)
    assert play.workspace.undo_stack.count() == 3


def test_a_drag_after_a_pause_is_a_step_of_its_own(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    play.open()
    play.workspace.set_strength(0.5, face_id="f1")
    monkeypatch.setattr("fsr_desktop.session.undo_step.MERGE_WITHIN_S", -1.0)
    play.workspace.set_strength(0.2, face_id="f1")
    assert play.workspace.undo_stack.count() == 2


def test_all_faces_are_switched_at_once(play: Play) -> None:
    photo = play.open(faces=3)
    play.workspace.switch_face("", is_on=False)
    assert not any(face.is_on for face in photo.edits.faces)
    play.workspace.undo_stack.undo()
    assert all(face.is_on for face in photo.edits.faces)


def test_a_drawn_face_is_selected_and_comes_and_goes_with_undo(play: Play) -> None:
    photo = play.open(faces=1)
    play.workspace.draw_face(Box(5, 5, 40, 50))
    drawn = photo.edits.faces[-1]
    assert (drawn.id, drawn.face.source, play.workspace.session.selected_face_id) == ("h1", "hand", "h1")
    assert drawn.side_px > 40
    play.workspace.undo_stack.undo()
    assert len(photo.edits.faces) == 1 and play.workspace.session.selected_face_id is None
    play.workspace.undo_stack.redo()
    assert photo.edits.faces[-1] is drawn


def test_a_face_that_is_drawn_after_a_deleted_one_never_has_its_id(play: Play) -> None:
    photo = play.open(faces=1)
    play.workspace.draw_face(Box(5, 5, 40, 50))
    brought_back = photo.edits
    play.workspace.close_photo(photo.id)
    photo = play.open(faces=1)
    play.workspace.put_edits(photo.id, brought_back)
    play.workspace.delete_face("h1")
    play.workspace.draw_face(Box(100, 5, 40, 50))
    assert [face.id for face in photo.edits.faces] == ["f1", "h2"]


def test_a_deleted_face_comes_back_with_its_result(play: Play) -> None:
    photo = play.open(faces=2)
    play.workspace.restore()
    play.finish_restore()
    play.workspace.select_face("f1")
    play.workspace.delete_face("f1")
    assert [face.id for face in photo.edits.faces] == ["f2"] and play.workspace.session.selected_face is None
    play.workspace.undo_stack.undo()
    assert photo.outcome(photo.edits.faces[0]) is not None


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


def test_another_scale_runs_nothing_and_keeps_the_results(play: Play) -> None:
    photo = play.open(faces=1)
    play.workspace.restore()
    play.finish_restore()
    sent = len(play.process.sent)
    for scale in (2, 4, 1, 0):
        play.workspace.set_photo_options(scale=scale)
        assert photo.edits.scale == scale and photo.is_restored
    assert len(play.process.sent) == sent
    play.workspace.set_photo_options(match_grain=True)
    assert len(play.process.sent) == sent + 1


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


def test_edits_put_before_a_photo_is_open_stay_even_without_faces(play: Play) -> None:
    (photo_id,) = play.workspace.open_paths([play.folder / "a.jpg"])
    play.workspace.put_edits(photo_id, PhotoEdits(scale=2))
    play.finish_open(faces=2)
    assert play.photo.edits.faces == () and play.photo.edits.scale == 2


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


def test_the_photo_that_is_restored_goes_before_those_that_still_open(play: Play) -> None:
    first = play.open("a.jpg")
    play.workspace.open_paths([play.folder / f"{number}.jpg" for number in range(5)])
    play.workspace.restore(first)
    play.finish_open()
    assert isinstance(play.job, RestoreFaces)


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


def test_photos_are_restored_when_they_are_opened_if_the_user_wants_that(play: Play) -> None:
    from dataclasses import replace

    play.settings.change(replace(play.settings.current, restore_when_opened=True))
    play.open("a.jpg", faces=1)
    play.finish_restore()
    assert play.photo.is_restored
    play.workspace.open_paths([play.folder / "b.jpg", play.folder / "c.jpg"])
    assert play.workspace.batch.count == 2
    play.open_rest()
    assert [photo.is_restored for photo in play.workspace.session] == [True] * 3
