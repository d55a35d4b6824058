"""How a face is turned, and whether its five points can be a face's at all.

Five points are measured in a frame of their own (the line of the eyes and the way down to the mouth), so that nothing
here depends on where the face lies, how large it is or by which angle it is rolled.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.types import Box, Face

# What the measures of a face are at a yaw of 0, how much each grows with the yaw (or with its amount, where left and
# right are alike), and their spread. Fitted (least absolute deviations) to CenterFace's points in 959 upright training
# portraits of 20 to 160 px; there the root mean square of the deviations, in spreads, is 0.7 (median), 1.5 (95th
# percentile) and 3.7 at most. Where the points in a turned portrait were more than 0.12 of its side off, it was 5 to 26
# (5th to 95th percentile of 112). The points of the face mesh, which know smiles and open mouths: 2.7 and 4.9.
_AT_REST = np.array([-0.054, 0.023, 0.0, -0.177, 0.571, -0.88])
_PER_YAW = np.array([0.0, 0.118, 0.055, 0.0, 0.0, 0.0])
_PER_AMOUNT_OF_YAW = np.array([0.885, 0.0, 0.0, -0.149, -0.061, 0.0])
_SPREAD = np.array([0.06, 0.03, 0.02, 0.03, 0.03, 0.05])

HALF_PLAUSIBLE = 5.0  # spreads: root mean square of the deviations at which a face is half plausible
LEAST_PLAUSIBLE = 0.25  # below it the points cannot be a face's; that is 8.7 spreads
NO_DISTANCE = 1e-6  # px


@dataclass(frozen=True)
class FacePose:
    """How a face is turned, by its five points.

    `roll_rad`: the angle of the lines of eyes and mouth in the photo, in (-pi, pi]; 0 is upright, positive is
    clockwise as seen. `yaw`: how far the nose is from the middle between eyes and mouth along those lines, in distances
    of the eyes; 0.4 for a head that is turned by about 40 degrees, positive towards the person's left. `plausibility`:
    in [0, 1], how much the points are like a face's.
    """

    roll_rad: float
    yaw: float
    plausibility: float


def pose_of(face: Face) -> FacePose | None:
    """The pose of a face; None without points."""
    if face.points is None:
        return None
    points = face.points.astype(np.float64)
    return FacePose(roll_rad(points), yaw(points), plausibility(points, face.box))


def is_impossible(face: Face) -> bool:
    """Whether the face has points that cannot be a face's."""
    return face.points is not None and plausibility(face.points, face.box) < LEAST_PLAUSIBLE


def roll_rad(points: NDArray[np.floating]) -> float:
    """The angle of the lines of eyes and mouth, in (-pi, pi]. Args: points `(5, 2)` as of `Face`."""
    across = points[1] - points[0] + points[4] - points[3]
    return math.atan2(float(across[1]), float(across[0]))


def yaw(points: NDArray[np.floating]) -> float:
    """How far the nose is from the middle between eyes and mouth, along the line of the eyes, in their distances."""
    eyes = points[1] - points[0]
    middle = (points[0] + points[1] + points[3] + points[4]) / 4
    return float((points[2] - middle) @ eyes) / max(float(eyes @ eyes), NO_DISTANCE)


def plausibility(points: NDArray[np.floating], box: Box) -> float:
    """How much five points `(5, 2)` in a box are like a face's: 1 for one as all are, 0.5 at `HALF_PLAUSIBLE`; 0 if
    points coincide, are not finite, or the face is mirrored (the mouth is above the eyes when they are level)."""
    points = np.asarray(points, np.float64)
    if not np.isfinite(points).all() or not _in_order(points):
        return 0.0
    turn = yaw(points)
    expected = _AT_REST + _PER_YAW * turn + _PER_AMOUNT_OF_YAW * abs(turn)
    deviations = (_measures(points, box) - expected) / _SPREAD
    return 1 / (1 + float(np.square(deviations).mean()) / HALF_PLAUSIBLE**2)


def _in_order(points: NDArray[np.float64]) -> bool:
    """Whether eyes and mouth corners are apart, and the mouth below the eyes and turned the same way."""
    eyes, mouth, down = _axes(points)
    shortest = min(float(side @ side) for side in (eyes, mouth, down))
    return shortest > NO_DISTANCE and _cross(eyes, down) > 0 and float(eyes @ mouth) > 0


def _axes(points: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """From eye to eye, from mouth corner to mouth corner, and from the eyes' middle to the mouth's."""
    down = (points[3] + points[4] - points[0] - points[1]) / 2
    return points[1] - points[0], points[4] - points[3], down


def _measures(points: NDArray[np.float64], box: Box) -> NDArray[np.float64]:
    """What `_AT_REST` has `(6,)`: the log of height over width, the skew and the mouth's tilt in rad, the log of the
    mouth's width over the eyes' distance, the nose's share of the way down, the log of the height over the box's side.
    """
    eyes, mouth, down = _axes(points)
    width, height = math.hypot(*eyes), math.hypot(*down)
    nose = points[2] - (points[0] + points[1]) / 2
    return np.array(
        [
            math.log(height / width),
            math.atan2(-float(eyes @ down), _cross(eyes, down)),
            math.atan2(_cross(eyes, mouth), float(eyes @ mouth)),
            math.log(math.hypot(*mouth) / width),
            float(nose @ down) / height**2,
            math.log(height / max(math.sqrt(box.width * box.height), NO_DISTANCE)),
        ]
    )


def _cross(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    return float(first[0] * second[1] - first[1] * second[0])
