"""What has become of a photo or a face, in one of a few states."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from pytestqt.qtbot import QtBot

from fsr_desktop.look.icons import icon_names
from fsr_desktop.session.export_mark import can_be_exported, export_mark, is_exported, waits_for_export
from fsr_desktop.session.photo_state import SIGNS, ItemState, StateName, face_state, photo_state
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


def test_every_state_has_a_sign_of_its_own_and_words() -> None:
    names = get_args(StateName)
    assert set(SIGNS) == set(names) and len(set(SIGNS.values())) == len(names)
    assert set(SIGNS.values()) <= set(icon_names())
    assert len({ItemState(name).word for name in names}) == len(names)


def test_a_photo_goes_through_its_states(play: Play) -> None:
    play.workspace.open_paths([play.folder / "a.jpg"])
    photo = play.photo
    assert photo_state(photo).name == "not yet"
    play.start_job()
    assert photo_state(photo).name == "opening"
    play.finish_open(2)
    assert photo_state(photo).name == "not yet" and not photo_state(photo).needs_user
    play.workspace.restore()
    play.start_job()
    play.preview(play.outcome("f1"))
    running = photo_state(photo, is_restoring=True)
    assert (running.name, running.detail) == ("restoring", "1 of 2")
    play.preview(play.outcome("f2"))
    assert photo_state(photo).name == "restored"


@pytest.mark.parametrize(
    ("statuses", "name", "needs_user"),
    [
        (("restored", "restored"), "restored", False),
        (("restored", "skipped"), "partly restored", True),
        (("restored", "failed"), "partly restored", True),
        (("skipped", "skipped"), "left", True),
        (("skipped", "failed"), "failed", True),
    ],
)
def test_a_photo_is_what_its_faces_are(play: Play, statuses: tuple[str, str], name: str, needs_user: bool) -> None:
    photo = play.open(faces=2)
    for face, status in zip(photo.edits.faces, statuses, strict=True):
        photo.results[photo.key_of(face)] = play.outcome(face.id, status=status)  # pyright: ignore[reportArgumentType]
    state = photo_state(photo)
    assert (state.name, state.needs_user) == (name, needs_user)
    assert state.reason == ("It is too small." if needs_user else "")


def test_what_the_user_left_has_no_reason_and_needs_nothing(play: Play) -> None:
    photo = play.open(faces=1)
    play.workspace.switch_face("f1", is_on=False)
    assert photo_state(photo) == ItemState("left") == face_state(photo, photo.edits.faces[0], {})


def test_a_photo_without_faces_or_whose_opening_was_stopped_has_not_failed(play: Play) -> None:
    assert photo_state(play.open(faces=0)).name == "no face"
    play.workspace.open_paths([play.folder / "b.jpg"])
    play.workspace.stop_all()
    play.was_cancelled()
    stopped = [photo for photo in play.workspace.session][1]
    assert stopped.was_cancelled and photo_state(stopped).name == "not yet"


def test_a_photo_is_exported_until_something_changes_and_again_when_that_is_undone(play: Play) -> None:
    photo = play.open(faces=2)
    assert not can_be_exported(photo)
    play.workspace.restore()
    play.finish_restore()
    assert waits_for_export(photo) and photo_state(photo).name == "restored"
    photo.exported_mark = export_mark(photo)
    assert is_exported(photo) and photo_state(photo).name == "exported"
    play.workspace.set_strength(0.5, face_id="f1")
    assert waits_for_export(photo) and photo_state(photo).name == "restored"
    play.workspace.undo_stack.undo()
    assert is_exported(photo)
    play.workspace.switch_face("f2", is_on=False)
    assert waits_for_export(photo)


def test_a_photo_without_faces_can_be_exported_enlarged(play: Play) -> None:
    photo = play.open(faces=0)
    assert not can_be_exported(photo)
    photo.edits = replace(photo.edits, scale=2)
    assert waits_for_export(photo)
    photo.exported_mark = export_mark(photo)
    assert photo_state(photo).name == "exported"


def test_an_enlarged_photo_with_faces_that_still_wait_is_not_exported_yet(play: Play) -> None:
    photo = play.open(faces=1)
    photo.edits = replace(photo.edits, scale=2)
    assert not can_be_exported(photo)
