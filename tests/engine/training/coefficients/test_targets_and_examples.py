"""What the network of coefficients learns from: fitted portraits, and crops whose face is not usable."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.datasets.portraits import read_portraits
from engine.errors import DataError
from engine.priors.camera import picture_from_face
from engine.priors.coefficients.config import MOST_YAW_RAD, SEEN_PX, STATES
from engine.priors.drawn_face import drawing_model, drawn_face
from engine.priors.morphable import FaceCoefficients
from engine.training.coefficients.examples import Example, Examples
from engine.training.coefficients.scores import overlap, scores, tight_truth
from engine.training.coefficients.targets import (
    SIDE_PX,
    FittedPortraits,
    fit_portraits,
    mirrored_texture,
    read_fitted,
    write_fitted,
)
from tests.faces import SAMPLES

STATE = {state: number for number, state in enumerate(STATES)}


@pytest.fixture(scope="module")
def fitted() -> FittedPortraits:
    """Six portraits of the samples."""
    return fit_portraits(drawing_model(), read_portraits(SAMPLES, split="val", min_detail=0)[:6], SAMPLES)


def drawn_by(examples: Examples, make: str, count: int = 12) -> list[Example]:
    rng = np.random.default_rng(3)
    return [getattr(examples, make)(rng) for _ in range(count)]


def test_fitted_faces_lie_on_their_meshes_on_both_sides(fitted: FittedPortraits) -> None:
    model = drawing_model()
    for vectors, points in zip(fitted.vectors, fitted.points, strict=True):
        for vector, mesh in zip(vectors, points, strict=True):
            face = FaceCoefficients.from_vector(vector)
            places = picture_from_face(model.shape_of(face)[model.mesh_points], face.pose, SIDE_PX)[:, :2]
            assert np.sqrt(((places - mesh) ** 2).sum(axis=1).mean()) < 1.5  # of 96 px


def test_fitted_faces_have_the_colours_of_their_portraits_on_both_sides(fitted: FittedPortraits) -> None:
    for square, vectors in zip(fitted.squares, fitted.vectors, strict=True):
        for side, vector in enumerate(vectors):
            picture = (square[:, ::-1] if side else square).astype(np.float32) / 255
            drawn = drawn_face(FaceCoefficients.from_vector(vector), SIDE_PX)
            inside = drawn[..., 3] > 0
            assert np.abs(drawn[..., :3] - picture)[inside].mean() < 0.11


def test_a_texture_that_is_mirrored_twice_is_nearly_the_same(fitted: FittedPortraits) -> None:
    textures = fitted.vectors[:, 0, 144:224]
    twice = mirrored_texture(drawing_model(), mirrored_texture(drawing_model(), textures))
    assert np.abs(twice - textures).mean() < 0.35 * np.abs(textures).mean()


def test_what_was_fitted_is_kept(fitted: FittedPortraits, tmp_path: Path) -> None:
    write_fitted(tmp_path / "fitted.npz", fitted)
    again = read_fitted(tmp_path / "fitted.npz")
    for one, other in zip(vars(fitted).values(), vars(again).values(), strict=True):
        np.testing.assert_array_equal(one, other)
    (tmp_path / "fitted.npz").write_bytes(b"none")
    with pytest.raises(DataError, match="cannot be read"):
        read_fitted(tmp_path / "fitted.npz")


def test_numbers_and_points_of_an_example_are_of_its_crop(fitted: FittedPortraits) -> None:
    model = drawing_model()
    examples = Examples(fitted, model)
    for make in ("portrait", "drawn"):
        for one in drawn_by(examples, make):
            face = FaceCoefficients.from_vector(one.vector)
            places = picture_from_face(model.shape_of(face)[model.mesh_points], face.pose, SEEN_PX)[:, :2]
            assert np.sqrt(((places - one.points) ** 2).sum(axis=1).mean()) < 1.5
            assert one.state == STATE["turned" if abs(face.pose[1]) > MOST_YAW_RAD else ""]
            assert one.seen.shape == one.sharp.shape == (SEEN_PX, SEEN_PX, 3)
            assert one.sharp.min() >= 0 and one.sharp.max() <= 1 and one.seen.dtype == np.float32


def test_drawn_faces_are_turned_by_any_yaw(fitted: FittedPortraits) -> None:
    drawn = drawn_by(Examples(fitted, drawing_model()), "drawn", count=40)
    assert {one.state for one in drawn} == {STATE[""], STATE["turned"]}
    assert max(abs(float(one.vector[-5])) for one in drawn) > np.radians(75)


def test_crops_without_a_usable_face_have_no_points(fitted: FittedPortraits) -> None:
    examples = Examples(fitted, drawing_model())
    for make, state in (("cut", "cut"), ("nothing", "no_face")):
        for one in drawn_by(examples, make):
            assert one.state == STATE[state] and np.isnan(one.points).all()
            assert np.isfinite(one.seen).all() and one.sharp.shape == (SEEN_PX, SEEN_PX, 3)


def test_the_same_generator_draws_the_same_batch(fitted: FittedPortraits) -> None:
    examples = Examples(fitted, drawing_model())
    first, second = (examples.batch(50, np.random.default_rng(5)) for _ in range(2))
    assert {one.state for one in first} == set(range(len(STATES)))
    for one, other in zip(first, second, strict=True):
        np.testing.assert_array_equal(one.seen, other.seen)
        assert one.state == other.state


def test_the_fit_itself_scores_as_a_perfect_network_would(fitted: FittedPortraits) -> None:
    from engine.alignment.similarity import invert
    from engine.priors.coefficients.placing import placed
    from engine.training.coefficients.targets import TIGHT_PX

    model, truth = drawing_model(), tight_truth(fitted, 64)
    factor = TIGHT_PX / 64
    corner = (SIDE_PX - TIGHT_PX) / 2 + factor / 2 - 0.5
    matrix = invert(np.column_stack([np.eye(2) * factor, [corner, corner]]))
    vectors = np.stack([placed(v, matrix, size_px=SIDE_PX, crop_px=64) for v in fitted.vectors[:, 0]])
    sure = np.tile(np.array([1, 0, 0, 0], np.float32), (len(vectors), 1))
    found = scores(lambda low: (vectors, sure), truth, model, side=16)
    assert found["nrmse"] < 0.03 and found["overlap"] > 0.9 and found["usable"] == 1
    mean = FaceCoefficients.mean_face()
    assert overlap(model, mean, truth.points[0], 64) < found["overlap"]
