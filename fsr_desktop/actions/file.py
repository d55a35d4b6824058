"""Photos in, and what is made of them out."""

from __future__ import annotations

from fsr_desktop.actions.row import Command
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

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
        id="open_last_session",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Open the last session"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "The photos that were open when the program was closed, as they were."),
        icon="film",
    ),
    Command(
        id="paste",
        menu="file",
        text=QT_TRANSLATE_NOOP("Actions", "Paste a photo"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Open the photo, or the photo files, that you copied elsewhere."),
        keys=("Ctrl+V",),
    ),
    Command(
        id="export",
        menu="file",
        needs="restored photo",
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
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "Export photo as…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Choose the folder, name and format before the photo is written."),
        keys=("Ctrl+Shift+S",),
        icon="save",
    ),
    Command(
        id="export_all",
        menu="file",
        needs="any restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "Export all photos"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "Write the selected photos, or all where only one is selected, as far as they changed."
        ),
        keys=("Ctrl+Alt+S",),
    ),
    Command(
        id="export_crops",
        menu="file",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "Export faces…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Write each face before and after, at the size the model works at."),
        icon="crop",
        starts_section=True,
    ),
    Command(
        id="export_comparison",
        menu="file",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "Export a comparison…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Write the photo before and after beside each other, with labels."),
        icon="compare-side",
    ),
    Command(
        id="export_before_after",
        menu="file",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "Export before and after…"),
        tooltip=QT_TRANSLATE_NOOP("Actions", "A short film or animated picture that goes from before to after."),
        icon="film",
    ),
    Command(
        id="export_figure",
        menu="file",
        needs="restored photo",
        text=QT_TRANSLATE_NOOP("Actions", "Export an overlay figure…"),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "Write a figure of one face with its overlays, colour bar and scale bar at 300 dpi."
        ),
        icon="bars",
    ),
    Command(
        id="close_photo",
        menu="file",
        needs="photo",
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
)
