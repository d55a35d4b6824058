"""What the window asks of the engine process, and what it is given. Light: neither torch nor cv2 nor ONNX Runtime.

A job names the function that runs it (`runs`), so a new job is a dataclass here (exports: `export_jobs.py`) and one
module in `engine/jobs`.
Pictures and results do not travel through the pipe: jobs write them into `folder`, events carry their paths.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from engine.devices import Device
from engine.messages import NOTHING, Message, message
from engine.pipeline.picture_file import PictureFile
from engine.types import Box, Face, FaceQuality, FaceStatus, NamedBox


@dataclass(frozen=True, kw_only=True)
class EngineSettings:
    """What the child is started with; another value needs a restart. `threads` 0 means all processors. `max_megapixels`
    is the largest photo that is opened. `fast`: models may round to bfloat16."""

    device: Device = "auto"
    threads: int = 0
    max_megapixels: float = 200.0
    fast: bool = False


# ---- jobs


@dataclass(frozen=True, kw_only=True)
class Job:
    """A piece of work. `runs` is "module:function" of `engine.jobs`, called as
    `function(job, state, context, preview)` with the child's `ServiceState`, a `JobContext` and a function that sends a
    `Preview`; its result is the payload of `Finished`. `title` is what a user reads for it. After a job with
    `leaves_the_child_used_up` the child is replaced: it ran at low priority, or holds memory that is never given back.
    """

    title: ClassVar[Message] = message("unknown")
    runs: ClassVar[str] = ""
    leaves_the_child_used_up: ClassVar[bool] = False
    time_to_stop_s: ClassVar[float] = 0.0  # after a cancel, if the usual grace is too short to keep what it has


@dataclass(frozen=True, kw_only=True)
class OpenPhoto(Job):
    """Read a photo, write its picture, find its faces. Preview: `PictureFile`, as soon as it is there. Result:
    `OpenedPhoto`. `folder` is the photo's own, made if it is missing."""

    title: ClassVar[Message] = message("open photo")
    runs: ClassVar[str] = "engine.jobs.open_photo:run"
    path: Path
    folder: Path
    detector: str = "auto"


@dataclass(frozen=True, kw_only=True)
class FaceRequest:
    """A face and how it is to be restored. `id` is the window's; `model` an id or "auto"; `outside_range` has a face
    restored that holds less or more than a model is meant for."""

    id: str
    face: Face
    model: str = "auto"
    outside_range: bool = False


@dataclass(frozen=True, kw_only=True)
class RestoreFaces(Job):
    """Restore faces of one photo. Preview: a `FaceOutcome` for each, as it is ready. Result: `RestoredFaces`.

    A face that was restored before with the same request is taken from its file in `folder`.
    """

    title: ClassVar[Message] = message("restore faces")
    runs: ClassVar[str] = "engine.jobs.restore_faces:run"
    path: Path
    folder: Path
    faces: tuple[FaceRequest, ...]
    match_grain: bool = False
    seed: int = 0
    include_large: bool = False


@dataclass(frozen=True, kw_only=True)
class PlacedFace:
    """A restored face as it goes into an export: its `FaceOutcome.file`, and how strongly it is blended in. `box`: px,
    where it was found or drawn, for the record; without it the square that was restored stands there."""

    file: Path
    strength: float = 1.0
    box: Box | None = None


@dataclass(frozen=True, kw_only=True)
class SingleOut(Job):
    """Add to a restored face the pictures that its attention maps make one by one, if `FaceFile.can_single_out`.
    Result: `SingledOut`."""

    title: ClassVar[Message] = message("single out")
    runs: ClassVar[str] = "engine.jobs.single_out:run"
    file: Path


@dataclass(frozen=True, kw_only=True)
class FindFinetuneFaces(Job):
    """Find the faces that fine-tuning `model` on a folder would use. Result: `FinetuneFaces`.

    They are kept for the next such job and for `Finetune`, as long as the photos stay the same.
    """

    title: ClassVar[Message] = message("look at teaching photos")
    runs: ClassVar[str] = "engine.jobs.finetune:run_look"
    model: str
    photos: Path


@dataclass(frozen=True, kw_only=True)
class Finetune(Job):
    """Fine-tune a model on a folder of photos. Preview: `FinetuneMoment`. Result: `Finetuned`. Runs at low priority."""

    title: ClassVar[Message] = message("teach")
    runs: ClassVar[str] = "engine.jobs.finetune:run"
    leaves_the_child_used_up: ClassVar[bool] = True
    time_to_stop_s: ClassVar[float] = 5.0  # 1.9 s at most on two free cores; a busy machine takes longer
    model: str
    photos: Path
    name: str
    layers: Literal["last", "all"] = "last"
    minutes: float = 15.0
    seed: int = 0
    keep_anyway: bool = False
    left_out: tuple[str, ...] = ()  # names of faces that are neither learnt from nor held out


# ---- what jobs give


@dataclass(frozen=True, kw_only=True)
class OpenedPhoto:
    """A photo that is open: its picture, its faces (largest first), and what a user should know of the file.

    For each face `sides_px`, the tight square's side, and `qualities`, what it really holds: that decides about models.
    `regions`: faces that another program has marked in the file. `content`: SHA-256 of the file, by which it is known
    again where it was moved.
    """

    picture: PictureFile
    faces: tuple[Face, ...]
    sides_px: tuple[float, ...]
    is_grey: bool
    bits: int
    format: str
    notes: tuple[Message, ...] = ()
    regions: tuple[NamedBox, ...] = ()
    qualities: tuple[FaceQuality, ...] = ()
    content: str = ""


@dataclass(frozen=True, kw_only=True)
class FaceOutcome:
    """What became of one face. `file` is read by `engine.pipeline.face_file.read_face_file`; None unless restored.
    `scale` is the smallest enlargement of the photo at which nothing of the restored face is lost.
    `outside_range`: the model is not meant for such a face. A refusal's reason has the values `side`, the px of real
    detail, and `limit`, the model's. `departs`: as `FaceFile.departs`; None unless restored. `quality`: what was
    measured of the face; None where that failed. `prior_refusal`: why it was restored without its model's 3D face.
    """

    id: str
    status: FaceStatus
    reason: Message = NOTHING
    model: str | None = None
    provider: str | None = None
    seconds: float = 0.0
    file: Path | None = None
    scale: int = 1
    outside_range: bool = False
    departs: float | None = None
    quality: FaceQuality | None = None
    prior_refusal: Message = NOTHING


@dataclass(frozen=True, kw_only=True)
class SingledOut:
    """The face's file, the same one, now with the pictures."""

    file: Path


@dataclass(frozen=True, kw_only=True)
class RestoredFaces:
    """Every requested face was told by a preview; `provider` is what ran the models, None if none ran."""

    provider: str | None


@dataclass(frozen=True, kw_only=True)
class Exported:
    """The files that were written, and what the user should know."""

    files: tuple[Path, ...]
    notes: tuple[Message, ...] = ()
