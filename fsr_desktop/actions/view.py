"""How the photo is compared, how closely, and which one is looked at."""

from __future__ import annotations

from fsr_desktop.actions.row import Command
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

COMMANDS: tuple[Command, ...] = (
    Command(
        id="mode_before",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Before"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Show the photo as it was."),
        keys=("Alt+1",),
        icon="compare-single",
        is_checkable=True,
    ),
    Command(
        id="mode_split",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Split"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "The photo as it was and restored, on two sides of a line that you can drag."
        ),
        keys=("Alt+2",),
        icon="compare-split",
        is_checkable=True,
    ),
    Command(
        id="mode_side",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Side by side"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "The photo as it was and restored beside each other; both zoom and move together."
        ),
        keys=("Alt+3",),
        icon="compare-side",
        is_checkable=True,
    ),
    Command(
        id="mode_difference",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Difference"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "How far each pixel is from what it was, amplified: what the model made up shows here."
        ),
        keys=("Alt+4",),
        icon="compare-difference",
        is_checkable=True,
    ),
    Command(
        id="mode_looks",
        menu="view",
        needs="faces",
        text=QT_TRANSLATE_NOOP("Actions", "Looks"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "One face as each look would restore it, beside the photo, and where they disagree."
        ),
        keys=("Alt+5",),
        icon="compare-side",
        is_checkable=True,
    ),
    Command(
        id="hold_original",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Original while held"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Shows the photo as it was for as long as the key is down."),
        keys=("O",),
        icon="eye",
        is_held=True,
        is_checkable=True,
    ),
    Command(
        id="zoom_in",
        menu="view",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "Zoom in"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Look closer."),
        keys=("Ctrl++", "+", "Ctrl+="),
        icon="zoom-in",
        starts_section=True,
    ),
    Command(
        id="zoom_out",
        menu="view",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "Zoom out"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "See more of the photo."),
        keys=("Ctrl+-", "-"),
        icon="zoom-out",
    ),
    Command(
        id="fit",
        menu="view",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "Fit"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Fit the whole photo into the window."),
        keys=("Ctrl+0",),
        icon="zoom-fit",
    ),
    Command(
        id="actual_size",
        menu="view",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "Actual size (100 %)"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "One pixel of the photo is one pixel of the screen, unchanged."),
        keys=("Ctrl+1",),
        icon="zoom-100",
    ),
    Command(
        id="zoom_face",
        menu="view",
        needs="faces",
        text=QT_TRANSLATE_NOOP("Actions", "Zoom to the face"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Fit the selected face into the window."),
        keys=("Ctrl+2",),
        icon="zoom-face",
    ),
    Command(
        id="zoom_200",
        menu="view",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "200 %"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Every pixel becomes a square of 2 by 2."),
    ),
    Command(
        id="zoom_400",
        menu="view",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "400 %"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Every pixel becomes a square of 4 by 4."),
    ),
    Command(
        id="zoom_1600",
        menu="view",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "Pixels (1600 %)"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Every pixel becomes a square of 16 by 16, without smoothing."),
        keys=("Ctrl+3",),
    ),
    Command(
        id="next_photo",
        menu="view",
        needs="photos",
        text=QT_TRANSLATE_NOOP("Actions", "Next photo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Look at the next photo."),
        keys=("PgDown",),
        icon="next",
        starts_section=True,
    ),
    Command(
        id="previous_photo",
        menu="view",
        needs="photos",
        text=QT_TRANSLATE_NOOP("Actions", "Previous photo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Look at the photo before."),
        keys=("PgUp",),
        icon="previous",
    ),
    Command(
        id="study",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Study the face"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "See what the model heeded in this face: attention, points, heatmaps, steps."
        ),
        keys=("Ctrl+U",),
        icon="attention",
        starts_section=True,
    ),
    Command(
        id="next_workspace",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Next workspace"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Go on from Photo to Study, to Teach, and round again."),
        keys=("Ctrl+Tab",),
    ),
    Command(
        id="previous_workspace",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Previous workspace"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Go back from workspace to workspace."),
        keys=("Ctrl+Shift+Tab",),
    ),
    Command(
        id="toggle_strip",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Strip of photos"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Hide the strip of photos, or show it."),
        keys=("F6",),
        starts_section=True,
    ),
    Command(
        id="toggle_panel",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Panel"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Hide the panel at the right, or show it."),
        keys=("F7",),
        icon="panel",
    ),
    Command(
        id="toast_action",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Do what the newest notice offers"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Press the button of the newest notice over the photo."),
        keys=("F8",),
    ),
    Command(
        id="present",
        menu="view",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "Presenter mode"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "Full screen with large controls, for a talk: overlays run through the model's layers."
        ),
        keys=("F11",),
        icon="present",
        starts_section=True,
    ),
)
