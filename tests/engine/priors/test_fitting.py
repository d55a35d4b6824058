from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import ModelError
from engine.priors import fitting
from engine.priors.camera import picture_from_face
from engine.priors.fitting import fit_mesh, fit_points
from engine.priors.morphable import FaceCoefficients
from tests.engine.priors.small_face import small_face_model
from tests.engine.priors.test_torch_renderer import drawn_faces


def meshes_of(model, vectors, size):
    """What a face mesh would be of these faces: px, y down, z smaller nearer."""
    faces = [FaceCoefficients.from_vector(vector) for vector in vectors]
    seen = [picture_from_face(model.shape_of(face), face.pose, size) for face in faces]
    return (np.stack(seen) * (1, 1, -1)).astype(np.float32)


def test_faces_of_the_model_are_found_again():
    model, vectors = small_face_model(), drawn_faces(5)
    vectors[:, 20:80] = 0
    vectors[:, 90:144] = 0
    meshes = meshes_of(model, vectors, 128)
    fitted = fit_mesh(model, meshes, 128, noise_cm=1e-3)
    assert fitted.error_px.max() < 0.1
    again = vectors.copy()
    again[:, :80], again[:, 80:144], again[:, 233:] = fitted.identity, fitted.expression, fitted.pose
    assert np.abs(meshes_of(model, again, 128) - meshes)[..., :2].max() < 0.5


def test_the_mean_face_has_numbers_of_zero_and_its_own_pose():
    model = small_face_model()
    vector = FaceCoefficients.mean_face().vector
    vector[233:] = (0.2, -0.8, 0.1, 0.2, -0.3, 0.25)
    fitted = fit_mesh(model, meshes_of(model, vector[None], 64), 64)
    assert np.abs(fitted.identity).max() < 1e-3 and np.abs(fitted.expression).max() < 1e-3
    assert np.allclose(fitted.pose[0], vector[233:], atol=1e-4)


def test_noise_keeps_numbers_small():
    model, vectors = small_face_model(), drawn_faces(3)
    meshes = meshes_of(model, vectors, 128) + np.random.default_rng(0).normal(size=(3, 81, 3)).astype(np.float32) * 2
    close, careful = (fit_mesh(model, meshes, 128, noise_cm=noise) for noise in (0.01, 0.5))
    assert (careful.identity**2).sum() < (close.identity**2).sum()
    assert (close.error_px < careful.error_px).all()


def test_depth_that_was_guessed_wrongly_counts_less_than_what_is_seen(monkeypatch):
    model, vectors = small_face_model(), drawn_faces(4)
    meshes = meshes_of(model, vectors, 128)
    skewed = (meshes + np.array([0, 0, 0.15]) * (meshes[..., :1] - 64)).astype(np.float32)
    seen = fit_mesh(model, skewed, 128).error_px
    monkeypatch.setattr(fitting, "DEPTH_NOISE", 1.0)
    assert (seen < 0.8 * fit_mesh(model, skewed, 128).error_px).all()


def test_many_faces_are_fitted_as_each_alone_and_none_gives_none():
    model, vectors = small_face_model(), drawn_faces(3)
    meshes = meshes_of(model, vectors, 64)
    many = fit_mesh(model, np.tile(meshes, (50, 1, 1)), 64)
    alone = fit_mesh(model, meshes[1:2], 64)
    assert np.allclose(many.identity[1::3], alone.identity, atol=1e-4) and many.pose.shape == (150, 6)
    none = fit_mesh(model, meshes[:0], 64)
    assert none.identity.shape == (0, 80) and none.pose.shape == (0, 6)


def test_points_of_another_number_and_models_without_mesh_are_refused():
    model = small_face_model()
    with pytest.raises(ModelError, match=r"Expected points of shape \(N, 81, 3\), got \(2, 80, 3\)"):
        fit_points(model, model.mesh_points, np.zeros((2, 80, 3), np.float32), 64)
    with pytest.raises(ModelError, match="does not say where the points"):
        fit_mesh(replace(model, mesh_points=np.empty(0, np.int32)), np.zeros((1, 478, 3), np.float32), 64)
