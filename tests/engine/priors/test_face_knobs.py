"""What the sliders change of a face, and nothing else."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.errors import ModelError
from engine.priors.camera import picture_from_face
from engine.priors.drawn_face import drawing_model, drawn_face
from engine.priors.face_knobs import (
    FAR,
    FROM_RIGHT,
    PARTS,
    PITCH,
    ROLL,
    YAW,
    Knob,
    differ,
    in_the_middle,
    knobs_of,
    with_number,
)
from engine.priors.morphable import FaceCoefficients
from tests.engine.explain.fitted_restoration import YAW as FITTED_YAW
from tests.engine.explain.fitted_restoration import fitted_numbers

ALL = [knob for part in PARTS for knob in knobs_of(part)]


@pytest.mark.parametrize("knob", ALL, ids=lambda knob: f"{knob.part}-{knob.index}")
def test_a_knob_changes_one_number_and_the_drawing(knob: Knob) -> None:
    face = in_the_middle(fitted_numbers())
    number = knob.of(face) + (knob.high - knob.low) / 4
    changed = with_number(face, knob, number)
    assert knob.of(changed) == pytest.approx(number)
    assert (changed.vector != face.vector).sum() == 1
    assert differ(face, changed) is (knob.part != "pose")
    assert np.abs(drawn_face(changed, 32) - drawn_face(face, 32)).max() > 0.01


def test_numbers_can_be_changed_as_far_as_the_fitted_face_has_them() -> None:
    knob = knobs_of("identity")[0]
    far = with_number(FaceCoefficients.mean_face(), knob, -5.5)
    assert knob.ends(FaceCoefficients.mean_face()) == (-FAR, FAR) and knob.ends(far) == (-5.5, FAR)


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_a_number_that_is_none_is_refused(number: float) -> None:
    with pytest.raises(ModelError):
        with_number(FaceCoefficients.mean_face(), YAW, number)


def test_a_face_in_the_middle_is_turned_as_it_was() -> None:
    face = in_the_middle(fitted_numbers(), times=2.0)
    assert YAW.of(face) == pytest.approx(FITTED_YAW) and list(face.pose[3:5]) == [0, 0]
    once, twice = (drawn_face(in_the_middle(fitted_numbers(), times=n), 64)[..., 3].sum() for n in (0.5, 1.0))
    assert twice == pytest.approx(4 * once, rel=0.05)


def test_the_words_of_the_knobs_are_true() -> None:
    mean = FaceCoefficients.mean_face()
    lit = drawn_face(with_number(mean, FROM_RIGHT, 0.7), 64)[..., 1]
    assert lit[:, 36:].sum() > 1.5 * lit[:, :28].sum()
    model = drawing_model()
    nose = int(model.mean_shape[:, 2].argmax())

    def place(knob: Knob, vertex: int) -> np.ndarray:
        pose = with_number(mean, knob, 0.4).pose
        return (
            picture_from_face(model.mean_shape[[vertex]], pose, 64)[0]
            - picture_from_face(model.mean_shape[[vertex]], mean.pose, 64)[0]
        )

    top = int(model.mean_shape[:, 1].argmax())
    assert place(YAW, nose)[0] > 1 and place(PITCH, nose)[1] > 1 and place(ROLL, top)[0] > 1


def test_a_turned_face_is_still_the_same() -> None:
    face = fitted_numbers()
    assert not differ(face, replace(face, pose=np.zeros(6, np.float32)))
