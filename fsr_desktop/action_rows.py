"""All commands of the window, declared once: menus, tool bar, shortcuts and their dialog are made from these rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fsr_desktop.marked_text import QT_TRANSLATE_NOOP

Menu = Literal["file", "edit", "view", "faces", "restore", "overlays", "help"]


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command. Texts are English, translated where they are shown.

    `keys` are its shortcuts as portable text; `short` its text in a tool bar where `text` is too long. A command that
    `starts_section` has a line above it in its menu. One that `is_held` acts for as long as its key is down; it is in
    no menu, since a menu would take the key away from the canvas.
    """

    id: str
    menu: Menu
    text: str
    tooltip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    short: str = ""
    is_checkable: bool = False
    is_held: bool = False
    starts_section: bool = False


MENUS: tuple[tuple[Menu, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("faces", QT_TRANSLATE_NOOP("Actions", "F&aces")),
    ("restore", QT_TRANSLATE_NOOP("Actions", "&Restore")),
    ("overlays", QT_TRANSLATE_NOOP("Actions", "&Overlays")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        id="open",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Open photos…"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "Choose photos; their faces are found by themselves, and the files are never changed."
        ),
        keys=("Ctrl+O",),
        icon="open",
        short=QT_TRANSLATE_NOOP("Actions", "Open"),
    ),
    Command(
        id="open_folder",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Open a folder…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Open all photos in a folder."),
        keys=("Ctrl+Shift+O",),
        icon="open-folder",
    ),
    Command(
        id="open_sample",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Open a sample"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "A photo that comes with the program, to try it with."),
        icon="photo",
    ),
    Command(
        id="paste",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Paste a photo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Open the photo, or the photo files, that you copied elsewhere."),
        keys=("Ctrl+V",),
        starts_section=True,
    ),
    Command(
        id="export",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Export photo"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "Write the whole photo with its restored faces beside the original, which stays as it is."
        ),
        keys=("Ctrl+S",),
        icon="export",
        short=QT_TRANSLATE_NOOP("Actions", "Export"),
        starts_section=True,
    ),
    Command(
        id="export_as",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Export photo as…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Choose the folder, name and format before the photo is written."),
        keys=("Ctrl+Shift+S",),
        icon="save",
    ),
    Command(
        id="export_all",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Export all photos"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "Write every restored photo of this session, by the name pattern of the settings."
        ),
        keys=("Ctrl+Alt+S",),
    ),
    Command(
        id="export_crops",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Export faces…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Write each face before and after, at the size the model works at."),
        icon="crop",
    ),
    Command(
        id="export_comparison",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Export a comparison…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Write the photo before and after beside each other, with labels."),
        icon="compare-side",
    ),
    Command(
        id="export_figure",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Export an overlay figure…"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "Write a figure of one face with its overlays, colour bar and scale bar at 300 dpi."
        ),
        icon="bars",
    ),
    Command(
        id="close_photo",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Close photo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Leave this photo; its file stays as it is."),
        keys=("Ctrl+W",),
        icon="close",
        starts_section=True,
    ),
    Command(
        id="quit",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Quit"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Close the program."),
        keys=("Ctrl+Q",),
        starts_section=True,
    ),
    Command(
        id="undo",
        menu="edit",
        text=QT_TRANSLATE_NOOP("Actions", "Undo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Take back the last change."),
        keys=("Ctrl+Z",),
        icon="undo",
    ),
    Command(
        id="redo",
        menu="edit",
        text=QT_TRANSLATE_NOOP("Actions", "Redo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Make the change again that was taken back."),
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        icon="redo",
    ),
    Command(
        id="copy_image",
        menu="edit",
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
    Command(
        id="mode_single",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Restored only"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Show the restored photo alone."),
        keys=("Alt+1",),
        icon="compare-single",
        is_checkable=True,
    ),
    Command(
        id="mode_split",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Split before and after"),
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
            "Actions", "Up to four panes that zoom and move together, to compare models on the same face."
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
        id="hold_original",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Original while held"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Shows the photo as it was for as long as the key is down."),
        keys=("O",),
        icon="eye",
        is_held=True,
    ),
    Command(
        id="zoom_in",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Zoom in"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Look closer."),
        keys=("Ctrl++", "+", "Ctrl+="),
        icon="zoom-in",
        starts_section=True,
    ),
    Command(
        id="zoom_out",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Zoom out"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "See more of the photo."),
        keys=("Ctrl+-", "-"),
        icon="zoom-out",
    ),
    Command(
        id="fit",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Whole photo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Fit the whole photo into the window."),
        keys=("Ctrl+0",),
        icon="zoom-fit",
    ),
    Command(
        id="actual_size",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Actual size (100 %)"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "One pixel of the photo is one pixel of the screen, unchanged."),
        keys=("Ctrl+1",),
        icon="zoom-100",
    ),
    Command(
        id="zoom_face",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Zoom to the face"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Fit the selected face into the window."),
        keys=("Ctrl+2",),
        icon="zoom-face",
    ),
    Command(
        id="zoom_1600",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Pixels (1600 %)"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Every pixel becomes a square of 16 by 16, without smoothing."),
        keys=("Ctrl+3",),
    ),
    Command(
        id="next_photo",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Next photo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Look at the next photo."),
        keys=("PgDown",),
        icon="next",
        starts_section=True,
    ),
    Command(
        id="previous_photo",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Previous photo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Look at the photo before."),
        keys=("PgUp",),
        icon="previous",
    ),
    Command(
        id="present",
        menu="view",
        text=QT_TRANSLATE_NOOP("Actions", "Presenter mode"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "Full screen with large controls, for a talk: overlays run through the model's layers."
        ),
        keys=("F11",),
        icon="present",
        starts_section=True,
    ),
    Command(
        id="draw_face",
        menu="faces",
        text=QT_TRANSLATE_NOOP("Actions", "Draw a face"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Drag a box around a face that was not found."),
        keys=("B",),
        icon="face-draw",
    ),
    Command(
        id="delete_face",
        menu="faces",
        text=QT_TRANSLATE_NOOP("Actions", "Delete the face"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Take away a box that holds no face."),
        keys=("Del",),
        icon="face-delete",
    ),
    Command(
        id="toggle_face",
        menu="faces",
        text=QT_TRANSLATE_NOOP("Actions", "Face on or off"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Restore the selected face, or leave it as it is."),
        keys=("F",),
        icon="eye",
    ),
    Command(
        id="next_face",
        menu="faces",
        text=QT_TRANSLATE_NOOP("Actions", "Next face"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Select the next face and look at it."),
        keys=("N",),
        icon="next",
        starts_section=True,
    ),
    Command(
        id="previous_face",
        menu="faces",
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
        id="restore",
        menu="restore",
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
        text=QT_TRANSLATE_NOOP("Actions", "Restore all photos"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Restore the faces of every photo of this session."),
        keys=("Ctrl+Shift+R",),
        icon="film",
    ),
    Command(
        id="cancel",
        menu="restore",
        text=QT_TRANSLATE_NOOP("Actions", "Cancel"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Stop what is running; what is done already stays."),
        keys=("Esc",),
        icon="cancel",
    ),
    Command(
        id="teach",
        menu="restore",
        text=QT_TRANSLATE_NOOP("Actions", "Teach a model…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Fine-tune a model on your own photos, so that it learns how they look."),
        keys=("Ctrl+T",),
        icon="teach",
        starts_section=True,
    ),
    Command(
        id="overlay_attention",
        menu="overlays",
        text=QT_TRANSLATE_NOOP("Actions", "Attention"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Where the model looked: bright places changed its features most."),
        keys=("A",),
        icon="attention",
    ),
    Command(
        id="next_layer",
        menu="overlays",
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
        text=QT_TRANSLATE_NOOP("Actions", "Previous layer"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "The layer before of the overlay."),
        keys=("[", "Ctrl+Left"),
        icon="previous",
    ),
    Command(
        id="opacity_up",
        menu="overlays",
        text=QT_TRANSLATE_NOOP("Actions", "More opaque"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Let the overlay cover more of the face."),
        keys=("Ctrl+Up",),
        starts_section=True,
    ),
    Command(
        id="opacity_down",
        menu="overlays",
        text=QT_TRANSLATE_NOOP("Actions", "More transparent"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Let more of the face show through the overlay."),
        keys=("Ctrl+Down",),
    ),
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
