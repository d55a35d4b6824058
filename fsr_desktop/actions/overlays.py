"""What is laid over a restored face."""

from __future__ import annotations

from fsr_desktop.actions.row import Command
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

COMMANDS: tuple[Command, ...] = (
    Command(
        id="overlay_attention",
        menu="overlays",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "Attention"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Where the model looked: bright places changed its features most."),
        keys=("A",),
        icon="attention",
    ),
    Command(
        id="next_layer",
        menu="overlays",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "Next layer"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "The next layer of the overlay: deeper layers see larger parts of the face."
        ),
        keys=("]", "Ctrl+Right"),
        icon="next",
        starts_section=True,
    ),
    Command(
        id="previous_layer",
        menu="overlays",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "Previous layer"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "The layer before of the overlay."),
        keys=("[", "Ctrl+Left"),
        icon="previous",
    ),
    Command(
        id="guessed_changed",
        menu="overlays",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "What was changed"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Show over the photo where the restoration changed its brightness."),
        keys=("G, 1",),
        starts_section=True,
    ),
    Command(
        id="guessed_contradicts",
        menu="overlays",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "What contradicts the photo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Show where the restoration, reduced again, differs from the photo."),
        keys=("G, 2",),
    ),
    Command(
        id="opacity_up",
        menu="overlays",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "More opaque"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Let the overlay cover more of the face."),
        keys=("Ctrl+Up",),
        starts_section=True,
    ),
    Command(
        id="opacity_down",
        menu="overlays",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "More transparent"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Let more of the face show through the overlay."),
        keys=("Ctrl+Down",),
    ),
)
