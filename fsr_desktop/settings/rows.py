"""The settings as rows, declared once: the dialog builds itself from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from engine.explain.colour_maps import COLOUR_MAPS
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP
from fsr_desktop.settings.store import RANGES

Group = Literal["general", "appearance", "engine", "export"]
Kind = Literal["choice", "int", "float", "percent", "bool", "folder", "text"]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One setting as it is shown. Texts are English; `shown` gives them in the user's language.

    `choices` are pairs of value and label. `least_text` stands in place of the smallest number; `note` stands below,
    for what must not hide in a tooltip. A "percent" is a fraction in the settings.
    """

    name: str
    group: Group
    label: str
    tooltip: str
    kind: Kind
    choices: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    step: float = 1.0
    least_text: str = ""
    placeholder: str = ""
    note: str = ""
    needs_restart: bool = False

    @property
    def range(self) -> tuple[float, float]:
        """The smallest and the largest number. Raises: KeyError for a row that is no number."""
        return RANGES[self.name]


def shown(text: str) -> str:
    """A text of this file in the user's language."""
    return QCoreApplication.translate("Settings", text) if text else ""


GROUPS: tuple[tuple[Group, str], ...] = (
    ("general", QT_TRANSLATE_NOOP("Settings", "General")),
    ("appearance", QT_TRANSLATE_NOOP("Settings", "Appearance")),
    ("engine", QT_TRANSLATE_NOOP("Settings", "Engine")),
    ("export", QT_TRANSLATE_NOOP("Settings", "Export")),
)

ROWS: tuple[Row, ...] = (
    Row(
        name="default_model",
        group="general",
        label=QT_TRANSLATE_NOOP("Settings", "Model for new faces"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "“Automatic” takes, for each face, the model that was trained for faces of its size."
        ),
        kind="choice",
        choices=(("auto", QT_TRANSLATE_NOOP("Settings", "Automatic")),),  # the dialog adds the installed models
    ),
    Row(
        name="default_strength",
        group="general",
        label=QT_TRANSLATE_NOOP("Settings", "Strength for new faces"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "How much of the restored face is blended over the photo: 0 % leaves the photo as it was."
        ),
        kind="percent",
        unit=" %",
        step=5,
    ),
    Row(
        name="restore_automatically",
        group="general",
        label=QT_TRANSLATE_NOOP("Settings", "Restore again when a choice changes"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "A photo that was restored is restored again as soon as you choose another model or scale."
        ),
        kind="bool",
    ),
    Row(
        name="network_allowed",
        group="general",
        label=QT_TRANSLATE_NOOP("Settings", "Allow network connections"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "Off: nothing in this program may open a network connection."),
        kind="bool",
        note=QT_TRANSLATE_NOOP(
            "Settings",
            "The program never connects by itself, and your photos never leave this computer. Nothing in this version "
            "needs the network; with this off, nothing that is added later may ask for it either.",
        ),
    ),
    Row(
        name="theme",
        group="appearance",
        label=QT_TRANSLATE_NOOP("Settings", "Theme"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "Dark and light are neutral greys, so that the window does not tint how you see a photo."
        ),
        kind="choice",
        choices=(
            ("system", QT_TRANSLATE_NOOP("Settings", "As the system")),
            ("dark", QT_TRANSLATE_NOOP("Settings", "Dark")),
            ("light", QT_TRANSLATE_NOOP("Settings", "Light")),
            ("contrast", QT_TRANSLATE_NOOP("Settings", "High contrast")),
        ),
    ),
    Row(
        name="language",
        group="appearance",
        label=QT_TRANSLATE_NOOP("Settings", "Language"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "The language of the window."),
        kind="choice",
        choices=(
            ("system", QT_TRANSLATE_NOOP("Settings", "As the system")),
            ("en", "English"),
            ("de", "Deutsch"),
        ),
        needs_restart=True,
    ),
    Row(
        name="colour_map",
        group="appearance",
        label=QT_TRANSLATE_NOOP("Settings", "Colours of maps"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "Perceptually uniform colours: equal steps of a value look like equal steps of colour."
        ),
        kind="choice",
        choices=tuple((name, name.capitalize()) for name in COLOUR_MAPS),
    ),
    Row(
        name="overlay_opacity",
        group="appearance",
        label=QT_TRANSLATE_NOOP("Settings", "Opacity of overlays"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "How much an overlay covers the face below it when it is switched on."),
        kind="percent",
        unit=" %",
        step=5,
    ),
    Row(
        name="device",
        group="engine",
        label=QT_TRANSLATE_NOOP("Settings", "Device"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings",
            "What runs the models. “Automatic” takes a graphics card if there is a usable one; the status line shows "
            "what really runs.",
        ),
        kind="choice",
        choices=(
            ("auto", QT_TRANSLATE_NOOP("Settings", "Automatic")),
            ("cpu", QT_TRANSLATE_NOOP("Settings", "Processor (CPU)")),
            ("cuda", QT_TRANSLATE_NOOP("Settings", "NVIDIA graphics card (CUDA)")),
            ("coreml", QT_TRANSLATE_NOOP("Settings", "Apple (Core ML)")),
        ),
    ),
    Row(
        name="threads",
        group="engine",
        label=QT_TRANSLATE_NOOP("Settings", "Threads"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "How many processor cores a job may use at the same time."),
        kind="int",
        least_text=QT_TRANSLATE_NOOP("Settings", "All cores"),
    ),
    Row(
        name="memory_mb",
        group="engine",
        label=QT_TRANSLATE_NOOP("Settings", "Memory limit"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "How much memory the engine may take."),
        kind="int",
        unit=" MB",
        step=512,
        least_text=QT_TRANSLATE_NOOP("Settings", "No limit"),
    ),
    Row(
        name="max_megapixels",
        group="engine",
        label=QT_TRANSLATE_NOOP("Settings", "Largest photo"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "A larger file is refused before it is decoded: one million pixels take about 15 MB of memory."
        ),
        kind="float",
        unit=" MP",
        step=10,
    ),
    Row(
        name="output_folder",
        group="export",
        label=QT_TRANSLATE_NOOP("Settings", "Folder"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "Where restored photos are written. Empty: beside the photo."),
        kind="folder",
        placeholder=QT_TRANSLATE_NOOP("Settings", "Beside the photo"),
    ),
    Row(
        name="name_pattern",
        group="export",
        label=QT_TRANSLATE_NOOP("Settings", "File name"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "The name without its ending. A file that is already there is never written over unasked."
        ),
        kind="text",
        note=QT_TRANSLATE_NOOP(
            "Settings", "These are filled in for each photo: {name}, {model}, {scale}, {date}, {number}."
        ),
    ),
    Row(
        name="export_format",
        group="export",
        label=QT_TRANSLATE_NOOP("Settings", "Format"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "“As the photo” keeps its depth and loses nothing: where its format would, PNG is taken."
        ),
        kind="choice",
        choices=(
            ("auto", QT_TRANSLATE_NOOP("Settings", "As the photo")),
            ("png", "PNG"),
            ("jpeg", "JPEG"),
            ("tiff", "TIFF"),
        ),
    ),
)
