"""A restored face's numbers and its drawing: they belong together, and what cannot be drawn is said."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import get_args

import numpy as np
import pytest

from engine.errors import ModelError
from engine.priors.drawn_face import (
    Refusal,
    as_morphable,
    checked_refusal,
    described_face,
    drawing_model,
    drawn_face,
    refusal_said,
)
from engine.priors.morphable import COUNT, FaceCoefficients

MEAN = FaceCoefficients.mean_face()


def test_a_face_is_drawn_with_its_place_as_alpha_and_another_pose_turns_it() -> None:
    straight = drawn_face(MEAN, 64)
    assert straight.shape == (64, 64, 4) and straight.dtype == np.float32
    alpha = straight[..., 3]
    assert set(np.unique(alpha)) == {0, 1} and 0.2 < alpha.mean() < 0.8
    assert not straight[alpha == 0].any() and straight[alpha == 1, :3].mean() > 0.2
    pose = MEAN.pose.copy()
    pose[1] = 0.6
    turned = drawn_face(replace(MEAN, pose=pose), 64, model=drawing_model())
    assert np.abs(turned - straight)[..., :3].mean() > 0.02


def test_the_parts_of_a_restoration_are_the_numbers_of_a_face() -> None:
    vectors = np.random.default_rng(0).normal(size=(2, COUNT)).astype(np.float32)
    parts = as_morphable(FaceCoefficients.from_vector(vectors))
    assert list(parts) == [field.name for field in fields(FaceCoefficients)]
    for index in range(2):
        np.testing.assert_array_equal(described_face(parts, index).vector, vectors[index])
    with pytest.raises(ModelError, match="not the numbers of a 3D face"):
        described_face({"identity": parts["identity"]})


def test_every_refusal_says_why_and_none_says_nothing() -> None:
    said = [str(refusal_said(refusal)) for refusal in get_args(Refusal)]
    assert said[0] == "" and all("not usable here: " in one for one in said[1:])
    assert len(set(said)) == len(said)
    assert (checked_refusal("cut"), checked_refusal("of a later version")) == ("cut", "no_face")
