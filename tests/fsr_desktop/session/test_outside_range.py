"""Faces of a size that no model is meant for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.models.registry import InstalledModel, scan_models
from fsr_desktop.session.outside_range import edits_outside_range, is_left_for_its_size
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def models() -> tuple[InstalledModel, ...]:
    return tuple(scan_models()[0])


@pytest.mark.parametrize(("side_px", "model"), [(424.0, "sparnet-hd"), (5.0, "sparnet-x8")])
def test_the_model_that_comes_nearest_takes_a_face_that_was_left(
    play: Play, models: tuple[InstalledModel, ...], side_px: float, model: str
) -> None:
    photo = play.open(faces=2)
    first, second = photo.edits.faces
    first = replace(first, side_px=side_px)
    photo.edits = replace(photo.edits, faces=(first, second))
    photo.results[photo.key_of(first)] = play.outcome("f1", status="skipped")
    photo.results[photo.key_of(second)] = play.outcome("f2")
    assert [is_left_for_its_size(photo, face) for face in photo.edits.faces] == [True, False]
    changed = edits_outside_range(photo, models).faces
    assert (changed[0].model, changed[0].outside_range) == (model, True) and changed[1] is second


def test_a_face_keeps_the_model_that_was_asked_for(play: Play, models: tuple[InstalledModel, ...]) -> None:
    photo = play.open(faces=1)
    play.workspace.choose_model("dic-x8")
    photo.results[photo.key_of(photo.edits.faces[0])] = play.outcome("f1", status="skipped")
    (face,) = edits_outside_range(photo, models).faces
    assert (face.model, face.outside_range) == ("dic-x8", True)


def test_without_models_nothing_changes(play: Play) -> None:
    photo = play.open(faces=1)
    photo.results[photo.key_of(photo.edits.faces[0])] = play.outcome("f1", status="skipped")
    assert edits_outside_range(photo, ()).faces == photo.edits.faces
