"""What became of a photo, as `--json` and the report have it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from engine.errors import EngineError
from fsr_desktop.cli.console import error_record

if TYPE_CHECKING:
    from engine.pipeline.batch import BatchOutcome
    from engine.types import Box, FaceQuality, FaceResult, PhotoResult

Status = Literal["restored", "unchanged", "skipped", "failed", "not reached"]
STATUSES: tuple[Status, ...] = ("restored", "unchanged", "skipped", "failed", "not reached")
OF_POINTS = ("roll_rad", "yaw", "plausibility")  # of `FaceQuality`
Record = dict[str, Any]  # a JSON object, written as it is


def record_of(outcome: BatchOutcome) -> Record:
    """A photo that was tried."""
    if outcome.error is not None:
        return failed_record(str(outcome.photo.path), outcome.error, page=outcome.photo.page, seconds=outcome.seconds)
    assert outcome.done is not None
    done, result = outcome.done, outcome.done.result
    status, reason = _status(result)
    return {
        "photo": str(outcome.photo.path),
        "page": outcome.photo.page,
        "output": str(done.output),
        "status": status,
        "reason": reason,
        "seconds": round(outcome.seconds, 3),
        "faces": [_face_record(face) for face in result.faces],
        "provider": result.provider,
        "scale": result.scale,
        "scale_reason": str(result.scale_reason),
        "crops": [str(path) for path in done.crops],
        "regions": [{"box": _numbers(region.box), "name": region.name} for region in done.regions],
        "notes": [str(note) for note in result.photo.notes],
    }


def failed_record(photo: str, error: EngineError, *, page: int = 1, seconds: float = 0.0) -> Record:
    """A photo that failed as a whole: nothing was written."""
    record = _bare(photo, page, "failed", str(error.message), seconds=seconds)
    return {**record, "error": error_record(error)}


def skipped_record(photo: Path, reason: str, *, page: int = 1, output: Path | None = None) -> Record:
    """A photo that was not tried. `output`: its result, where there is one already."""
    return {**_bare(str(photo), page, "skipped", reason), "output": None if output is None else str(output)}


def not_reached_record(photo: Path, *, page: int) -> Record:
    """A photo whose turn did not come."""
    return _bare(str(photo), page, "not reached", "stopped before")


def _bare(photo: str, page: int, status: Status, reason: str, *, seconds: float = 0.0) -> Record:
    return {"photo": photo, "page": page, "output": None, "status": status, "reason": reason,
            "seconds": round(seconds, 3), "faces": []}  # fmt: skip


def _status(result: PhotoResult) -> tuple[Status, str]:
    """What the photo is called by its faces, and the reason if it is not simply restored."""
    for number, face in enumerate(result.faces, start=1):
        if face.status == "failed":
            return "failed", f"face {number}: {face.reason}"
    if any(face.status == "restored" for face in result.faces):
        return "restored", ""
    if not result.faces:
        return "unchanged", "no face found"
    return "unchanged", "; ".join(dict.fromkeys(str(face.reason) for face in result.faces))


def _face_record(face: FaceResult) -> Record:
    from engine.pipeline.departure import departure_of  # heavy, and loaded by now

    box = face.face.box
    departure = departure_of(face)
    points = face.face.points
    return {
        "box": _numbers(box),
        "points": [] if points is None else [[round(float(x), 2), round(float(y), 2)] for x, y in points],
        "source": face.face.source,
        "score": None if face.face.source == "hand" else round(float(face.face.score), 4),
        "model": face.model,
        "status": face.status,
        "reason": str(face.reason),
        "outside_range": face.outside_range,
        "prior_refusal": prior_refusal_of(face),
        "departure": None if departure is None else round(departure, 3),
        "quality": None if face.quality is None else _quality(face.quality, has_points=points is not None),
        "seconds": round(face.seconds, 4),
    }


def _quality(quality: FaceQuality, *, has_points: bool) -> Record:
    """What was measured; what needs a face's points is null without them."""
    return {
        name: None if name in OF_POINTS and not has_points else round(float(value), 3)
        for name, value in asdict(quality).items()
    }


def prior_refusal_of(face: FaceResult) -> str | None:
    """Why a face was restored without its model's 3D face; "" where it has one, None for a model without."""
    if face.restoration is None or not face.restoration.prior_refusals:
        return None
    from engine.priors.drawn_face import refusals_said  # heavy, and loaded by now

    return str(refusals_said(face.restoration.prior_refusals))


def _numbers(box: Box) -> list[float]:
    return [round(float(value), 2) for value in (box.left, box.top, box.width, box.height)]
