"""What can be changed of a fitted face to see what its numbers do: the first of each part, its light and its pose."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from engine.errors import ModelError
from engine.priors.morphable import FaceCoefficients

Part = Literal["identity", "expression", "texture", "light", "pose"]
PARTS: tuple[Part, ...] = get_args(Part)
FIRST = 5  # directions of a part: they hold the most of what differs between faces
FAR = 4.0  # standard deviations; few faces are further
MOST_PITCH, MOST_YAW, MOST_ROLL = (math.radians(degrees) for degrees in (60, 90, 180))


@dataclass(frozen=True)
class Knob:
    """One number of a face, `part[index]`, and how far it is usually changed."""

    part: Part
    index: int
    low: float
    high: float

    def of(self, face: FaceCoefficients) -> float:
        """The number of one face."""
        return float(getattr(face, self.part)[self.index])

    def ends(self, face: FaceCoefficients) -> tuple[float, float]:
        """How far it can be changed: as far as usual, and to what the face has."""
        return min(self.low, self.of(face)), max(self.high, self.of(face))


PITCH = Knob("pose", 0, -MOST_PITCH, MOST_PITCH)
YAW = Knob("pose", 1, -MOST_YAW, MOST_YAW)
ROLL = Knob("pose", 2, -MOST_ROLL, MOST_ROLL)
BRIGHTNESS = Knob("light", 0, 0.0, 2.0)
FROM_ABOVE, FROM_FRONT, FROM_RIGHT = (Knob("light", index, -1.0, 1.0) for index in (1, 2, 3))


def knobs_of(part: Part) -> tuple[Knob, ...]:
    """What is changed of a part."""
    if part == "light":
        return BRIGHTNESS, FROM_RIGHT, FROM_ABOVE, FROM_FRONT
    if part == "pose":
        return YAW, PITCH, ROLL
    return tuple(Knob(part, index, -FAR, FAR) for index in range(FIRST))


def with_number(face: FaceCoefficients, knob: Knob, number: float) -> FaceCoefficients:
    """The same face with another number. Raises: ModelError for one that is not finite."""
    if not math.isfinite(number):
        raise ModelError("A face cannot be drawn: some of its numbers are not finite.")
    numbers = np.array(getattr(face, knob.part), np.float32)
    numbers[knob.index] = number
    return replace(face, **{knob.part: numbers})


def in_the_middle(face: FaceCoefficients, *, times: float = 1.0) -> FaceCoefficients:
    """The face as it is turned, in the middle of the picture, `times` as large as it fills that."""
    pose = np.array([*face.pose[:3], 0.0, 0.0, math.log(times)], np.float32)
    return replace(face, pose=pose)


def differ(one: FaceCoefficients, other: FaceCoefficients) -> bool:
    """Whether two faces differ in more than how they are turned."""
    return any(not np.array_equal(getattr(one, part), getattr(other, part)) for part in PARTS if part != "pose")
