"""The cosine of dlib's descriptors."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.degradation.blind import degrade_bicubic
from engine.evaluation.identity import IdentityMeter, cosine


def test_cosine_of_known_vectors_is_the_hand_computed_number() -> None:
    a, b = np.array([[3.0, 4.0], [1.0, 0.0], [0.0, 0.0]]), np.array([[4.0, 3.0], [0.0, 2.0], [1.0, 1.0]])
    np.testing.assert_allclose(cosine(a, b), [24 / 25, 0, np.nan])


def test_a_picture_is_like_itself_less_like_its_reduction_and_least_like_another_person(
    faces: NDArray[np.float32],
) -> None:
    pytest.importorskip("dlib")
    meter = IdentityMeter()
    own = meter.descriptors(faces, crop="tight")
    reduced = meter.descriptors(np.stack([degrade_bicubic(face, 32) for face in faces]), crop="tight")
    assert own.shape == (2, 128)
    assert cosine(own, own) == pytest.approx([1, 1])
    same, other = cosine(own, reduced), cosine(own, own[::-1])
    assert (same < 0.999).all()
    assert (other < same).all()
