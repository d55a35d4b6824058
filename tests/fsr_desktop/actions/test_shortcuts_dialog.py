"""The shortcuts dialog: search, change, refuse what is taken, reset."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from fsr_desktop.actions.all_rows import COMMANDS
from fsr_desktop.actions.qt_actions import build_actions
from fsr_desktop.actions.shortcuts_dialog import ShortcutsDialog
from fsr_desktop.settings.store import SettingsStore

pytestmark = pytest.mark.window
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(tmp_path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def actions(qtbot, store) -> Generator[dict[str, QAction]]:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = build_actions(window, store.current)
    yield actions
    window.close()


@pytest.fixture
def dialog(qtbot, actions, store) -> ShortcutsDialog:
    made = ShortcutsDialog(actions, store)
    qtbot.addWidget(made)
    made.show()
    return made


def select(dialog: ShortcutsDialog, command: str) -> None:
    dialog.tree.setCurrentItem(dialog._items[command])


def press(dialog: ShortcutsDialog, qtbot, command: str, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    select(dialog, command)
    dialog.key_edit.setFocus()
    qtbot.keyClick(dialog.key_edit, key, modifier)
    dialog.key_edit.editingFinished.emit()


def shown_keys(dialog: ShortcutsDialog, command: str) -> str:
    select(dialog, command)
    item = dialog.tree.currentItem()
    assert item
    return item.text(1)


def test_every_command_stands_in_the_list_with_its_keys(dialog):
    for command in COMMANDS:
        expected = ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.keys)
        assert shown_keys(dialog, command.id) == expected


def test_a_new_key_holds_and_is_kept_once_it_is_accepted(dialog, actions, store, qtbot):
    press(dialog, qtbot, "open", Qt.Key.Key_L, CONTROL)
    assert shown_keys(dialog, "open") == "Ctrl+L"
    assert actions["open"].shortcut() == QKeySequence("Ctrl+O")
    dialog.accept()
    assert store.current.shortcuts == {"open": "Ctrl+L"}
    assert actions["open"].shortcut() == QKeySequence("Ctrl+L")
    assert SettingsStore(store.path).current.shortcuts == {"open": "Ctrl+L"}


def test_a_key_that_is_taken_is_refused_in_words(dialog, store, qtbot):
    press(dialog, qtbot, "open", Qt.Key.Key_S, CONTROL)
    assert "Ctrl+S already belongs to “Export photo”" in dialog.problem.text()
    assert shown_keys(dialog, "open") == "Ctrl+O"
    dialog.accept()
    assert store.current.shortcuts == {}


def test_a_second_key_of_another_command_is_taken_as_well(dialog, qtbot):
    press(dialog, qtbot, "open", Qt.Key.Key_Y, CONTROL)
    assert "Redo" in dialog.problem.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_that_move_about_in_the_window_are_refused(dialog, qtbot, key):
    select(dialog, "open")
    dialog.key_edit.setKeySequence(QKeySequence(key))
    dialog.key_edit.editingFinished.emit()
    assert "needed to move about" in dialog.problem.text()
    assert shown_keys(dialog, "open") == "Ctrl+O"


def test_a_command_can_be_left_without_a_key(dialog, actions, store):
    select(dialog, "quit")
    dialog.clear_button.click()
    dialog.accept()
    assert store.current.shortcuts == {"quit": ""}
    assert actions["quit"].shortcuts() == []


def test_a_key_that_was_freed_can_be_given_to_another_and_reset_says_so(dialog, store, qtbot):
    select(dialog, "export")
    dialog.clear_button.click()
    press(dialog, qtbot, "open", Qt.Key.Key_S, CONTROL)
    assert shown_keys(dialog, "open") == "Ctrl+S"
    select(dialog, "export")
    dialog.reset_button.click()
    assert "already belongs to “Open photos”" in dialog.problem.text()
    select(dialog, "open")
    dialog.reset_button.click()
    select(dialog, "export")
    dialog.reset_button.click()
    dialog.accept()
    assert store.current.shortcuts == {}


def test_looking_at_a_command_with_two_keys_keeps_both(dialog, store):
    select(dialog, "redo")
    dialog.key_edit.editingFinished.emit()
    dialog.accept()
    assert store.current.shortcuts == {}


def test_reset_all_brings_back_the_programs_keys(qtbot, actions, store):
    store.change(replace(store.current, shortcuts={"open": "Ctrl+L", "quit": ""}))
    dialog = ShortcutsDialog(actions, store)
    qtbot.addWidget(dialog)
    assert shown_keys(dialog, "open") == "Ctrl+L"
    dialog.reset_all_button.click()
    assert shown_keys(dialog, "open") == "Ctrl+O"
    dialog.accept()
    assert store.current.shortcuts == {}
    assert actions["open"].shortcut() == QKeySequence("Ctrl+O")


def test_cancel_keeps_what_was(dialog, actions, store, qtbot):
    press(dialog, qtbot, "open", Qt.Key.Key_L, CONTROL)
    dialog.reject()
    assert store.current.shortcuts == {}
    assert actions["open"].shortcut() == QKeySequence("Ctrl+O")


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("ZOOM", ["Zoom in", "Zoom out", "Zoom to the face"]),
        ("ctrl+shift+o", ["Open a folder"]),
        ("nothing like it", []),
    ],
)
def test_the_search_finds_names_and_keys(dialog, qtbot, words, left):
    qtbot.keyClicks(dialog.search, words)
    groups = [dialog.tree.topLevelItem(index) for index in range(dialog.tree.topLevelItemCount())]
    seen = [
        group.child(row).text(0)
        for group in groups
        for row in range(group.childCount())
        if not group.child(row).isHidden()
    ]
    assert seen == left
    assert all(
        group.isHidden() == all(group.child(r).isHidden() for r in range(group.childCount())) for group in groups
    )


def test_return_in_the_search_does_not_close_the_dialog(dialog, qtbot):
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_controls_without_words_have_names(dialog):
    for control in (dialog.search, dialog.tree, dialog.key_edit):
        assert control.accessibleName()
