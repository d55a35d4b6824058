"""`fsr-desktop animate PHOTO`: from the photo to its restoration and back."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

from engine.errors import DataError
from engine.pipeline.auto_scale import FaceScale, automatic_scale

if TYPE_CHECKING:
    from engine.jobs.state import ServiceState
    from engine.process.protocol import FaceOutcome


def animate_photo(path: Path, options: argparse.Namespace) -> Path:
    """Restore the photo's faces and write the animation; gives its file. Raises: EngineError."""
    from engine.context import JobContext
    from engine.jobs import export_before_after
    from engine.jobs.state import ServiceState
    from engine.process.export_jobs import ExportBeforeAfter
    from engine.process.protocol import EngineSettings, PlacedFace

    state = ServiceState(EngineSettings(device=options.device))
    photo = state.photo(path)
    with tempfile.TemporaryDirectory(prefix="fsr-animate-") as folder:
        restored = _restored(path, Path(folder), options, state)
        faces = [FaceScale(side, outcome.scale) for side, outcome in restored]
        job = ExportBeforeAfter(
            path=path,
            target=_wanted(path, options.output),
            faces=tuple(PlacedFace(file=outcome.file) for _side, outcome in restored if outcome.file),
            scale=automatic_scale(photo.width, photo.height, faces).scale,
            transition=options.transition,
            seconds=options.seconds,
        )
        (file,) = export_before_after.run(job, state, JobContext(), lambda _nothing: None).files
    return file


def _restored(
    path: Path, folder: Path, options: argparse.Namespace, state: ServiceState
) -> list[tuple[float, FaceOutcome]]:
    """The restored faces with the px of each in the photo. Raises: DataError if there are none, with the reason."""
    from engine.alignment.crop import tight_square
    from engine.context import JobContext
    from engine.detection.registry import load_detector
    from engine.jobs import restore_faces
    from engine.process.protocol import FaceRequest, RestoreFaces

    found = load_detector(min_score=options.min_score).detect(state.photo(path).pixels)
    requests = tuple(FaceRequest(id=str(number), face=face, model=options.model) for number, face in enumerate(found))
    told: list[object] = []
    restore_faces.run(RestoreFaces(path=path, folder=folder, faces=requests), state, JobContext(), told.append)
    outcomes = [cast("FaceOutcome", outcome) for outcome in told]
    restored = [(tight_square(found[int(one.id)]).width, one) for one in outcomes if one.file]
    if not restored and outcomes:
        raise DataError("No face of it was restored: {reason}", reason=outcomes[0].reason)
    if not restored:
        raise DataError("No face was found in it.")
    return restored


def _wanted(photo: Path, output: str | None) -> Path:
    usual = photo.with_name(f"{photo.stem}_before_after.gif")
    if output is None:
        return usual
    return Path(output) / usual.name if Path(output).is_dir() else Path(output)
