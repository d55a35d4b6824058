"""Faces: found or drawn, on or off, one after the other."""

from __future__ import annotations

from fsr_desktop.actions.row import Command
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

COMMANDS: tuple[Command, ...] = (
    Command(
        id="draw_face",
        menu="faces",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "Draw a face"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Drag a box around a face that was not found."),
        keys=("B",),
        icon="face-draw",
    ),
    Command(
        id="edit_box",
        menu="faces",
        needs="face",
        text=QT_TRANSLATE_NOOP("Actions", "Move or resize its box"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Drag the selected face's box, its edges or corners."),
        keys=("E",),
    ),
    Command(
        id="delete_face",
        menu="faces",
        needs="face",
        text=QT_TRANSLATE_NOOP("Actions", "Delete the face"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Take away a box that holds no face."),
        keys=("Del",),
        icon="face-delete",
    ),
    Command(
        id="toggle_face",
        menu="faces",
        needs="face",
        text=QT_TRANSLATE_NOOP("Actions", "Face on or off"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Restore the selected face, or leave it as it is."),
        keys=("F",),
        icon="eye",
    ),
    Command(
        id="next_face",
        menu="faces",
        needs="faces",
        text=QT_TRANSLATE_NOOP("Actions", "Next face"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Select the next face and look at it."),
        keys=("N",),
        icon="next",
        starts_section=True,
    ),
    Command(
        id="previous_face",
        menu="faces",
        needs="faces",
        text=QT_TRANSLATE_NOOP("Actions", "Previous face"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Select the face before and look at it."),
        keys=("P",),
        icon="previous",
    ),
    Command(
        id="show_boxes",
        menu="faces",
        text=QT_TRANSLATE_NOOP("Actions", "Show boxes"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Outline the faces that were found or drawn."),
        keys=("Ctrl+B",),
        icon="face",
        is_checkable=True,
        starts_section=True,
    ),
    Command(
        id="show_points",
        menu="faces",
        text=QT_TRANSLATE_NOOP("Actions", "Show points"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "Eyes, nose and corners of the mouth, by which a face is turned upright for the model."
        ),
        keys=("Ctrl+Shift+B",),
        icon="points",
        is_checkable=True,
    ),
    Command(
        id="show_pixels",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Pixel values"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Show place and colours of the pixel under the mouse, before and after."),
        keys=("I",),
        is_checkable=True,
    ),
    Command(
        id="copy_pixel",
        menu="view",
        needs="photo",
        text=QT_TRANSLATE_NOOP("Actions", "Copy the pixel's values"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Copy place and colours of the pixel under the mouse as text."),
        keys=("Ctrl+Shift+C",),
    ),
)
