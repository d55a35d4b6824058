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
        tooltip=QT_TRANSLATE_NOOP("Actions", "Restore the faces of every photo of this session."),
        keys=("Ctrl+Shift+R",),
        icon="film",
    ),
    Command(
        id="cancel",
        menu="restore",
        needs="work",
        text=QT_TRANSLATE_NOOP("Actions", "Cancel"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Stop what is running; what is done already stays."),
        keys=("Esc",),
        icon="cancel",
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
