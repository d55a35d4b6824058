"""All commands of the window, declared once: menus, tool bar, shortcuts and their dialog are made from these rows."""

from __future__ import annotations

from fsr_desktop.actions import edit, faces, file, help, overlays, restore, view
from fsr_desktop.actions.row import Command, Menu
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

MENUS: tuple[tuple[Menu, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("faces", QT_TRANSLATE_NOOP("Actions", "F&aces")),
    ("restore", QT_TRANSLATE_NOOP("Actions", "&Restore")),
    ("overlays", QT_TRANSLATE_NOOP("Actions", "&Overlays")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

COMMANDS: tuple[Command, ...] = tuple(
    command for menu in (file, edit, view, faces, restore, overlays, help) for command in menu.COMMANDS
)
