"""A face is restored with other looks to compare them, and with the one that the user takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.process.protocol import RestoreFaces
from fsr_desktop.session.saved_file import read_session, snapshot, write_saved
from tests.fsr_desktop.played_engine import Play


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


def test_one_face_is_compared_and_nothing_is_told_besides(play: Play) -> None:
    photo = play.open(faces=2)
    play.workspace.restored.connect(lambda _photo: pytest.fail("a comparison is no restoration of the photo"))
    play.workspace.switch_face("f2", is_on=False)
    play.workspace.restore_with(("sparnet-hd",), face_id="f2")
    job = play.job
    assert isinstance(job, RestoreFaces)
    assert [(face.id, face.model, face.outside_range) for face in job.faces] == [("f2", "sparnet-hd", False)]
    play.finish_restore("skipped")
    outcome = photo.outcome(photo.edits.faces[1], "sparnet-hd")
    assert outcome and outcome.status == "skipped" and play.notices == []
    play.workspace.restore_with(("sparnet-hd",), face_id="f2")
    assert play.job is job  # it has an outcome already


def test_outside_the_range_is_another_outcome_than_the_refusal(play: Play) -> None:
    photo = play.open(faces=1)
    face = photo.edits.faces[0]
    play.workspace.restore_with(("sparnet-hd",), face_id="f1")
    play.finish_restore("skipped")
    play.workspace.restore_with(("sparnet-hd",), face_id="f1", outside_range=True)
    job = play.job
    assert isinstance(job, RestoreFaces) and job.faces[0].outside_range
    play.finish_restore()
    found = photo.results[photo.key_of(face, "sparnet-hd", outside_range=True)]
    refused = photo.outcome(face, "sparnet-hd")
    assert found.status == "restored" and refused and refused.status == "skipped"


def test_a_look_is_used_with_its_result_and_can_be_undone(play: Play) -> None:
    photo = play.open(faces=1)
    play.workspace.restore_with(("sparnet-hd",), face_id="f1", outside_range=True)
    (outcome,) = play.finish_restore()
    sent = len(play.process.sent)
    play.workspace.use_look("sparnet-hd", face_id="f1", outside_range=True)
    assert photo.outcome(photo.edits.faces[0]) is outcome and len(play.process.sent) == sent
    assert not photo.missing()
    play.workspace.choose_model("sparnet-hd", face_id="f1")
    assert not photo.edits.faces[0].outside_range
    play.workspace.undo_stack.undo()
    play.workspace.undo_stack.undo()
    assert photo.edits.faces[0].model == "auto"


def test_a_saved_session_keeps_that_a_look_is_used_outside_its_range(play: Play) -> None:
    play.open(faces=1)
    play.workspace.use_look("sparnet-hd", face_id="f1", outside_range=True)
    path = play.folder / "session.json"
    write_saved(snapshot(play.workspace.session), path)
    edits = read_session(path).photos[0].edits
    assert edits and edits.faces[0].outside_range
    content = json.loads(path.read_text())
    del content["photos"][0]["edits"]["faces"][0]["outside_range"]  # as former versions wrote it
    path.write_text(json.dumps(content))
    edits = read_session(path).photos[0].edits
    assert edits and not edits.faces[0].outside_range
