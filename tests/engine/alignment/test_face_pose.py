from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.alignment.crop import FFHQ_POINTS
from engine.alignment.face_pose import LEAST_PLAUSIBLE, is_impossible, plausibility, pose_of, roll_rad, yaw
from engine.types import Box, Face

BOX = Box(23, 16, 56, 73)  # CenterFace's, around its points in a square of 100 px
POINTS = np.array(FFHQ_POINTS) * 100


def turned(points: NDArray[np.float64], angle_rad: float) -> NDArray[np.float64]:
    cos, sin = math.cos(angle_rad), math.sin(angle_rad)
    return (points - 50) @ np.array([[cos, sin], [-sin, cos]]) + 50


def face_with(points: NDArray[np.float64]) -> Face:
    return Face(BOX, points.astype(np.float32), score=0.9, source="centerface")


@pytest.mark.parametrize("degrees", [-170, -90, -30, 0, 8, 45, 90, 135, 179])
def test_a_face_turned_clockwise_has_that_roll_and_is_as_plausible(degrees: int) -> None:
    pose = pose_of(face_with(turned(POINTS, math.radians(degrees))))
    assert pose is not None
    assert math.degrees(pose.roll_rad) == pytest.approx(degrees, abs=1e-3)
    assert pose.yaw == pytest.approx(0, abs=1e-5)
    assert pose.plausibility > 0.9


def test_a_nose_to_one_side_is_a_yaw_whatever_the_roll() -> None:
    points = POINTS.copy()
    points[2, 0] += 10
    distance = POINTS[1, 0] - POINTS[0, 0]
    assert yaw(points) == pytest.approx(10 / distance)
    assert yaw(turned(points, 2)) == pytest.approx(10 / distance)


def test_a_face_without_points_has_no_pose_and_is_not_impossible() -> None:
    by_hand = Face(BOX, None, score=1, source="hand")
    assert pose_of(by_hand) is None
    assert not is_impossible(by_hand)


MOUTH_FIRST = POINTS[[3, 4, 2, 0, 1]]
LEFT_FOR_RIGHT = POINTS[[1, 0, 2, 4, 3]]
EYES_CROSSED = POINTS[[1, 0, 2, 3, 4]]
ONE_POINT = np.full((5, 2), 40.0)
ON_A_LINE = np.array([[30.0 + 8 * i, 40] for i in range(5)])
NOT_FINITE = np.where(np.eye(5, 2) > 0, np.nan, POINTS)


@pytest.mark.parametrize("points", [LEFT_FOR_RIGHT, EYES_CROSSED, ONE_POINT, ON_A_LINE, NOT_FINITE])
def test_mirrored_crossed_and_collapsed_points_are_no_face(points: NDArray[np.float64]) -> None:
    assert plausibility(points, BOX) == 0
    assert is_impossible(face_with(points))


@pytest.mark.parametrize(
    "moved", [(2, (0, -25)), (3, (0, 20)), (4, (25, 0)), (1, (0, 25))], ids=["nose", "mouth", "width", "eye"]
)
def test_a_point_far_from_its_place_makes_a_face_impossible(moved: tuple[int, tuple[float, float]]) -> None:
    points = POINTS.copy()
    points[moved[0]] += moved[1]
    assert plausibility(points, BOX) < LEAST_PLAUSIBLE


def test_points_much_smaller_than_their_box_are_less_plausible() -> None:
    small = 50 + (POINTS - 50) * 0.45
    assert plausibility(small, BOX) < plausibility(POINTS, BOX) / 2


def test_a_smile_is_still_a_face() -> None:
    points = POINTS.copy()
    points[3] += (-3, -1.5)
    points[4] += (3, -1.5)
    assert plausibility(points, BOX) > 0.5


def test_upside_down_points_named_as_if_upright_are_seen_as_a_roll_of_pi() -> None:
    assert abs(roll_rad(turned(POINTS, math.pi))) == pytest.approx(math.pi)
    assert plausibility(MOUTH_FIRST, BOX) == 0
