"""The network that ships is small, quick, and says where it comes from."""

from __future__ import annotations

import time

import numpy as np

from engine.quality.estimator import estimate, quality_file
from engine.quality.features import FaceFeatures, bins_input, whole_input
from engine.quality.jpeg_grid import FEATURES
from engine.quality.spectrum import face_spectrum

MOST_BYTES = 300_000
MOST_RUN_S = 0.005


def some_face(side: int = 200) -> FaceFeatures:
    luma = np.random.default_rng(0).normal(128, 20, (side, side)).astype(np.float32)
    return FaceFeatures(face_spectrum(luma, side), side, np.zeros(FEATURES, np.float32), comb=0.0, screen_px=0.0)


def test_the_file_is_small() -> None:
    assert quality_file().stat().st_size <= MOST_BYTES


def test_its_page_names_licence_data_and_limits() -> None:
    text = (quality_file().parent / "README.md").read_text(encoding="utf-8")
    for words in ("Licence", "Training data", "CC BY 4.0", "Limits", "train_quality.py"):
        assert words in text


def test_a_run_takes_less_than_5_ms() -> None:
    features = some_face()
    estimate(features)
    times: list[float] = []
    for _ in range(20):
        begun = time.process_time()
        estimate(features)
        times.append(time.process_time() - begun)
    assert min(times) < MOST_RUN_S


def test_a_face_of_any_side_has_inputs_that_are_finite_and_an_answer_in_range() -> None:
    for side in (3, 8, 25, 97, 500, 2000):
        features = some_face(min(side, 300))
        assert np.isfinite(bins_input(features)).all() and np.isfinite(whole_input(features)).all()
        found = estimate(features)
        assert found.detail_px > 0 and found.noise >= 0 and 0 <= found.jpeg <= 1
