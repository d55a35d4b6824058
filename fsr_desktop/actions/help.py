"""Help, the log, and what this program is."""

from __future__ import annotations

from fsr_desktop.actions.row import Command
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

COMMANDS: tuple[Command, ...] = (
    Command(
        id="help",
        menu="help",
        text=QT_TRANSLATE_NOOP("Actions", "Help"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "What each key does."),
        keys=("F1",),
        icon="help",
    ),
    Command(
        id="open_log",
        menu="help",
        text=QT_TRANSLATE_NOOP("Actions", "Open the log folder"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Details of what went wrong, to send along with a question."),
        icon="folder",
    ),
    Command(
        id="about",
        menu="help",
        text=QT_TRANSLATE_NOOP("Actions", "About FSR Desktop"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Version, licence, and what a restored face is."),
        icon="info",
        starts_section=True,
    ),
)
