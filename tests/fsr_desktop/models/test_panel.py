"""Choosing and comparing models."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidgetItem
from pytestqt.qtbot import QtBot

from engine.models.base import Parent
from engine.models.card import write_card
from engine.models.registry import find_model
from engine.process.protocol import RestoreFaces
from fsr_desktop.models.panel import ID_ROLE, ModelDock
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace
from tests.fsr_desktop.open_photo import look_at_photo

pytestmark = pytest.mark.window


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def dock(workspace: Workspace, view: View, qtbot: QtBot) -> ModelDock:
    with qtbot.waitSignal(workspace.installed_models.changed):
        dock = ModelDock(workspace, view)
    qtbot.addWidget(dock)
    return dock


def row(dock: ModelDock, model_id: str) -> QListWidgetItem:
    items = [dock.list.item(index) for index in range(dock.list.count())]
    return next(item for item in items if item.data(ID_ROLE) == model_id)


def click(dock: ModelDock, model_id: str, qtbot: QtBot) -> None:
    place = dock.list.visualItemRect(row(dock, model_id)).center()
    qtbot.mouseClick(dock.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def install_user_model(folder: Path, parent: Parent | None) -> None:
    """A model of the user's, with the weights of a shipped one."""
    shipped = find_model("sparnet-x8")
    target = folder / "models" / "mine"
    target.mkdir(parents=True)
    shutil.copy(shipped.weights, target)
    write_card(replace(shipped.card, id="mine", title="Mine", parent=parent), target)


def test_the_installed_models_are_listed_after_automatic(dock: ModelDock) -> None:
    ids = [dock.list.item(index).data(ID_ROLE) for index in range(dock.list.count())]
    assert ids == ["auto", "dic-x8", "dicgan-x8", "sparnet-hd", "sparnet-x8"]
    assert "8-64 px" in row(dock, "sparnet-x8").text()


def test_a_click_takes_the_model_for_all_faces_and_marks_it(
    dock: ModelDock, workspace: Workspace, qtbot: QtBot
) -> None:
    photo = look_at_photo(workspace, 40, 50)
    dock.resize(320, 800)
    dock.show()
    click(dock, "sparnet-x8", qtbot)
    assert [face.model for face in photo.edits.faces] == ["sparnet-x8", "sparnet-x8"]
    assert row(dock, "sparnet-x8").font().bold() and not row(dock, "auto").font().bold()
    workspace.undo_stack.undo()
    assert row(dock, "auto").font().bold() and not row(dock, "sparnet-x8").font().bold()


def test_arrow_keys_show_a_card_and_enter_takes_the_model(dock: ModelDock, workspace: Workspace, qtbot: QtBot) -> None:
    photo = look_at_photo(workspace, 40)
    dock.show()
    qtbot.keyClick(dock.list, Qt.Key.Key_Down)
    card = find_model("dic-x8").card
    assert card.paper in dock.card.toPlainText() and photo.edits.faces[0].model == "auto"
    qtbot.keyClick(dock.list, Qt.Key.Key_Return)
    assert photo.edits.faces[0].model == "dic-x8"


def test_a_model_can_be_for_the_selected_face_only(dock: ModelDock, workspace: Workspace, qtbot: QtBot) -> None:
    photo = look_at_photo(workspace, 40, 50)
    dock.resize(320, 800)
    dock.show()
    assert not dock.for_face.isVisible()
    workspace.select_face("f2")
    assert dock.for_face.isVisible()
    dock.for_face.setChecked(True)
    click(dock, "sparnet-x8", qtbot)
    assert [face.model for face in photo.edits.faces] == ["auto", "sparnet-x8"]
    dock.for_all.setChecked(True)
    assert "in use for 1 of 2 faces" in row(dock, "auto").text()
    assert "in use for 1 of 2 faces" in row(dock, "sparnet-x8").text()


def test_taking_the_model_that_is_in_use_is_no_step_of_undo(
    dock: ModelDock, workspace: Workspace, qtbot: QtBot
) -> None:
    look_at_photo(workspace, 40)
    dock.show()
    click(dock, "auto", qtbot)
    assert workspace.undo_stack.count() == 0


def test_refresh_finds_a_model_that_was_finetuned_and_says_that_it_is_the_users(
    dock: ModelDock, own_data_folder: Path, qtbot: QtBot
) -> None:
    install_user_model(own_data_folder, Parent(id="sparnet-x8", sha256="0" * 64))
    with qtbot.waitSignal(dock._installed.changed):
        dock._installed.refresh()
    assert "your own" in row(dock, "mine").text()
    assert "compare_mine" in [box.objectName() for box in dock.findChildren(QCheckBox)]


def test_a_broken_card_is_a_row_that_cannot_be_chosen_and_says_why(
    dock: ModelDock, own_data_folder: Path, qtbot: QtBot
) -> None:
    folder = own_data_folder / "models" / "broken"
    folder.mkdir(parents=True)
    (folder / "card.toml").write_text("this is no card", encoding="utf-8")
    with qtbot.waitSignal(dock._installed.changed):
        dock._installed.refresh()
    last = dock.list.item(dock.list.count() - 1)
    assert "is broken" in last.text() and not last.flags() & Qt.ItemFlag.ItemIsEnabled


def test_compare_shows_the_models_side_by_side_and_restores_with_each(
    dock: ModelDock, workspace: Workspace, view: View, qtbot: QtBot
) -> None:
    assert not dock.compare_button.isEnabled()
    look_at_photo(workspace, 40)
    for name in ("sparnet-hd", "sparnet-x8"):
        box = dock.findChild(QCheckBox, f"compare_{name}")
        assert box
        box.setChecked(True)
    qtbot.mouseClick(dock.compare_button, Qt.MouseButton.LeftButton)
    assert (view.current.mode, view.current.compared) == ("side", ("sparnet-hd", "sparnet-x8"))
    jobs = [task.job for task in workspace.bridge.tasks]
    assert [job.faces[0].model for job in jobs if isinstance(job, RestoreFaces)] == ["sparnet-hd", "sparnet-x8"]
    assert not dock.end_button.isHidden()
    dock.end_button.click()
    assert view.current.compared == () and dock.end_button.isHidden()


def test_no_more_than_three_models_are_compared(
    workspace: Workspace, view: View, own_data_folder: Path, qtbot: QtBot
) -> None:
    shipped = find_model("sparnet-x8")
    for name in ("a", "b"):
        target = own_data_folder / "models" / name
        target.mkdir(parents=True)
        shutil.copy(shipped.weights, target)
        write_card(replace(shipped.card, id=name), target)
    dock = ModelDock(workspace, view)
    qtbot.addWidget(dock)
    qtbot.waitUntil(lambda: dock.list.count() == 7)
    boxes = [box for box in dock.findChildren(QCheckBox) if box.objectName().startswith("compare_")]
    for box in boxes[:3]:
        box.setChecked(True)
    assert not boxes[3].isEnabled() and boxes[0].isEnabled()
    boxes[0].setChecked(False)
    assert boxes[3].isEnabled()


def test_the_highlight_goes_to_the_model_in_use_and_back_with_undo(dock: ModelDock, workspace: Workspace) -> None:
    look_at_photo(workspace, 40, 50)
    workspace.choose_model("sparnet-x8")  # as "Use this model" on the page for fine-tuning does
    assert dock.list.currentItem() is row(dock, "sparnet-x8")
    workspace.undo_stack.undo()
    assert dock.list.currentItem() is row(dock, "auto")
    workspace.undo_stack.redo()
    assert dock.list.currentItem() is row(dock, "sparnet-x8")


def test_the_highlight_is_for_the_face_that_is_looked_at(dock: ModelDock, workspace: Workspace) -> None:
    look_at_photo(workspace, 40, 50)
    workspace.choose_model("sparnet-x8", face_id="f2")
    workspace.select_face("f2")
    assert dock.list.currentItem() is row(dock, "sparnet-x8")
    workspace.select_face("f1")
    assert dock.list.currentItem() is row(dock, "auto")


def test_reading_other_cards_by_arrow_keys_is_not_interrupted(
    dock: ModelDock, workspace: Workspace, qtbot: QtBot
) -> None:
    photo = look_at_photo(workspace, 40)
    dock.show()
    qtbot.keyClick(dock.list, Qt.Key.Key_Down)
    workspace.photo_changed.emit(photo.id)  # as results come in
    assert dock.list.currentItem() is row(dock, "dic-x8")


def test_a_model_that_was_just_finetuned_is_highlighted_once_it_is_listed(
    dock: ModelDock, workspace: Workspace, own_data_folder: Path, qtbot: QtBot
) -> None:
    look_at_photo(workspace, 40)
    install_user_model(own_data_folder, Parent(id="sparnet-x8", sha256="0" * 64))
    workspace.choose_model("mine")
    with qtbot.waitSignal(dock._installed.changed):
        dock._installed.refresh()
    assert dock.list.currentItem() is row(dock, "mine")
