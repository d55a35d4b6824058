"""Adjusting and restoring the current photo, and what is known of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from engine.messages import plain
from engine.process.events import Failed
from engine.process.protocol import FaceOutcome, RestoreFaces
from fsr_desktop.photos.restore_panel import ResultDock
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.view_state import View, ViewState
from fsr_desktop.session.workspace import Workspace
from tests.fsr_desktop.open_photo import look_at_photo

pytestmark = pytest.mark.window


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def dock(workspace: Workspace, view: View, qtbot: QtBot) -> ResultDock:
    dock = ResultDock(workspace, view)
    qtbot.addWidget(dock)
    qtbot.waitUntil(lambda: dock._models.current.find("sparnet-x8") is not None)
    dock.resize(320, 700)
    dock.show()
    return dock


def finish(workspace: Workspace, photo: PhotoItem, face_id: str, outcome: FaceOutcome) -> None:
    face = photo.edits.face(face_id)
    assert face
    photo.results[photo.key_of(face)] = outcome
    workspace.photo_changed.emit(photo.id)


def facts(dock: ResultDock, name: str) -> list[str]:
    box = dock.findChild(QGroupBox, name)
    assert box
    return [label.text() for label in box.findChildren(QLabel)]


def test_restore_sends_the_faces_of_the_photo(dock: ResultDock, workspace: Workspace, qtbot: QtBot) -> None:
    assert not dock.restore_button.isEnabled()
    look_at_photo(workspace, 40, 50)
    qtbot.mouseClick(dock.restore_button, Qt.MouseButton.LeftButton)
    jobs = [task.job for task in workspace.bridge.tasks]
    assert [[face.id for face in job.faces] for job in jobs if isinstance(job, RestoreFaces)] == [["f1", "f2"]]


def test_restore_all_is_offered_from_the_second_photo_on(dock: ResultDock, workspace: Workspace, qtbot: QtBot) -> None:
    look_at_photo(workspace, 40)
    assert not dock.restore_all_button.isVisible()
    look_at_photo(workspace, 40)
    qtbot.mouseClick(dock.restore_all_button, Qt.MouseButton.LeftButton)
    assert len([task for task in workspace.bridge.tasks if isinstance(task.job, RestoreFaces)]) == 2


def test_strength_is_for_all_faces_or_for_the_selected_one(dock: ResultDock, workspace: Workspace) -> None:
    photo = look_at_photo(workspace, 40, 50)
    dock.strength.slider.setValue(60)
    assert [face.strength for face in photo.edits.faces] == [0.6, 0.6]
    workspace.select_face("f2")
    dock.strength.slider.setValue(20)
    assert [face.strength for face in photo.edits.faces] == [0.6, 0.2]
    workspace.select_face("f1")
    assert dock.strength.value == 60
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert dock.strength.value == 100


def test_options_change_the_photo_and_follow_undo(dock: ResultDock, workspace: Workspace, qtbot: QtBot) -> None:
    photo = look_at_photo(workspace, 40)
    button = dock.findChild(QPushButton, "scale_4")
    assert button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dock.grain.click()
    dock.large.click()
    assert (photo.edits.scale, photo.edits.match_grain, photo.edits.include_large) == (4, True, True)
    for _ in range(3):
        workspace.undo_stack.undo()
    assert not button.isChecked() and not dock.grain.isChecked() and not dock.large.isChecked()


def test_it_says_why_a_photo_should_be_enlarged(dock: ResultDock, workspace: Workspace) -> None:
    photo = look_at_photo(workspace, 40)
    workspace.choose_model("sparnet-x8")
    assert dock.scale_why.text() == ""
    workspace.set_photo_options(scale=1)
    assert dock.scale_why.text().startswith("A face of 40 px is restored to 128 px")
    workspace.set_photo_options(scale=4)
    assert "large enough" in dock.scale_why.text()
    finish(workspace, photo, "f1", FaceOutcome(id="f1", status="restored", model="sparnet-hd"))
    assert "512 px" in dock.scale_why.text()
    workspace.set_photo_options(scale=0)
    done = FaceOutcome(id="f1", status="restored", model="sparnet-x8", file=Path("/f.npz"), scale=2)
    finish(workspace, photo, "f1", done)
    assert dock.scale_why.text().startswith("Auto took ×2: at ×1 a face of 40 px cannot show")
    assert "6000 × 4000 px" in facts(dock, "photo_facts")


def test_the_difference_can_be_made_stronger_only_where_it_is_shown(
    dock: ResultDock, workspace: Workspace, view: View
) -> None:
    look_at_photo(workspace, 40)
    assert not dock.gain.isEnabled()
    view.change(replace(view.current, mode="difference"))
    assert dock.gain.isEnabled() and dock.gain.value == round(ViewState().difference_gain)
    dock.gain.slider.setValue(9)
    assert view.current.difference_gain == 9.0


def test_nothing_about_the_photo_is_silent(dock: ResultDock, workspace: Workspace) -> None:
    assert "No photo is open." in facts(dock, "photo_facts")
    photo = look_at_photo(workspace, 40)
    words = facts(dock, "photo_facts")
    assert "3000 × 2000 px, 6.0 MP" in words and "TIFF, 16 bits, grey" in words and "A note of the file." in words
    photo.state = "failed"
    photo.failure = Failed(job_id=1, code="photo", message=plain("It cannot be read."), hint=plain("Copy it again."))
    workspace.photos_changed.emit()
    assert "It cannot be read. Copy it again." in facts(dock, "photo_facts")
    assert not dock.restore_button.isEnabled()


def test_what_became_of_a_face_is_said_with_model_time_and_device(dock: ResultDock, workspace: Workspace) -> None:
    photo = look_at_photo(workspace, 40, 400)
    assert "Not restored yet" in facts(dock, "face_facts")
    done = FaceOutcome(id="f1", status="restored", model="sparnet-x8", provider="CPUExecutionProvider", seconds=1.234)
    finish(workspace, photo, "f1", done)
    for words in ("40 px", "Restored", "sparnet-x8", "128 px", "1.23 s", "CPU"):
        assert words in facts(dock, "face_facts")
    finish(workspace, photo, "f2", FaceOutcome(id="f2", status="failed", reason=plain("The model is damaged.")))
    workspace.select_face("f2")
    assert "Failed, left as it is" in facts(dock, "face_facts")
    assert "The model is damaged." in facts(dock, "face_facts")
