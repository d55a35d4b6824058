"""Opening a photo: its picture for the screen, then its faces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.context import JobContext
from engine.errors import PhotoError, PhotoGoneError
from engine.messages import message
from engine.process.protocol import OpenedPhoto, OpenPhoto

if TYPE_CHECKING:
    from engine.jobs.state import ServiceState
    from engine.types import Photo


def run(job: OpenPhoto, state: ServiceState, context: JobContext, preview: Callable[[object], None]) -> OpenedPhoto:
    """The photo's picture, sent ahead as a preview, and its faces. Raises: EngineError; Cancelled between stages, and
    between the looks of the detector."""
    from engine.alignment.crop import tight_square
    from engine.photo_io.display import display_converter
    from engine.photo_io.face_regions import regions_of
    from engine.pipeline.face_input import quality_of
    from engine.pipeline.picture_file import write_picture

    context.progress(0, message("reading"))
    photo, content = _read(job.path, state)
    context.progress(0.3, message("preparing the picture"))
    display = display_converter(photo)
    context.check_cancelled()
    picture = write_picture(display.whole(), job.folder / "x1")
    preview(picture)
    context.progress(0.5, message("finding faces"))
    faces = tuple(state.detector(job.detector).detect(photo.pixels, context))
    context.progress(1, message("done"))
    return OpenedPhoto(
        picture=picture,
        faces=faces,
        sides_px=tuple(tight_square(face).width for face in faces),
        is_grey=photo.is_grey,
        bits=8 * photo.pixels.dtype.itemsize,
        format=photo.format,
        notes=(*photo.notes, *display.notes),
        regions=regions_of(photo),
        qualities=tuple(quality_of(photo.pixels, face) for face in faces),
        content=content,
    )


def _read(path: Path, state: ServiceState) -> tuple[Photo, str]:
    """The photo, and what is in its file. Raises: PhotoError."""
    from engine.jobs.state import photo_content

    try:
        return state.photo(path), photo_content(path)
    except PhotoGoneError as error:  # it was not there before either
        raise PhotoError(error.message, hint=error.hint) from error
