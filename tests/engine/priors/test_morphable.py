from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import ModelError
from engine.priors.morphable import COUNT, FaceCoefficients, with_rows
from tests.engine.priors.small_face import small_face_model


def test_a_face_has_the_239_numbers_of_the_paper_in_its_order():
    vector = np.arange(239, dtype=np.float32)
    face = FaceCoefficients.from_vector(vector)
    assert COUNT == 239
    assert [len(part) for part in (face.identity, face.expression, face.texture, face.light, face.pose)] == [
        80, 64, 80, 9, 6,
    ]  # fmt: skip
    assert (face.identity[0], face.expression[0], face.texture[0], face.light[0], face.pose[0]) == (
        0, 80, 144, 224, 233,
    )  # fmt: skip
    assert (face.vector == vector).all()


def test_a_vector_of_another_length_is_refused():
    with pytest.raises(ModelError, match="Expected 239 numbers of a face, got 257"):
        FaceCoefficients.from_vector(np.zeros(257, np.float32))


def test_shape_and_texture_are_the_mean_and_what_each_number_adds():
    model, vector = small_face_model(), np.zeros(COUNT, np.float32)
    mean = FaceCoefficients.from_vector(vector)
    assert np.array_equal(model.shape_of(mean), model.mean_shape)
    vector[[3, 80 + 2, 144 + 5]] = 2, -1, 0.5
    face = FaceCoefficients.from_vector(vector)
    shape = model.mean_shape + 2 * model.identity[3] - model.expression[2]
    assert np.allclose(model.shape_of(face), shape, atol=1e-5)
    assert np.allclose(model.texture_of(face), model.mean_texture + 0.5 * model.texture[5], atol=1e-6)


def test_a_model_with_another_number_of_directions_is_refused():
    model = small_face_model()
    with pytest.raises(ModelError, match="Expected identity of shape"):
        replace(model, identity=model.identity[:60])
    assert replace(model, identity=with_rows(model.identity[:60], 80)).identity.shape == model.identity.shape
