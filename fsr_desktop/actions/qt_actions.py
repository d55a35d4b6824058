"""The window's commands as Qt actions and menus, with the user's own shortcuts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from fsr_desktop.actions.all_rows import COMMANDS, MENUS
from fsr_desktop.actions.row import Command
from fsr_desktop.look.icons import icon
from fsr_desktop.settings.all_settings import Settings

_ROLES = {  # where a Mac wants them
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}


def shown(text: str) -> str:
    """A text of the commands' rows in the user's language."""
    return QCoreApplication.translate("Actions", text) if text else ""


def keys_of(command: Command, settings: Settings) -> list[QKeySequence]:
    """A command's shortcuts: the user's own, or else the program's."""
    own = settings.shortcuts.get(command.id)
    texts = command.keys if own is None else (own,) if own else ()
    sequences = [QKeySequence.fromString(text, QKeySequence.SequenceFormat.PortableText) for text in texts]
    unknown = QKeySequence(Qt.Key.Key_unknown)
    return [one for one in sequences if not one.isEmpty() and one != unknown]


def build_actions(parent: QObject, settings: Settings) -> dict[str, QAction]:
    """All commands by their ids, with texts, icons, tooltips and shortcuts; what they do is connected elsewhere."""
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(shown(command.text), parent)
        action.setObjectName(f"action_{command.id}")
        action.setCheckable(command.is_checkable)
        action.setMenuRole(_ROLES.get(command.id, QAction.MenuRole.NoRole))
        action.setStatusTip(shown(command.tooltip))
        if command.short:
            action.setIconText(shown(command.short))
        if command.icon:
            action.setIcon(icon(command.icon))
            action.setIconVisibleInMenu(not command.is_checkable)  # there it would hide the check mark
        actions[command.id] = action
    apply_shortcuts(actions, settings)
    return actions


def apply_shortcuts(actions: Mapping[str, QAction], settings: Settings) -> None:
    """Give the actions the shortcuts of the settings, and name the first of them in their tooltips."""
    for command in COMMANDS:
        action = actions[command.id]
        keys = keys_of(command, settings)
        action.setShortcuts(keys)
        first = f" ({keys[0].toString(QKeySequence.SequenceFormat.NativeText)})" if keys else ""
        action.setToolTip(f"<b>{action.iconText()}</b>{first}<br>{shown(command.tooltip)}")


def fill_menus(whole: QMenuBar | QMenu, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """The menus by their ids, each with its commands in the order of the rows."""
    menus: dict[str, QMenu] = {}
    for name, title in MENUS:
        menus[name] = QMenu(shown(title), whole)  # made here: Python's side of one that Qt makes may be a dead one's
        whole.addMenu(menus[name])
        menus[name].setObjectName(f"menu_{name}")
    for command in COMMANDS:
        if command.starts_section:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(actions[command.id])
    return menus
