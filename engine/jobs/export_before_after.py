"""An animation from the photo to its restoration and back, to show to others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.context import JobContext
from engine.errors import PhotoError
from engine.explain.animation_files import ANIMATION_SUFFIXES, write_timed
from engine.explain.before_after import BeforeAfterPlan, before_after_frames
from engine.explain.captions import model_of
from engine.explain.comparison import region_of
from engine.explain.transition import timeline
from engine.files import Keeping, placed_file
from engine.jobs.export_figure import check_suffix
from engine.jobs.export_photo import restored_canvas
from engine.jobs.state import ServiceState
from engine.messages import message
from engine.photo_io.display import display_pixels
from engine.photo_io.record import shown_record
from engine.photo_io.sources import refuse_source
from engine.pipeline.face_file import read_face_file
from engine.pipeline.refused_write import refused_write
from engine.pipeline.restorer import make_folder
from engine.process.export_jobs import ExportBeforeAfter
from engine.process.protocol import Exported


def run(
    job: ExportBeforeAfter, state: ServiceState, context: JobContext, _preview: Callable[[object], None]
) -> Exported:
    """The animation's file.

    Raises: PhotoError if the photo cannot be read, the target cannot be written, is the photo itself, or the region
    lies outside; DataError for a missing face file, or an MP4 without ffmpeg; Cancelled. Then nothing is written.
    """
    check_suffix(job.target, ANIMATION_SUFFIXES, what=message("animation"))
    refuse_source(job.target, job.path)
    if not job.faces:
        raise PhotoError("There is no restored face to compare with.", hint="Restore a face first.")
    context.progress(0, message("reading"))
    faces = [read_face_file(face.file) for face in job.faces]
    plan = BeforeAfterPlan(
        models=[model_of(face) for face in faces],
        transition=job.transition,
        seconds=job.seconds,
        side_px=job.side_px,
        may_enlarge=job.region is not None,
        language=job.language,
    )
    before, after = _halves(job, state, context.part(0.1, 0.5))
    make_folder(job.target.parent)
    try:
        with placed_file(job.target, numbered=not job.replace_existing, keeping=Keeping(like=job.path)) as placed:
            frames = _reported(before, after, plan, context.part(0.5, 0.95))
            write_timed(frames, placed.beside, xmp=shown_record(*((face.model, face.outside_range) for face in faces)))
    except OSError as error:
        raise refused_write(message("The animation"), job.target, error) from error
    context.report(1, message("done"))  # it is written: too late to cancel
    return Exported(files=(placed.path,))


def _halves(
    job: ExportBeforeAfter, state: ServiceState, context: JobContext
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    canvas = state.canvas(job.path, job.scale)
    after = restored_canvas(
        canvas,
        job.faces,
        path=job.path,
        scale=job.scale,
        match_grain=job.match_grain,
        seed=0,
        context=context,
    )
    halves = (display_pixels(canvas), display_pixels(after))
    if job.region is None:
        return halves
    return region_of(halves[0], job.region, scale=job.scale), region_of(halves[1], job.region, scale=job.scale)


def _reported(
    before: NDArray[np.uint8], after: NDArray[np.uint8], plan: BeforeAfterPlan, context: JobContext
) -> Iterator[tuple[Image.Image, float]]:
    """The pictures; progress is told and cancelling asked before each."""
    count = len(timeline(plan.seconds))
    frames = before_after_frames(before, after, plan)
    for number in range(count):
        context.progress(number / count, message("drawing picture {number} of {count}", number=number + 1, count=count))
        yield next(frames)
