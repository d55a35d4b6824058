"""Overlays that must be computed first: a button asks for them, and the pictures take its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.pipeline.face_file import read_face_file, write_face_file
from engine.process.protocol import SingledOut, SingleOut
from fsr_desktop.overlays.group import OverlayGroup
from fsr_desktop.overlays.panel import OverlaysDock
from fsr_desktop.overlays.promised_group import PromisedGroup
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.view_state import View
from tests.engine.explain.explained_face import explained_face, flat_image
from tests.fsr_desktop.played_engine import Play

pytestmark = pytest.mark.window
SOON_MS = 30_000  # the machine may be busy
NAMES = ("right_eye", "left_eye", "mouth")


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def results(qtbot: QtBot) -> Iterator[FaceResults]:
    results = FaceResults()
    yield results
    results.close()


@pytest.fixture
def dock(play: Play, view: View, results: FaceResults, qtbot: QtBot) -> OverlaysDock:
    """The dock with the first of two restored faces that have a promise."""
    dock = OverlaysDock(play.workspace, view, results)
    qtbot.addWidget(dock)
    dock.resize(320, 900)
    dock.show()
    play.open("grandma.jpg", faces=2)
    restore(play)
    qtbot.waitUntil(lambda: bool(promises(dock)), timeout=SOON_MS)
    return dock


def restore(play: Play) -> None:
    """The engine restores the faces, and leaves their files."""
    play.workspace.restore()
    for face in play.photo.edits.faces:
        model = "sparnet-x8" if face.model == "auto" else face.model
        path = play.outcome(face.id, model).file
        assert path
        write_face_file(replace(explained_face(), model=model, can_single_out=True), path)
    play.finish_restore()


def promises(dock: OverlaysDock) -> list[PromisedGroup]:
    return [row for row in dock.findChildren(PromisedGroup) if row.isVisible()]


def promise(dock: OverlaysDock) -> PromisedGroup:
    (found,) = promises(dock)
    return found


def pictures(dock: OverlaysDock) -> list[OverlayGroup]:
    found = dock.findChildren(OverlayGroup)
    return [row for row in found if row.isVisible() and row.keys[0].startswith("singled/")]


def compute(play: Play) -> None:
    """The engine does what it was asked last."""
    assert isinstance(play.job, SingleOut)
    face = read_face_file(play.job.file)
    singled = {name: flat_image(number / 4, 0, 0) for number, name in enumerate(NAMES)}
    write_face_file(replace(face, restoration=replace(face.restoration, singled=singled)), play.job.file)
    play.finish(SingledOut(file=play.job.file))


def test_a_promise_has_its_title_and_a_button_in_place_of_controls(dock: OverlaysDock) -> None:
    row = promise(dock)
    assert row.title == "One attention map alone" and row.button.isEnabled()
    assert row.button.text() == "Compute" and row.button.accessibleName() == "Compute One attention map alone"
    assert "only this attention map counts" in row.button.toolTip() == row.button.accessibleDescription()
    assert row.button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not row.failure.isVisible() and pictures(dock) == []


def test_the_button_computes_and_the_pictures_are_shown_as_a_film(
    dock: OverlaysDock, play: Play, view: View, qtbot: QtBot
) -> None:
    file = play.outcome("f1").file
    qtbot.keyClick(promise(dock).button, Qt.Key.Key_Space)
    assert play.job == SingleOut(file=file)  # type: ignore[arg-type]
    assert not promise(dock).button.isEnabled() and promise(dock).button.text() == "Computing…"
    play.start_job()
    play.progress(0.2, "restoring with one attention map at a time")
    compute(play)
    qtbot.waitUntil(lambda: bool(pictures(dock)), timeout=SOON_MS)
    assert promises(dock) == []
    (row,) = pictures(dock)
    assert row.switch_box.text() == "One attention map alone" and row.is_on
    assert row.film and [row.film.item(place).text() for place in range(3)] == ["right eye", "left eye", "mouth"]
    assert [style.overlay for style in view.current.overlays] == ["singled/right_eye"]
    assert row.film.currentRow() == 0


def test_the_job_says_what_it_does_and_can_be_stopped(dock: OverlaysDock, play: Play, view: View) -> None:
    promise(dock).button.click()
    play.start_job()
    play.progress(0.2, "restoring with one attention map at a time")
    task = play.bridge.tasks[-1]
    assert task.title == "Compute “One attention map alone” for grandma.jpg"
    assert str(task.stage) == "restoring with one attention map at a time"
    play.workspace.stop_photo()
    assert play.process.cancelled == [play.job_id]
    play.was_cancelled()
    assert promise(dock).button.isEnabled() and not promise(dock).failure.isVisible()
    assert view.current.overlays == () and play.notices == []


def test_a_failure_is_said_below_the_button_until_it_is_pressed_again(dock: OverlaysDock, play: Play) -> None:
    promise(dock).button.click()
    play.start_job()
    play.fail("sparnet-x8 has changed since it restored this face.", "Restore the face again.")
    row = promise(dock)
    assert row.failure.isVisible() and row.button.isEnabled()
    assert row.failure.text() == "sparnet-x8 has changed since it restored this face. Restore the face again."
    assert [notice.level for notice in play.notices] == ["error"]
    row.button.click()
    assert not row.failure.isVisible() and not row.button.isEnabled()


def test_a_failure_with_a_long_path_does_not_widen_the_dock(dock: OverlaysDock, play: Play) -> None:
    promise(dock).button.click()
    play.fail(f"The restored face /cache/{'0b6f8db985a48ae242af' * 3}.npz is missing.", "")
    row = promise(dock)
    assert row.failure.text().startswith("The restored face") and row.minimumSizeHint().width() < 280


def test_another_face_has_a_promise_of_its_own(dock: OverlaysDock, play: Play, view: View, qtbot: QtBot) -> None:
    promise(dock).button.click()
    play.workspace.select_face("f2")
    qtbot.waitUntil(lambda: promise(dock).button.isEnabled(), timeout=SOON_MS)
    compute(play)
    assert view.current.overlays == () and pictures(dock) == []
    play.workspace.select_face("f1")
    qtbot.waitUntil(lambda: bool(pictures(dock)), timeout=SOON_MS)
    assert [style.overlay for style in view.current.overlays] == ["singled/right_eye"]


def test_after_another_model_the_promise_is_new(dock: OverlaysDock, play: Play, qtbot: QtBot) -> None:
    promise(dock).button.click()
    compute(play)
    qtbot.waitUntil(lambda: bool(pictures(dock)), timeout=SOON_MS)
    play.workspace.choose_model("other-x8")
    restore(play)
    qtbot.waitUntil(lambda: bool(promises(dock)), timeout=SOON_MS)
    assert promise(dock).button.isEnabled() and pictures(dock) == []


def test_closing_the_photo_stops_what_is_computed(dock: OverlaysDock, play: Play) -> None:
    promise(dock).button.click()
    play.start_job()
    play.workspace.close_photo(play.photo.id)
    assert play.process.cancelled == [play.job_id]
    play.was_cancelled()
    assert promises(dock) == [] and play.notices == []
