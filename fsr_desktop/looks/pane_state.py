"""What a pane shows of one look: it runs, it has a result, it refused the face, or it failed. Nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from fsr_desktop.painters.face_pictures import FacePicture


@dataclass(frozen=True)
class Running:
    """The look is being run, or waits for that; `is_reading`: it was run, and its result is being read."""

    is_reading: bool = False


@dataclass(frozen=True, eq=False)
class Result:
    """The look gave a face. `departs` is the mean difference of brightness, of 255, once it is reduced to the photo's
    own pixels again."""

    picture: FacePicture
    departs: float
    is_outside_range: bool = False


@dataclass(frozen=True)
class Refused:
    """The look is not meant for this face: `reason` says the measured number and the limit."""

    reason: str


@dataclass(frozen=True)
class Failed:
    """The look should have given a face and did not: `reason` says why."""

    reason: str


PaneState = Running | Result | Refused | Failed
