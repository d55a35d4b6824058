"""All settings, each declared once as a field with its row: reading, checking and the dialog go by these."""

# ruff: noqa: RUF009  a row gives the field that it declares

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Literal

from engine.devices import Device
from engine.explain.colour_maps import COLOUR_MAPS
from engine.pipeline.options import Scale
from fsr_desktop.language.install import SYSTEM
from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP
from fsr_desktop.look.theme import Theme
from fsr_desktop.settings.row import Group, Row

ExportFormat = Literal["auto", "png", "jpeg", "tiff", "webp"]
TextSize = Literal["100", "115", "130", "150"]  # %

GROUPS: tuple[tuple[Group, str], ...] = (
    ("general", QT_TRANSLATE_NOOP("Settings", "General")),
    ("appearance", QT_TRANSLATE_NOOP("Settings", "Appearance")),
    ("engine", QT_TRANSLATE_NOOP("Settings", "Engine")),
    ("export", QT_TRANSLATE_NOOP("Settings", "Export")),
)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All that the user can decide once and for all.

    `threads` 0 means all processors, `memory_mb` 0 no limit; `output_folder` "" means beside the photo; `shortcuts`
    holds only those keys that differ from the program's own, as portable text, "" for none; they have a dialog of their
    own. Raises: ValueError for a value that is not allowed.
    """

    default_model: str = Row(
        group="general",
        label=QT_TRANSLATE_NOOP("Settings", "Model for new faces"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "“Automatic” takes, for each face, the model that was trained for faces of its size."
        ),
        kind="choice",
        choices=(("auto", QT_TRANSLATE_NOOP("Settings", "Automatic")),),  # the dialog adds the installed models
        has_more_choices=True,
    ).usually("auto")
    default_strength: float = Row(
        group="general",
        label=QT_TRANSLATE_NOOP("Settings", "Strength for new faces"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "How much of the restored face is blended over the photo: 0 % leaves the photo as it was."
        ),
        kind="percent",
        unit=" %",
        step=5,
    ).usually(1.0)
    default_scale: Scale = Row(
        group="general",
        label=QT_TRANSLATE_NOOP("Settings", "Usual size of the result"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "Auto enlarges a photo as far as its restored faces need it; nothing is lost then."
        ),
        kind="choice",
        choices=(
            (0, QT_TRANSLATE_NOOP("Settings", "Auto")),
            (1, QT_TRANSLATE_NOOP("Settings", "As the photo")),
            (2, "×2"),
            (4, "×4"),
        ),
    ).usually(0)
    restore_automatically: bool = Row(
        group="general",
        label=QT_TRANSLATE_NOOP("Settings", "Restore again when a choice changes"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "A photo that was restored is restored again as soon as you choose another model."
        ),
        kind="bool",
    ).usually(True)
    restore_when_opened: bool = Row(
        group="general",
        label=QT_TRANSLATE_NOOP("Settings", "Restore when opened"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "The faces of a photo are restored as soon as they are found."),
        kind="bool",
    ).usually(False)
    theme: Theme = Row(
        group="appearance",
        label=QT_TRANSLATE_NOOP("Settings", "Theme"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "Dark and light are neutral greys, so that the window does not tint how you see a photo."
        ),
        kind="choice",
        choices=(
            ("dark", QT_TRANSLATE_NOOP("Settings", "Dark")),
            ("light", QT_TRANSLATE_NOOP("Settings", "Light")),
            ("contrast", QT_TRANSLATE_NOOP("Settings", "High contrast")),
            ("system", QT_TRANSLATE_NOOP("Settings", "As the system")),
        ),
    ).usually("dark")
    text_size: TextSize = Row(
        group="appearance",
        label=QT_TRANSLATE_NOOP("Settings", "Text size"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "How large the words of the window are."),
        kind="choice",
        choices=(("100", "100 %"), ("115", "115 %"), ("130", "130 %"), ("150", "150 %")),
    ).usually("100")
    language: str = Row(
        group="appearance",
        label=QT_TRANSLATE_NOOP("Settings", "Language"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "The language of the window."),
        kind="choice",
        choices=((SYSTEM, QT_TRANSLATE_NOOP("Settings", "As the system")),),  # the dialog adds those that there are
        has_more_choices=True,
        needs_restart=True,
    ).usually(SYSTEM)
    colour_map: str = Row(
        group="appearance",
        label=QT_TRANSLATE_NOOP("Settings", "Colours of maps"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "Perceptually uniform colours: equal steps of a value look like equal steps of colour."
        ),
        kind="choice",
        choices=tuple((name, name.capitalize()) for name in COLOUR_MAPS),
    ).usually("viridis")
    overlay_opacity: float = Row(
        group="appearance",
        label=QT_TRANSLATE_NOOP("Settings", "Opacity of overlays"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "How much an overlay covers the face below it when it is switched on."),
        kind="percent",
        unit=" %",
        step=5,
    ).usually(0.6)
    device: Device = Row(
        group="engine",
        label=QT_TRANSLATE_NOOP("Settings", "Device"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings",
            "What runs the models. “Automatic” takes a graphics card if there is a usable one; the strip of photos "
            "shows what really runs.",
        ),
        kind="choice",
        choices=(
            ("auto", QT_TRANSLATE_NOOP("Settings", "Automatic")),
            ("cpu", QT_TRANSLATE_NOOP("Settings", "Processor (CPU)")),
            ("cuda", QT_TRANSLATE_NOOP("Settings", "NVIDIA graphics card (CUDA)")),
            ("coreml", QT_TRANSLATE_NOOP("Settings", "Apple (Core ML)")),
        ),
    ).usually("auto")
    fast: bool = Row(
        group="engine",
        label=QT_TRANSLATE_NOOP("Settings", "Fast, with rounded numbers"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings",
            "Runs models in about half the time on processors that calculate in bfloat16; a face differs by less than "
            "two steps of 255. Needs the extra “fast”.",
        ),
        kind="bool",
    ).usually(False)
    threads: int = Row(
        group="engine",
        label=QT_TRANSLATE_NOOP("Settings", "Threads"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "How many processor cores a job may use at the same time."),
        kind="int",
        high=256,
        least_text=QT_TRANSLATE_NOOP("Settings", "All cores"),
    ).usually(0)
    memory_mb: int = Row(
        group="engine",
        label=QT_TRANSLATE_NOOP("Settings", "Memory limit"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "How much memory the engine may take."),
        kind="int",
        high=1_048_576,
        unit=" MB",
        step=512,
        least_text=QT_TRANSLATE_NOOP("Settings", "No limit"),
    ).usually(0)
    max_megapixels: float = Row(
        group="engine",
        label=QT_TRANSLATE_NOOP("Settings", "Largest photo"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "A larger file is refused before it is decoded: one million pixels take about 15 MB of memory."
        ),
        kind="float",
        low=1.0,
        high=2000.0,
        unit=" MP",
        step=10,
    ).usually(200.0)
    output_folder: str = Row(
        group="export",
        label=QT_TRANSLATE_NOOP("Settings", "Folder"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "Where restored photos are written. Empty: beside the photo."),
        kind="folder",
        placeholder=QT_TRANSLATE_NOOP("Settings", "Beside the photo"),
    ).usually("")
    name_pattern: str = Row(
        group="export",
        label=QT_TRANSLATE_NOOP("Settings", "File name"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings", "The name without its ending. A file that is already there is never written over unasked."
        ),
        kind="text",
        note=QT_TRANSLATE_NOOP(
            "Settings", "These are filled in for each photo: {name}, {model}, {scale}, {date}, {number}."
        ),
    ).usually("{name}_restored")
    export_format: ExportFormat = Row(
        group="export",
        label=QT_TRANSLATE_NOOP("Settings", "Format"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings",
            "“Automatic” keeps the photo’s format and depth and loses nothing: where it would, PNG is taken.",
        ),
        kind="choice",
        choices=(
            ("auto", QT_TRANSLATE_NOOP("Settings", "Automatic: without loss")),
            ("png", "PNG"),
            ("jpeg", QT_TRANSLATE_NOOP("Settings", "JPEG: small, with slight loss")),
            ("tiff", "TIFF"),
            ("webp", QT_TRANSLATE_NOOP("Settings", "WebP: smallest, for the web")),
        ),
    ).usually("auto")
    export_quality: int = Row(
        group="export",
        label=QT_TRANSLATE_NOOP("Settings", "Quality"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "Of JPEG and WebP files; WebP at 100 loses nothing."),
        kind="int",
        low=1,
        high=100,
    ).usually(95)
    export_long_edge: int = Row(
        group="export",
        label=QT_TRANSLATE_NOOP("Settings", "Long edge at most"),
        tooltip=QT_TRANSLATE_NOOP("Settings", "A larger result is reduced to this; a smaller one is never enlarged."),
        kind="int",
        high=65_500,
        unit=" px",
        step=100,
        least_text=QT_TRANSLATE_NOOP("Settings", "As it is"),
    ).usually(0)
    export_metadata: bool = Row(
        group="export",
        label=QT_TRANSLATE_NOOP("Settings", "Keep what the photo says of itself"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings",
            "Date, camera, place and words (EXIF, XMP, IPTC). Without it only colours and resolution are kept.",
        ),
        kind="bool",
    ).usually(True)
    export_record: bool = Row(
        group="export",
        label=QT_TRANSLATE_NOOP("Settings", "Say in the result what was restored"),
        tooltip=QT_TRANSLATE_NOOP(
            "Settings",
            "Program, models, strengths and places of the faces (XMP), so that nobody takes them for the photo.",
        ),
        kind="bool",
    ).usually(True)
    shortcuts: dict[str, str] = field(default_factory=lambda: dict[str, str]())

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            if not is_allowed(one.name, value):
                raise ValueError(f"Expected an allowed value for the setting {one.name}, got {value!r}.")


ROWS: dict[str, Row] = {
    one.name: replace(one.metadata["row"], name=one.name) for one in fields(Settings) if "row" in one.metadata
}


def is_allowed(name: str, value: object) -> bool:
    """Whether the setting `name` can have this value."""
    if name in ROWS:
        return ROWS[name].allows(value)
    return isinstance(value, dict) and all(isinstance(text, str) for pair in value.items() for text in pair)
