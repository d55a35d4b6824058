"""The commands: declared once, without two that want one key, with the user's shortcuts."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from fsr_desktop.actions.all_rows import COMMANDS, MENUS
from fsr_desktop.actions.qt_actions import apply_shortcuts, build_actions, fill_menus, keys_of
from fsr_desktop.look.icons import icon_names
from fsr_desktop.settings.all_settings import Settings

pytestmark = pytest.mark.window

NEEDED = [
    "open", "open_folder", "open_sample", "paste", "close_photo", "export", "export_as", "export_crops",
    "export_comparison", "export_figure", "export_all", "copy_image", "quit", "undo", "redo", "settings",
    "shortcuts", "restore", "restore_all", "cancel", "draw_face", "delete_face", "toggle_face", "next_face",
    "previous_face", "next_photo", "previous_photo", "mode_before", "mode_split", "mode_side", "mode_difference",
    "mode_looks", "hold_original", "zoom_in", "zoom_out", "fit", "actual_size", "zoom_1600", "zoom_face", "show_boxes",
    "show_points", "overlay_attention", "next_layer", "previous_layer", "opacity_up", "opacity_down", "present",
    "finetune", "help", "about", "open_log", "stop_all", "open_last_session", "edit_box", "export_before_after",
    "next_workspace", "previous_workspace", "study", "toast_action", "toggle_panel", "toggle_strip", "zoom_200",
    "zoom_400", "show_pixels", "copy_pixel", "guessed_changed", "guessed_contradicts",
]  # fmt: skip


@pytest.fixture
def window(qtbot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def test_every_command_is_declared_once():
    assert sorted(command.id for command in COMMANDS) == sorted(NEEDED)


def test_no_two_commands_want_one_key_and_every_key_can_be_pressed():
    keys = Counter(key.toString() for command in COMMANDS for key in keys_of(command, Settings()))
    assert [key for key, count in keys.items() if count > 1] == []
    assert sum(keys.values()) == sum(len(command.keys) for command in COMMANDS)
    assert "Space" not in keys and "Tab" not in keys


def test_every_command_has_words_and_an_icon_that_exists():
    for command in COMMANDS:
        assert command.text and command.tooltip.endswith(".")
        assert not command.icon or command.icon in icon_names()


def test_actions_carry_text_tooltip_and_keys(window):
    actions = build_actions(window, Settings())
    assert list(actions) == [command.id for command in COMMANDS]
    assert actions["open"].shortcut() == QKeySequence("Ctrl+O")
    assert actions["open"].iconText() == "Open" and actions["open"].text() == "Open photos…"
    assert "Ctrl+O" in actions["open"].toolTip() and "never changed" in actions["open"].toolTip()
    assert [key.toString() for key in actions["redo"].shortcuts()] == ["Ctrl+Shift+Z", "Ctrl+Y"]
    assert actions["mode_split"].isCheckable() and not actions["open"].isCheckable()
    assert not actions["export"].icon().isNull()


def test_the_users_shortcuts_replace_the_programs(window):
    actions = build_actions(window, Settings(shortcuts={"open": "Ctrl+L", "redo": "", "gone": "Ctrl+J"}))
    assert [key.toString() for key in actions["open"].shortcuts()] == ["Ctrl+L"]
    assert actions["redo"].shortcuts() == []
    apply_shortcuts(actions, Settings())
    assert actions["open"].shortcut() == QKeySequence("Ctrl+O")


def test_a_shortcut_that_is_no_key_is_as_none(window):
    assert build_actions(window, Settings(shortcuts={"open": "no such key"}))["open"].shortcuts() == []


def test_menus_hold_every_command_once(window):
    actions = build_actions(window, Settings())
    menus = fill_menus(window.menuBar(), actions)
    assert list(menus) == [name for name, _ in MENUS]
    in_menus = [action.objectName() for menu in menus.values() for action in menu.actions() if not action.isSeparator()]
    assert sorted(in_menus) == sorted(f"action_{name}" for name in NEEDED)
    for menu in menus.values():
        assert not menu.actions()[0].isSeparator()


def test_menus_have_different_access_keys():
    letters = [title[title.index("&") + 1].lower() for _, title in MENUS]
    assert len(set(letters)) == len(letters)


def test_a_key_reaches_its_command(window, qtbot):
    actions = build_actions(window, Settings(shortcuts={"fit": "Ctrl+J"}))
    fill_menus(window.menuBar(), actions)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    with qtbot.waitSignal(actions["fit"].triggered):
        qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
