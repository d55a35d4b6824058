"""The jobs that write what the user keeps: photos, crops, comparisons, figures, animations. Light, as the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from engine.explain.overlay import OverlayStyle
from engine.explain.transition import Transition
from engine.messages import ENGLISH, NOTHING, Language, Message, message
from engine.process.protocol import Job, PlacedFace
from engine.types import Box, Face


@dataclass(frozen=True, kw_only=True)
class FileOptions:
    """How a photo's file is written. `quality` 1 to 100 of JPEG and WebP, None for the usual one (JPEG 95, WebP without
    loss). `long_edge_px` reduces the result to that, 0 keeps its size. Without `keep_metadata` the file has its colour
    profile and resolution alone. `caption` is the description that it carries in EXIF and XMP. `record`: it says in XMP
    what was restored, whatever else it carries."""

    quality: int | None = None
    long_edge_px: int = 0
    keep_metadata: bool = True
    caption: str = ""
    record: bool = True


@dataclass(frozen=True, kw_only=True)
class ExportPhoto(Job):
    """Write the whole photo with restored faces at full depth. Result: `Exported`.

    The suffix of `target` says the format. A file that is there gets a numbered neighbour unless `replace_existing`.
    The source itself is never written to.
    """

    title: ClassVar[Message] = message("export photo")
    runs: ClassVar[str] = "engine.jobs.export_photo:run"
    path: Path
    target: Path
    faces: tuple[PlacedFace, ...]
    scale: int = 1
    match_grain: bool = False
    seed: int = 0
    replace_existing: bool = False
    options: FileOptions = FileOptions()


@dataclass(frozen=True, kw_only=True)
class TryExport(Job):
    """Write what an export would write into `folder`, to tell its size and how it looks. Result: `TriedExport`."""

    title: ClassVar[Message] = message("preview an export")
    runs: ClassVar[str] = "engine.jobs.try_export:run"
    time_to_stop_s: ClassVar[float] = 30.0  # a large file is encoded in one go; the child need not be lost for that
    export: ExportPhoto
    folder: Path
    preview_px: int = 720


@dataclass(frozen=True, kw_only=True)
class ExportCrops(Job):
    """Write each face before and after, at the model's size. Result: `Exported`. `targets` holds one path for each
    face; `_before` and `_after` are put before its suffix."""

    title: ClassVar[Message] = message("export crops")
    runs: ClassVar[str] = "engine.jobs.export_photo:run_crops"
    path: Path
    faces: tuple[PlacedFace, ...]
    targets: tuple[Path, ...]
    replace_existing: bool = False
    record: bool = True


@dataclass(frozen=True, kw_only=True)
class ExportComparison(Job):
    """Write the photo before and after beside each other, or with `region` (photo px) that part of it, with labels
    in `language`. Result: `Exported`."""

    title: ClassVar[Message] = message("export comparison")
    runs: ClassVar[str] = "engine.jobs.export_figure:run_comparison"
    path: Path
    target: Path
    faces: tuple[PlacedFace, ...]
    scale: int = 1
    match_grain: bool = False
    region: Box | None = None
    replace_existing: bool = False
    language: Language = ENGLISH


@dataclass(frozen=True, kw_only=True)
class ExportFigure(Job):
    """Write a figure of one face: input, restoration, and each overlay on it with its colour bar and a scale bar, 300
    dpi, in `language`. Result: `Exported`. `photo`: whose face it is; the figure never replaces it, and no more people
    may read it."""

    title: ClassVar[Message] = message("export figure")
    runs: ClassVar[str] = "engine.jobs.export_figure:run_figure"
    file: Path
    target: Path
    overlays: tuple[OverlayStyle, ...]
    photo: Path | None = None
    replace_existing: bool = False
    language: Language = ENGLISH


@dataclass(frozen=True, kw_only=True)
class ExportAnimation(Job):
    """Write an animation (.gif or .mp4) that cycles through overlays of one face, and a JSON file beside it that
    holds all that makes it again, `photo` and the `face` in it among that. Result: `Exported`."""

    title: ClassVar[Message] = message("export animation")
    runs: ClassVar[str] = "engine.jobs.export_animation:run"
    file: Path
    photo: Path
    face: Face
    target: Path
    overlays: tuple[OverlayStyle, ...]
    seconds_each: float = 0.8
    side_px: int = 512
    replace_existing: bool = False
    language: Language = ENGLISH


@dataclass(frozen=True, kw_only=True)
class ExportBeforeAfter(Job):
    """Write an animation (.gif, .mp4 or .webp) that goes from the photo to its restoration and back, or with `region`
    (photo px) of that part; all frames are of one size, labelled in `language`. Result: `Exported`. `side_px` is the
    longer side of the picture in it."""

    title: ClassVar[Message] = message("export before and after")
    runs: ClassVar[str] = "engine.jobs.export_before_after:run"
    path: Path
    target: Path
    faces: tuple[PlacedFace, ...]
    scale: int = 1
    match_grain: bool = False
    region: Box | None = None
    transition: Transition = "wipe"
    seconds: float = 4.0
    side_px: int = 720
    replace_existing: bool = False
    language: Language = ENGLISH


@dataclass(frozen=True, kw_only=True)
class TriedExport:
    """The file that an export would write: its size, and the photo before and after as it would show them, reduced:
    `.npy` files `(h, w, 3)` uint8 sRGB of one size. `problem` says why there would be no file; then all else is
    empty."""

    size_bytes: int = 0
    width: int = 0
    height: int = 0
    before: Path | None = None
    after: Path | None = None
    problem: Message = NOTHING
