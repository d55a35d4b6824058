"""A look's card is read by a click; only "Use" runs the look."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.models.base import Parent
from engine.models.card import write_card
from engine.models.registry import find_model, scan_models
from engine.process.protocol import FaceOutcome
from fsr_desktop.models.looks_dialog import ID_ROLE, LooksDialog
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.workspace import Workspace
from tests.fsr_desktop.open_photo import look_at_photo

pytestmark = pytest.mark.window


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> LooksDialog:
    with qtbot.waitSignal(workspace.installed_models.changed):
        dialog = LooksDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def ids(dialog: LooksDialog) -> list[str | None]:
    return [dialog.list.item(row).data(ID_ROLE) for row in range(dialog.list.count())]


def click(dialog: LooksDialog, model_id: str, qtbot: QtBot) -> None:
    item = dialog.list.item(ids(dialog).index(model_id))
    place = dialog.list.visualItemRect(item).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_looks_are_listed_by_their_plain_names_with_auto_first(dialog: LooksDialog, workspace: Workspace) -> None:
    assert ids(dialog)[:5] == ["auto", "sparnet-x8", "sparnet-hd", "dic-x8", "dicgan-x8"]
    assert ids(dialog)[1:] == [model.card.id for model in workspace.installed_models.current.models]
    assert set(ids(dialog)) == {"auto"} | {model.card.id for model in scan_models()[0]}
    assert dialog.list.item(1).text() == "Natural\n8–64 px, invents little"
    assert "as much detail, grain and damage" in dialog.card.toPlainText()


def test_a_click_reads_a_card_and_runs_nothing(dialog: LooksDialog, workspace: Workspace, qtbot: QtBot) -> None:
    photo = look_at_photo(workspace, 40, 50)
    click(dialog, "dic-x8", qtbot)
    assert find_model("dic-x8").card.paper in dialog.card.toPlainText()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert find_model("sparnet-hd").card.paper in dialog.card.toPlainText()
    assert {face.model for face in photo.edits.faces} == {"auto"} and workspace.bridge.tasks == []
    assert dialog.isVisible()


def test_use_takes_the_look_for_all_faces_or_for_the_selected_one(
    dialog: LooksDialog, workspace: Workspace, qtbot: QtBot
) -> None:
    photo = look_at_photo(workspace, 40, 50)
    click(dialog, "sparnet-hd", qtbot)
    assert not dialog.use_for_face.isVisible()
    qtbot.mouseClick(dialog.use_for_all, Qt.MouseButton.LeftButton)
    assert [face.model for face in photo.edits.faces] == ["sparnet-hd", "sparnet-hd"]
    assert not dialog.use_for_all.isEnabled()
    workspace.select_face("f2")
    click(dialog, "dic-x8", qtbot)
    assert dialog.use_for_face.isVisible() and dialog.use_for_face.text() == "Use for face 2"
    qtbot.mouseClick(dialog.use_for_face, Qt.MouseButton.LeftButton)
    assert [face.model for face in photo.edits.faces] == ["sparnet-hd", "dic-x8"]
    workspace.undo_stack.undo()
    assert dialog.use_for_face.isEnabled()


def leave(photo: PhotoItem) -> None:
    """Both faces are left for their size by the look that is chosen."""
    for face in photo.edits.faces:
        photo.results[photo.key_of(face)] = FaceOutcome(id=face.id, status="skipped", model=face.model)


def outside(photo: PhotoItem) -> list[bool]:
    return [face.outside_range for face in photo.edits.faces]


def test_a_look_that_left_the_faces_can_be_run_all_the_same(
    dialog: LooksDialog, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    restored: list[PhotoItem] = []
    monkeypatch.setattr(workspace, "restore", restored.append)
    photo = look_at_photo(workspace, 200, 210)
    click(dialog, "dicgan-x8", qtbot)
    qtbot.mouseClick(dialog.use_for_all, Qt.MouseButton.LeftButton)
    assert (dialog.use_for_all.text(), dialog.use_for_all.isEnabled()) == ("Use for all faces", False)
    leave(photo)
    workspace.select_face("f2")
    assert dialog.use_for_face.text() == "Run for face 2 all the same" and dialog.use_for_face.isEnabled()
    qtbot.mouseClick(dialog.use_for_face, Qt.MouseButton.LeftButton)
    assert outside(photo) == [False, True] and restored == [photo]
    assert (dialog.use_for_face.text(), dialog.use_for_face.isEnabled()) == ("Use for face 2", False)
    assert (dialog.use_for_all.text(), dialog.use_for_all.isEnabled()) == ("Run all the same", True)
    qtbot.mouseClick(dialog.use_for_all, Qt.MouseButton.LeftButton)
    assert outside(photo) == [True, True] and {face.model for face in photo.edits.faces} == {"dicgan-x8"}
    click(dialog, "dic-x8", qtbot)
    assert (dialog.use_for_all.text(), dialog.use_for_all.isEnabled()) == ("Use for all faces", True)


def test_without_a_photo_cards_can_be_read_and_nothing_used(dialog: LooksDialog, qtbot: QtBot) -> None:
    click(dialog, "sparnet-x8", qtbot)
    assert "SPARNet" in dialog.card.toPlainText() and not dialog.use_for_all.isEnabled()


def test_a_taught_model_and_a_broken_card_are_listed(
    dialog: LooksDialog, workspace: Workspace, own_data_folder: Path, qtbot: QtBot
) -> None:
    shipped = find_model("sparnet-x8")
    target = own_data_folder / "models" / "mine"
    target.mkdir(parents=True)
    shutil.copy(shipped.weights, target)
    parent = Parent(id="sparnet-x8", sha256="0" * 64)
    write_card(replace(shipped.card, id="mine", look="Grandma", said="", parent=parent), target)
    broken = own_data_folder / "models" / "broken"
    broken.mkdir()
    (broken / "card.toml").write_text("this is no card", encoding="utf-8")
    with qtbot.waitSignal(workspace.installed_models.changed):
        workspace.installed_models.refresh()
    mine, last = (dialog.list.item(dialog.list.count() - place) for place in (2, 1))
    assert mine.text() == "Grandma\n8–64 px, your own"
    assert "is broken" in last.text() and not last.flags() & Qt.ItemFlag.ItemIsEnabled
