"""Consistency with the low-resolution input, and the sharpness ratio."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.degradation.blind import degrade_bicubic
from engine.evaluation.consistency import consistency_y
from engine.evaluation.metrics import sharpness
from engine.evaluation.trial import bicubic_low


def test_the_truth_explains_its_own_bicubic_reduction_completely(faces: NDArray[np.float32]) -> None:
    assert all(consistency_y(face, bicubic_low(face, 16)) == math.inf for face in faces)


def test_a_brighter_restoration_is_off_by_the_hand_computed_number() -> None:
    low = np.full((16, 16, 3), 100 / 255, np.float32)
    brighter = np.full((128, 128, 3), 110 / 255, np.float32)
    assert consistency_y(brighter, low) == pytest.approx(20 * math.log10(255 / (10 * 219 / 255)), abs=1e-3)


def test_bicubic_explains_the_input_less_well_than_the_truth(faces: NDArray[np.float32]) -> None:
    for face in faces:
        low = bicubic_low(face, 16)
        assert 20 < consistency_y(degrade_bicubic(face, 16), low) < 50


def test_the_low_face_is_the_one_that_training_enlarges(faces: NDArray[np.float32]) -> None:
    from engine.alignment.resample import resize_bicubic

    enlarged = resize_bicubic(bicubic_low(faces[0], 16), (128, 128))
    np.testing.assert_array_equal(enlarged, degrade_bicubic(faces[0], 16))


def test_a_blurred_face_has_a_sharpness_ratio_below_one(faces: NDArray[np.float32]) -> None:
    ratios = [sharpness(cv2.GaussianBlur(faces[0], (0, 0), s)) / sharpness(faces[0]) for s in (0.5, 1, 2)]
    assert 1 > ratios[0] > ratios[1] > ratios[2] > 0
