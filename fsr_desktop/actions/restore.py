"""Restoring, stopping, and fine-tuning a model."""

from __future__ import annotations

from fsr_desktop.actions.row import Command
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

COMMANDS: tuple[Command, ...] = (
    Command(
        id="restore",
        menu="restore",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "Restore faces"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions",
            "Restore the faces of this photo that are switched on. A restored face is a likely face, not the true one.",
        ),
        keys=("Ctrl+R",),
        icon="restore",
        short=QT_TRANSLATE_NOOP("Actions", "Restore"),
    ),
    Command(
        id="restore_all",
        menu="restore",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "Restore all photos"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Restore the selected photos, or all where only one is selected."),
        keys=("Ctrl+Shift+R",),
        icon="film",
    ),
    Command(
        id="cancel",
        menu="restore",
        text=QT_TRANSLATE_NOOP("Actions", "Stop this photo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Stop what is done with this photo; what is done already stays."),
        keys=("Esc",),
        icon="cancel",
        short=QT_TRANSLATE_NOOP("Actions", "Stop"),
    ),
    Command(
        id="stop_all",
        menu="restore",
        needs="work",
        text=QT_TRANSLATE_NOOP("Actions", "Stop all"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Stop all that runs or waits; what is done already stays."),
        keys=("Shift+Esc",),
    ),
    Command(
        id="finetune",
        menu="restore",
        text=QT_TRANSLATE_NOOP("Actions", "Teach a model…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Fine-tune a model on your own photos, so that it learns how they look."),
        keys=("Ctrl+T",),
        icon="finetune",
        starts_section=True,
    ),
)
