"""Errors of landmarks by hand, and dlib's points on a real face."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.evaluation.landmarks import area_shares, load_landmark_source, nme, nrmse


def points_with_eyes_100_px_apart() -> NDArray[np.float64]:
    truth = np.zeros((1, 68, 2))
    truth[0, 36], truth[0, 45] = (10, 50), (110, 50)
    return truth


def test_nrmse_and_nme_of_known_shifts_are_the_hand_computed_numbers() -> None:
    truth = points_with_eyes_100_px_apart()
    moved = truth.copy()
    moved[0, :17] += (3, 4)  # 17 of 68 points by 5 px, the others stay
    assert nme(moved, truth)[0] == pytest.approx(5 * 17 / 68)  # 1.25 %
    assert nrmse(moved, truth)[0] == pytest.approx(5 * np.sqrt(17 / 68))  # 2.5 %
    assert nrmse(truth, truth)[0] == 0


def test_the_eyes_of_the_truth_are_the_measure() -> None:
    truth = points_with_eyes_100_px_apart()
    far = truth * 2
    assert nme(far, truth)[0] == pytest.approx(2 * nme(truth, far)[0])
    assert np.isnan(nme(truth, np.zeros((1, 68, 2)))[0])


def test_the_mean_of_the_shares_is_the_area_under_the_cumulative_error_curve() -> None:
    nmes = np.array([0.0, 2.0, 6.0, 9.0])
    # F is 1/4 from 0, 2/4 from 2, 3/4 from 6 up to 8 %: (2 * 1/4 + 4 * 2/4 + 2 * 3/4) / 8
    assert area_shares(nmes).mean() == pytest.approx(4 / 8)
    steps = np.linspace(0, 8, 80_001)
    curve = (nmes[:, None] <= steps).mean(axis=0)
    assert area_shares(nmes).mean() == pytest.approx(np.trapezoid(curve, steps) / 8, abs=1e-4)


def test_dlib_finds_eyes_nose_and_mouth_where_they_are(faces: NDArray[np.float32]) -> None:
    pytest.importorskip("dlib")
    source = load_landmark_source()
    assert "dlib" in source.name
    points, is_steady = source.points(faces, crop="tight")
    assert points.shape == (2, 68, 2) and is_steady.all()
    left, right, nose, chin = (points[:, index] for index in (36, 45, 30, 8))
    assert ((left[:, 0] < nose[:, 0]) & (nose[:, 0] < right[:, 0])).all()
    assert (right[:, 0] - left[:, 0] > 25).all() and (right[:, 0] - left[:, 0] < 80).all()
    assert ((left[:, 1] < nose[:, 1]) & (nose[:, 1] < chin[:, 1])).all()


def test_points_on_a_picture_without_a_face_are_not_trusted() -> None:
    pytest.importorskip("dlib")
    noise = np.random.default_rng(0).random((2, 128, 128, 3), dtype=np.float32)
    _, is_steady = load_landmark_source().points(noise, crop="tight")
    assert not is_steady.any()
