"""The blind degradation that models are compared on."""

from __future__ import annotations

import numpy as np

from engine.alignment.resample import resize_bicubic
from engine.degradation.blind_set import BLIND, blind_inputs, blind_lows


def test_a_face_is_degraded_alike_whoever_comes_after_it_and_otherwise_with_another_seed() -> None:
    faces = np.random.default_rng(0).random((3, 96, 96, 3), dtype=np.float32)
    lows = blind_lows(faces)
    np.testing.assert_array_equal(lows[1], blind_lows(faces[:2])[1])
    other = blind_lows(faces, seed=7)
    assert any(a.shape != b.shape or (a != b).any() for a, b in zip(lows, other, strict=True))
    assert all(low.shape[0] <= 96 and low.min() >= 0 and low.max() <= 1 for low in lows)


def test_inputs_are_the_lows_enlarged() -> None:
    faces = np.random.default_rng(1).random((2, 64, 64, 3), dtype=np.float32)
    inputs = blind_inputs(faces, BLIND, size=128)
    assert inputs.shape == (2, 128, 128, 3)
    np.testing.assert_array_equal(inputs[1], resize_bicubic(blind_lows(faces)[1], (128, 128)))
