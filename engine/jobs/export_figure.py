"""Pictures to show a restoration with: a figure of one face, and the photo before and after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image

from engine.context import JobContext
from engine.errors import PhotoError
from engine.explain.captions import model_of
from engine.explain.comparison import comparison, enlargement, region_of
from engine.explain.figure import DPI, figure
from engine.explain.picture_files import PICTURE_SUFFIXES, save_picture
from engine.files import Keeping, placed_file
from engine.jobs.export_photo import restored_canvas
from engine.jobs.state import ServiceState
from engine.messages import Message, message
from engine.photo_io.display import display_pixels
from engine.photo_io.record import shown_record
from engine.photo_io.sources import refuse_source
from engine.pipeline.face_file import read_face_file
from engine.pipeline.refused_write import refused_write
from engine.pipeline.restorer import make_folder
from engine.process.export_jobs import ExportComparison, ExportFigure
from engine.process.protocol import Exported


def run_figure(
    job: ExportFigure, _state: ServiceState, context: JobContext, _preview: Callable[[object], None]
) -> Exported:
    """The figure's file, 300 dpi.

    Raises: PhotoError if the target cannot be written, is the photo itself or of an unknown format; DataError for a
    missing face file or an overlay that the face lacks; Cancelled. Then nothing is written.
    """
    check_suffix(job.target, PICTURE_SUFFIXES, what=message("figure"))
    if job.photo is not None:
        refuse_source(job.target, job.photo)
    context.progress(0, message("reading"))
    face = read_face_file(job.file)
    image = figure(face, job.overlays, context.part(0.1, 0.8), language=job.language)
    context.progress(0.8, message("writing"))
    keeping, may, xmp = Keeping(like=job.photo), job.replace_existing, shown_record((face.model, face.outside_range))
    target = _written(message("The figure"), image, job.target, xmp=xmp, dpi=DPI, keeping=keeping, may_replace=may)
    context.report(1, message("done"))  # it is written: too late to cancel
    return Exported(files=(target,))


def run_comparison(
    job: ExportComparison, state: ServiceState, context: JobContext, _preview: Callable[[object], None]
) -> Exported:
    """The file with the photo before and after, sRGB of 8 bits.

    Raises: PhotoError if the photo cannot be read, the target cannot be written, is the photo itself, or the region
    lies outside; DataError for a missing face file; Cancelled. Then nothing is written.
    """
    check_suffix(job.target, PICTURE_SUFFIXES, what=message("comparison"))
    refuse_source(job.target, job.path)
    if not job.faces:
        raise PhotoError("There is no restored face to compare with.", hint="Restore a face first.")
    context.progress(0, message("reading"))
    faces = [read_face_file(face.file) for face in job.faces]
    canvas = state.canvas(job.path, job.scale)
    after = restored_canvas(
        canvas,
        job.faces,
        path=job.path,
        scale=job.scale,
        match_grain=job.match_grain,
        seed=0,
        context=context.part(0.2, 0.6),
    )
    context.progress(0.6, message("drawing the comparison"))
    halves = [display_pixels(canvas), display_pixels(after)]
    if job.region is not None:
        halves = [region_of(pixels, job.region, scale=job.scale) for pixels in halves]
    image = comparison(halves[0], halves[1], [model_of(face) for face in faces], language=job.language)
    context.progress(0.8, message("writing"))
    xmp = shown_record(*((face.model, face.outside_range) for face in faces))
    keeping, may = Keeping(like=job.path), job.replace_existing
    target = _written(message("The comparison"), image, job.target, xmp=xmp, dpi=None, keeping=keeping, may_replace=may)
    context.report(1, message("done"))  # it is written: too late to cancel
    factor = enlargement(halves[0])
    shown = (message("Both parts are shown {factor} times as large as they are.", factor=factor),) if factor > 1 else ()
    return Exported(files=(target,), notes=(*canvas.notes, *shown))


def check_suffix(target: Path, suffixes: Sequence[str], *, what: Message) -> None:
    """Raises: PhotoError if the target's suffix names none of the formats."""
    if target.suffix.lower() not in suffixes:
        raise PhotoError(
            "A {kind} cannot be written as '{suffix}'.",
            hint="Choose a name that ends in {names}.",
            kind=what,
            suffix=target.suffix or target.name,
            names=tuple(suffixes),
        )


def _written(
    what: Message,
    image: Image.Image,
    wanted: Path,
    *,
    xmp: bytes,
    dpi: int | None,
    keeping: Keeping,
    may_replace: bool,
) -> Path:
    """The file it was written to: whole, or an error and nothing."""
    make_folder(wanted.parent)
    try:
        with placed_file(wanted, numbered=not may_replace, keeping=keeping) as placed:
            save_picture(image, placed.beside, xmp=xmp, dpi=dpi)
    except OSError as error:
        raise refused_write(what, wanted, error) from error
    return placed.path
