"""A crop has a 3D face or a reason why not: turned, cut, no face; what is refused is all zero."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import ModelError
from engine.priors.coefficients import prior, teller
from engine.priors.coefficients.config import STATES
from engine.priors.coefficients.prior import face_priors, likeness, seen_refusal, told_refusal
from engine.priors.coefficients.teller import as_seen, tell
from engine.priors.drawn_face import drawn_face
from engine.priors.morphable import COUNT, FaceCoefficients

SURE = np.array([0.97, 0.01, 0.01, 0.01], np.float32)
SIZE = 64


def face(*, yaw: float = 0.0, x: float = 0.0, size: float = -0.2) -> np.ndarray:
    vector = FaceCoefficients.mean_face().vector
    vector[[-5, -3, -1]] = yaw, x, size
    return vector


def crop_of(vector: np.ndarray) -> np.ndarray:
    """The drawn face before a ground that is like skin, `(S, S, 3)`."""
    drawn = drawn_face(FaceCoefficients.from_vector(vector), SIZE)
    return drawn[..., :3] + (1 - drawn[..., 3:]) * np.array([0.6, 0.5, 0.45], np.float32)


@pytest.mark.parametrize("number", range(1, 4))
def test_the_networks_own_word_is_heeded(number: int) -> None:
    states = np.full(4, 0.05, np.float32)
    states[number] = 0.85
    assert told_refusal(face(), states) == STATES[number]


def test_a_face_turned_by_80_degrees_is_turned_even_if_the_network_is_sure() -> None:
    assert told_refusal(face(yaw=np.radians(80)), SURE) == told_refusal(face(yaw=-np.radians(80)), SURE) == "turned"
    assert told_refusal(face(yaw=np.radians(50)), SURE) == ""
    assert told_refusal(np.full(COUNT, np.nan, np.float32), SURE) == "no_face"


def test_the_drawn_face_must_lie_in_its_crop_and_look_like_it() -> None:
    def refusal(vector: np.ndarray, crop: np.ndarray) -> str:
        return seen_refusal(vector, drawn_face(FaceCoefficients.from_vector(vector), SIZE), crop)

    good = face()
    assert refusal(good, crop_of(good)) == ""
    assert refusal(face(x=0.9), crop_of(face(x=0.9))) == "cut"
    assert refusal(face(size=-2.5), crop_of(face(size=-2.5))) == "no_face"
    assert refusal(good, 1 - crop_of(good)) == "no_face"
    assert refusal(good, np.full((SIZE, SIZE, 3), 0.5, np.float32)) == "no_face"


def test_likeness_is_that_of_brightness_and_knows_no_exposure() -> None:
    drawn = drawn_face(FaceCoefficients.from_vector(face()), SIZE)
    crop = crop_of(face())
    assert likeness(drawn, crop) > 0.95
    assert likeness(drawn, (0.3 + 0.2 * crop).astype(np.float32)) == pytest.approx(likeness(drawn, crop), abs=1e-3)


def test_each_crop_has_its_own_prior_and_what_is_refused_is_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = np.stack([face(), face(yaw=1.4), face()])
    monkeypatch.setattr(prior, "tell", lambda batch: (vectors, np.stack([SURE] * 3)))
    grey = np.repeat(crop_of(face()).mean(axis=2, keepdims=True), 3, axis=2)
    batch = np.stack([crop_of(face()), crop_of(face()), grey]).transpose(0, 3, 1, 2).astype(np.float32)
    found = face_priors(batch, threads=2)
    assert found.refusals == ("", "turned", "")
    assert found.drawn.shape == (3, 4, SIZE, SIZE) and found.drawn.dtype == np.float32
    assert not found.drawn[1].any() and not found.vectors[1].any()
    assert found.drawn[0, 3].mean() > 0.2 and np.ptp(found.drawn[0, :3], axis=0).max() > 0.05
    assert np.ptp(found.drawn[2, :3], axis=0).max() == 0  # grey over a grey crop
    np.testing.assert_array_equal(found.vectors[2], vectors[2])


def test_the_network_sees_any_crop_at_its_own_size() -> None:
    crop = np.random.default_rng(0).random((2, 3, 128, 128), dtype=np.float32)
    np.testing.assert_allclose(as_seen(crop)[0, 0, 0, 0], crop[0, 0, :2, :2].mean(), rtol=1e-6)
    assert as_seen(crop[:, :, :96, :96]).shape == as_seen(crop[:, :, :32, :32]).shape == (2, 3, 64, 64)


def test_a_missing_network_is_said(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    teller._session.cache_clear()
    monkeypatch.setattr(teller, "coefficients_file", lambda: tmp_path / "coefficients.onnx")
    with pytest.raises(ModelError, match=r"coefficients\.onnx cannot be loaded"):
        tell(np.zeros((1, 3, 64, 64), np.float32))
    teller._session.cache_clear()
