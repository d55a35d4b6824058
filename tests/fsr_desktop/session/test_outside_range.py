"""Faces that were left because no model is meant for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fsr_desktop.session.outside_range import edits_outside_range, is_left_for_its_size
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


def test_a_face_that_was_left_is_restored_all_the_same_and_the_others_stay(play: Play) -> None:
    photo = play.open(faces=2)
    first, second = photo.edits.faces
    photo.results[photo.key_of(first)] = play.outcome("f1", status="skipped")
    photo.results[photo.key_of(second)] = play.outcome("f2")
    assert [is_left_for_its_size(photo, face) for face in photo.edits.faces] == [True, False]
    changed = edits_outside_range(photo).faces
    assert (changed[0].model, changed[0].outside_range) == ("auto", True) and changed[1] is second
    assert edits_outside_range(photo, face_id="f2").faces == photo.edits.faces


def test_a_face_keeps_the_model_that_was_asked_for(play: Play) -> None:
    photo = play.open(faces=1)
    play.workspace.choose_model("dic-x8")
    photo.results[photo.key_of(photo.edits.faces[0])] = play.outcome("f1", status="skipped")
    (face,) = edits_outside_range(photo).faces
    assert (face.model, face.outside_range) == ("dic-x8", True)
