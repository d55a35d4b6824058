"""A face's numbers follow it into a crop: what is drawn there is the crop of what was drawn."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.priors.coefficients.placing import placed, turned_light
from engine.priors.drawn_face import drawing_model, drawn_face
from engine.priors.illumination import shading
from engine.priors.morphable import COUNT, FaceCoefficients

SIZE = 160


def lit_face() -> np.ndarray:
    vector = FaceCoefficients.mean_face().vector
    vector[:80] = np.random.default_rng(0).normal(size=80)
    vector[225:233] = (0.2, 0.1, 0.4, 0.1, -0.1, 0.05, 0.2, 0.1)
    vector[233:] = (0.1, 0.4, -0.2, 0.05, -0.1, -0.3)
    return vector.astype(np.float32)


@pytest.mark.parametrize("turn", [0.0, 0.5, -1.2])
def test_the_drawn_face_is_the_crop_of_the_drawn_face(turn: float) -> None:
    crop_px, factor = 96, 0.7
    linear = factor * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    middle = np.full(2, (SIZE - 1) / 2)
    crop_from_picture = np.column_stack([linear, np.array([50.5, 42.5]) - linear @ middle])
    vector = lit_face()
    whole = drawn_face(FaceCoefficients.from_vector(vector), SIZE, model=drawing_model())
    moved = placed(vector, crop_from_picture, size_px=SIZE, crop_px=crop_px)
    found = drawn_face(FaceCoefficients.from_vector(moved), crop_px)
    expected = cv2.warpAffine(whole, crop_from_picture, (crop_px, crop_px), flags=cv2.INTER_AREA)
    inside = cv2.erode((expected[..., 3] > 0.99).astype(np.uint8), np.ones((3, 3))) > 0
    assert inside.sum() > 800
    assert np.abs(found - expected)[inside].mean() < 0.01
    assert ((found[..., 3] > 0.5) == (expected[..., 3] > 0.5)).mean() > 0.985


def test_light_turns_with_the_picture() -> None:
    generator = np.random.default_rng(1)
    light, normals = generator.normal(size=9).astype(np.float32), generator.normal(size=(50, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    c, s = np.cos(0.6), np.sin(0.6)
    clockwise = normals @ np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]]).T  # y is up in the camera's space
    np.testing.assert_allclose(shading(clockwise, turned_light(light, 0.6)), shading(normals, light), atol=1e-5)


def test_nothing_else_of_a_face_changes() -> None:
    vector = lit_face()
    moved = placed(vector, np.array([[2.0, 0, 1], [0, 2.0, 3]]), size_px=SIZE, crop_px=SIZE)
    assert moved.shape == (COUNT,) and (moved[:225] == vector[:225]).all()
    np.testing.assert_allclose(moved[225:236], vector[225:236], atol=1e-6)
    assert moved[-1] == pytest.approx(vector[-1] + np.log(2), abs=1e-6)
