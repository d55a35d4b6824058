"""Another light on a face keeps what is in the picture."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.training.light import change_light

FACE = np.random.default_rng(5).random((32, 32, 3), np.float32)


def test_without_probability_the_picture_is_kept_and_nothing_is_drawn() -> None:
    rng = np.random.default_rng(0)
    assert change_light(FACE, 0.0, rng) is FACE
    assert rng.random() == np.random.default_rng(0).random()


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 10_000))
def test_the_result_is_another_picture_in_range(seed: int) -> None:
    lit = change_light(FACE, 1.0, np.random.default_rng(seed))
    assert lit.shape == FACE.shape and lit.dtype == np.float32
    assert lit.min() >= 0 and lit.max() <= 1
    assert np.abs(lit - FACE).max() > 0.01


def test_in_half_of_the_cases_one_side_is_darker() -> None:
    even = np.full((32, 32, 3), 0.4, np.float32)
    lit = [change_light(even, 1.0, np.random.default_rng(seed)) for seed in range(100)]
    assert 35 < sum(np.ptp(picture[..., 1]) > 0.03 for picture in lit) < 65


def test_colour_and_brightness_change() -> None:
    even = np.full((8, 8, 3), 0.4, np.float32)
    means = np.array([change_light(even, 1.0, np.random.default_rng(seed)).mean(axis=(0, 1)) for seed in range(60)])
    assert np.ptp(means, axis=1).mean() > 0.02
    assert means.mean(axis=1).std() > 0.05
