"""Undo, copy, and how the program is set up."""

from __future__ import annotations

from fsr_desktop.actions.row import Command
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

COMMANDS: tuple[Command, ...] = (
    Command(
        id="undo",
        menu="edit",
        needs="undo",
        text=QT_TRANSLATE_NOOP("Actions", "Undo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Take back the last change."),
        keys=("Ctrl+Z",),
        icon="undo",
    ),
    Command(
        id="redo",
        menu="edit",
        needs="redo",
        text=QT_TRANSLATE_NOOP("Actions", "Redo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Make the change again that was taken back."),
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        icon="redo",
    ),
    Command(
        id="copy_image",
        menu="edit",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "Copy image"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Copy what the canvas shows, to paste it elsewhere."),
        keys=("Ctrl+C",),
        icon="copy",
        starts_section=True,
    ),
    Command(
        id="settings",
        menu="edit",
        text=QT_TRANSLATE_NOOP("Actions", "Settings…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Device, theme, language, export and more."),
        keys=("Ctrl+,",),
        icon="settings",
        starts_section=True,
    ),
    Command(
        id="shortcuts",
        menu="edit",
        text=QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "See all shortcuts and change them."),
        keys=("Ctrl+K",),
        icon="keyboard",
    ),
)
