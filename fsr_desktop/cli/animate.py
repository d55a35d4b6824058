"""`fsr-desktop animate`: an exported animation once more, from its JSON file; or a photo before and after."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import DataError, EngineError
from engine.messages import message
from fsr_desktop.cli.before_after import animate_photo
from fsr_desktop.cli.console import print_path, say_error
from fsr_desktop.cli.main import OK, SOME_FAILED

if TYPE_CHECKING:
    from engine.explain.animation_record import AnimationRecord, Origin
    from engine.pipeline.face_file import FaceFile


def run(options: argparse.Namespace) -> int:
    """Write the animation; its path is the line on standard output."""
    try:
        path = Path(options.file)
        made = _animate(path, options) if path.suffix.lower() == ".json" else animate_photo(path, options)
        print_path(made)
    except EngineError as error:
        say_error(error, where=options.file)
        return SOME_FAILED
    return OK


def _animate(path: Path, options: argparse.Namespace) -> Path:
    from engine.explain.animation_files import ANIMATION_SUFFIXES, write_animation
    from engine.explain.animation_record import animation_from_json, read_record
    from engine.files import Keeping, placed_file
    from engine.jobs.export_figure import check_suffix
    from engine.photo_io.record import shown_record
    from engine.pipeline.refused_write import refused_write
    from engine.pipeline.restorer import make_folder

    record = read_record(path)
    if record.origin is None:
        raise DataError("It does not say which photo it is of.", hint="Export the animation again with this version.")
    wanted = _wanted(path.with_name(record.origin.name), options.output)
    check_suffix(wanted, ANIMATION_SUFFIXES, what=message("animation"))
    make_folder(wanted.parent)
    face = _restored(record, record.origin, options)
    animation = animation_from_json(path, face)
    try:
        with placed_file(wanted, keeping=Keeping(like=record.origin.photo)) as placed:
            said = shown_record((record.model, face.outside_range))
            write_animation(animation.frames, placed.beside, seconds_each=animation.seconds_each, xmp=said)
    except OSError as error:
        raise refused_write(message("The animation"), wanted, error) from error
    return placed.path


def _wanted(usual: Path, output: str | None) -> Path:
    if output is None:
        return usual
    return Path(output) / usual.name if Path(output).is_dir() else Path(output)


def _restored(record: AnimationRecord, origin: Origin, options: argparse.Namespace) -> FaceFile:
    """The face restored as it was then. Raises: EngineError if the photo or the model is gone."""
    from engine.context import JobContext
    from engine.jobs import restore_faces, single_out
    from engine.jobs.state import ServiceState
    from engine.pipeline.face_file import read_face_file
    from engine.process.protocol import EngineSettings, FaceOutcome, FaceRequest, RestoreFaces, SingleOut

    state = ServiceState(EngineSettings(device=options.device))
    with tempfile.TemporaryDirectory(prefix="fsr-animate-") as folder:
        job = RestoreFaces(
            path=Path(options.photo) if options.photo else origin.photo,
            folder=Path(folder),
            faces=(FaceRequest(id="face", face=origin.face, model=record.model, outside_range=True),),
            match_grain=record.match_grain,
            seed=record.seed,
        )
        told: list[object] = []
        restore_faces.run(job, state, JobContext(), told.append)
        (outcome,) = told
        assert isinstance(outcome, FaceOutcome)
        if outcome.file is None:
            raise DataError("The face cannot be restored: {reason}", reason=outcome.reason)
        if record.is_singled_out:
            single_out.run(SingleOut(file=outcome.file), state, JobContext(), lambda _nothing: None)
        return read_face_file(outcome.file)
