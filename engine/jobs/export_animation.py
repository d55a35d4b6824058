"""An animation of one face's overlays, and beside it the JSON that makes it again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from engine.context import JobContext
from engine.errors import PhotoError
from engine.explain.animation import AnimationPlan, frames_of
from engine.explain.animation_files import ANIMATION_SUFFIXES, write_animation
from engine.explain.animation_record import Origin, is_record, record_of
from engine.files import Keeping, atomic_file
from engine.jobs.export_figure import check_suffix
from engine.jobs.state import ServiceState
from engine.messages import message
from engine.photo_io.record import shown_record
from engine.photo_io.sources import refuse_source
from engine.pipeline.face_file import FaceFile, read_face_file
from engine.pipeline.refused_write import refused_write
from engine.pipeline.restorer import make_folder
from engine.process.export_jobs import ExportAnimation
from engine.process.protocol import Exported

MOST_NUMBERS = 10_000


def run(
    job: ExportAnimation, _state: ServiceState, context: JobContext, _preview: Callable[[object], None]
) -> Exported:
    """The animation's file and its record's, of one name.

    Raises: PhotoError if they cannot be written or the format is unknown; DataError for a missing face file, an overlay
    that the face lacks, or an MP4 without ffmpeg; Cancelled. Then nothing is written.
    """
    check_suffix(job.target, ANIMATION_SUFFIXES, what=message("animation"))
    refuse_source(job.target, job.photo)
    context.progress(0, message("reading"))
    face = read_face_file(job.file)
    plan = AnimationPlan(
        overlays=job.overlays, seconds_each=job.seconds_each, side_px=job.side_px, language=job.language
    )
    target = _place_for_both(job.target, replace_existing=job.replace_existing)
    record = target.with_suffix(".json")
    try:
        may, keeping = job.replace_existing, Keeping(like=job.photo)
        with (
            atomic_file(target, replace=may, keeping=keeping) as beside,
            atomic_file(record, replace=may, keeping=keeping) as record_beside,
        ):
            frames = _reported(face, plan, context.part(0.05, 0.95))
            said = shown_record((face.model, face.outside_range))
            write_animation(frames, beside, seconds_each=plan.seconds_each, xmp=said)
            context.progress(0.95, message("writing"))
            origin = Origin(photo=job.photo, face=job.face, name=target.name)
            text = record_of(face, plan, origin=origin, folder=record.parent)
            record_beside.write_text(text, encoding="utf-8")
    except OSError as error:
        raise refused_write(message("The animation"), target, error) from error
    context.report(1, message("done"))  # it is written: too late to cancel
    return Exported(files=(target, record))


def _reported(face: FaceFile, plan: AnimationPlan, context: JobContext) -> Iterator[Image.Image]:
    """The frames; progress is told and cancelling asked before each."""
    frames = frames_of(face, plan)
    for number in range(plan.frames):
        context.progress(
            number / plan.frames, message("drawing picture {number} of {count}", number=number + 1, count=plan.frames)
        )
        yield next(frames)


def _place_for_both(wanted: Path, *, replace_existing: bool) -> Path:
    """The target, or a neighbour with a number under which its record is free too.

    Raises: PhotoError if a file that is no record stands where the record would replace it, or no name is free.
    """
    make_folder(wanted.parent)
    if replace_existing:
        record = wanted.with_suffix(".json")
        if record.exists() and not is_record(record):
            raise PhotoError(
                "{path} would be replaced by the animation's description, but it is something else.",
                hint="Choose another name.",
                path=record,
            )
        return wanted
    for number in range(1, MOST_NUMBERS):
        name = wanted if number == 1 else wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        if not os.path.lexists(name) and not os.path.lexists(name.with_suffix(".json")):
            return name
    raise PhotoError(
        "{folder} holds too many files named {name}.",
        hint="Choose another folder.",
        folder=wanted.parent,
        name=wanted.stem,
    )
