"""The open face model that ships: its file, what it is like, and that it fits faces it has not seen."""

from __future__ import annotations

import numpy as np
import pytest

from engine.datasets.landmarks import portrait_mesh
from engine.errors import ModelError
from engine.paths import priors_folder
from engine.priors import open_face
from engine.priors.appearance import fit_appearance
from engine.priors.camera import PICTURE_CM
from engine.priors.fitting import fit_mesh
from engine.priors.morphable import COUNT, PUPILS_CM, FaceCoefficients
from engine.priors.open_face import CoarseFace, open_face_model, read_coarse, write_coarse
from engine.priors.renderer import render_face
from tests.faces import TRAINING, needs_training_faces, validation_faces

MOST_MIB = 2.5
GREY = 144 + 64  # the number of the mean face's colour


@pytest.fixture(scope="module")
def model():
    return open_face_model()


def test_the_file_is_small_and_has_no_pickled_object():
    path = priors_folder() / "open_face.npz"
    assert path.stat().st_size < MOST_MIB * 2**20
    assert len(read_coarse(path).mean_shape) == 478


def test_the_mean_face_looks_ahead_has_pupils_at_the_agreed_distance_and_the_same_two_sides(model):
    assert np.isclose(np.linalg.norm(model.mean_shape[468] - model.mean_shape[473]), PUPILS_CM, atol=0.1)
    nose, chin, right_eye, left_eye = model.mean_shape[model.landmarks[[30, 8, 36, 45]]]
    assert abs(nose[0]) < 0.05 and nose[2] > right_eye[2] + 2 and chin[1] < nose[1] < right_eye[1]
    assert np.allclose(right_eye * (-1, 1, 1), left_eye, atol=0.1)


@pytest.mark.parametrize("yaw", [-80, -40, 0, 40, 80])
def test_the_mean_face_is_drawn_from_all_sides_without_holes(model, yaw):
    vector = FaceCoefficients.mean_face().vector
    vector[COUNT - 5] = np.radians(yaw)
    drawn = render_face(model, FaceCoefficients.from_vector(vector), 128)
    assert np.isfinite(drawn.image).all() and 0.15 < drawn.mask.mean() < 0.75
    rows = np.flatnonzero(drawn.mask.any(axis=1))
    middle = drawn.mask[rows[len(rows) // 2]]
    filled = np.flatnonzero(middle)
    assert middle[filled[0] : filled[-1] + 1].mean() > 0.9  # a lid or the nose may stand before the background


def test_a_face_without_colour_is_exactly_grey(model):
    vector = FaceCoefficients.mean_face().vector
    vector[144:208] = np.random.default_rng(0).normal(size=64) * 0.5
    tint, mean = model.texture[GREY - 144], model.mean_texture
    share = float((mean - mean.mean(axis=1, keepdims=True)).ravel() @ tint.ravel()) / float((tint**2).sum())
    vector[GREY] = -share
    image = render_face(model, FaceCoefficients.from_vector(vector), 64).image
    assert np.ptp(image, axis=2).max() < 0.02
    vector[GREY] = 0
    assert np.ptp(render_face(model, FaceCoefficients.from_vector(vector), 64).image, axis=2).max() > 0.1


def test_a_drawn_face_gives_its_texture_and_light_back(model):
    generator = np.random.default_rng(4)
    vector = FaceCoefficients.mean_face().vector
    vector[144:154] = generator.normal(size=10)
    vector[227:228] = 0.25  # light from the right
    face = FaceCoefficients.from_vector(vector)
    picture = render_face(model, face, 160).image
    found = fit_appearance(model, FaceCoefficients.from_vector(FaceCoefficients.mean_face().vector), picture)
    again = render_face(model, found, 160)
    assert np.abs(again.image - picture)[again.mask].mean() < 0.02
    assert found.light[3] > 0.1


def test_a_face_beside_the_picture_keeps_the_mean_texture(model):
    vector = FaceCoefficients.mean_face().vector
    vector[COUNT - 3] = 9
    found = fit_appearance(model, FaceCoefficients.from_vector(vector), np.zeros((32, 32, 3), np.float32))
    assert not found.texture.any() and found.light.tolist() == [1.0] + [0.0] * 8


def test_what_is_written_is_read_again_to_small_steps(tmp_path, model):
    coarse = read_coarse(priors_folder() / "open_face.npz")
    write_coarse(tmp_path / "a.npz", coarse)
    again = read_coarse(tmp_path / "a.npz")
    assert np.array_equal(again.triangles, coarse.triangles)
    assert np.abs(again.texture - coarse.texture).max() < 1e-3
    assert isinstance(again, CoarseFace)


def test_a_missing_and_a_damaged_file_are_named(monkeypatch, tmp_path):
    monkeypatch.setattr(open_face, "priors_folder", lambda: tmp_path)
    with pytest.raises(ModelError, match=r"open_face\.npz cannot be read"):
        open_face_model()
    (tmp_path / "open_face.npz").write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(ModelError, match=r"Install FSR Desktop again"):
        open_face_model()


@needs_training_faces
def test_faces_it_has_not_seen_are_missed_by_less_than_a_millimetre(model):
    names = [portrait.name for portrait in validation_faces(TRAINING, about=60)]
    fitted = fit_mesh(model, portrait_mesh(TRAINING, names) - np.array([0.5, 0.5, 0], np.float32), 512)
    missed_mm = 10 * fitted.error_px / (np.exp(fitted.pose[:, 5]) * 512 / PICTURE_CM)
    assert missed_mm.mean() < 1.0
    assert np.abs(fitted.identity).mean() < 1.2 and np.abs(fitted.expression).mean() < 1.2
