"""What the user changes of a photo and its faces, and undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.types import Box
from fsr_desktop.session.photos import PhotoEdits
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


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


def test_edits_put_before_a_photo_is_open_stay_even_without_faces(play: Play) -> None:
    (photo_id,) = play.workspace.open_paths([play.folder / "a.jpg"])
    play.workspace.put_edits(photo_id, PhotoEdits(scale=2))
    play.finish_open(faces=2)
    assert play.photo.edits.faces == () and play.photo.edits.scale == 2
