"""Undo of the photo that is looked at, and of no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


def test_undo_is_of_the_photo_that_is_looked_at(play: Play) -> None:
    first, second = play.open("a.jpg", faces=1), play.open("b.jpg", faces=1)
    play.workspace.show_photo(first.id)
    play.workspace.set_strength(0.3)
    play.workspace.show_photo(second.id)
    stack = play.workspace.undo_stack
    assert not stack.canUndo() and stack.count() == 0
    stack.undo()
    assert first.edits.faces[0].strength == 0.3
    play.workspace.switch_face("f1", is_on=False)
    assert stack.undoText() == "Switch face off"
    stack.undo()
    assert second.edits.faces[0].is_on and first.edits.faces[0].strength == 0.3
    play.workspace.show_photo(first.id)
    assert stack.undoText() == "Change strength"
    stack.undo()
    assert first.edits.faces[0].strength == 1.0 and stack.redoText() == "Change strength"


def test_the_photo_whose_step_was_taken_back_is_told(play: Play) -> None:
    photo = play.open(faces=1)
    told: list[str] = []
    play.workspace.undo_stack.stepped.connect(told.append)
    play.workspace.set_strength(0.3)
    assert told == []
    play.workspace.undo_stack.undo()
    play.workspace.undo_stack.redo()
    play.workspace.undo_stack.redo()
    assert told == [photo.id, photo.id]


def test_closing_a_photo_drops_its_steps_and_leaves_those_of_others(play: Play) -> None:
    first, second = play.open("a.jpg", faces=1), play.open("b.jpg", faces=1)
    for photo in (first, second):
        play.workspace.show_photo(photo.id)
        play.workspace.set_strength(0.3)
    play.workspace.close_photo(second.id)
    assert play.photo is first and play.workspace.undo_stack.count() == 1
    play.workspace.close_photo(first.id)
    assert not play.workspace.undo_stack.canUndo()


def test_a_choice_for_many_is_one_step_of_each(play: Play) -> None:
    photos = [play.open(f"{name}.jpg", faces=2) for name in "abc"]
    play.workspace.choose_for(photos[:2], model="sparnet-hd", scale=2, strength=0.4)
    assert [photo.edits.scale == 2 for photo in photos] == [True, True, False]
    assert {(face.model, face.strength) for photo in photos[:2] for face in photo.edits.faces} == {("sparnet-hd", 0.4)}
    for photo in photos[:2]:
        play.workspace.show_photo(photo.id)
        assert play.workspace.undo_stack.count() == 1
        play.workspace.undo_stack.undo()
        assert photo.edits.faces[0].model == "auto"
