"""Five landmarks without dlib."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.alignment.resample import resize_bicubic
from engine.evaluation.five_points import FivePoints
from engine.evaluation.landmarks import nrmse


@pytest.fixture(scope="module")
def source() -> FivePoints:
    return FivePoints()


def test_a_blurred_face_is_further_from_the_truth_than_a_sharper_one(
    source: FivePoints, faces: NDArray[np.float32]
) -> None:
    points, is_seen = source.points(faces, crop="tight")
    assert points.shape == (2, 5, 2) and is_seen.all()
    right, left, _nose, _mouth_right, mouth_left = points[0]
    assert right[0] < left[0] < 128 and mouth_left[1] > left[1] > 20
    errors = [
        nrmse(source.points(np.stack([resized(face, side) for face in faces]), crop="tight")[0], points).mean()
        for side in (24, 64)
    ]
    assert errors[0] > 2 * errors[1] > 0


def resized(face: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    return resize_bicubic(resize_bicubic(face, (side, side)), (face.shape[1], face.shape[0]))


def test_where_there_is_no_face_the_points_lie_in_the_middle_and_are_not_trusted(source: FivePoints) -> None:
    points, is_seen = source.points(np.full((1, 64, 64, 3), 0.5, np.float32), crop="tight")
    assert not is_seen.any() and (points == 32).all()
