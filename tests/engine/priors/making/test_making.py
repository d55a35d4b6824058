"""The parts that the open face model is made with, on faces whose pose, expression and light are known."""

from __future__ import annotations

import numpy as np
import pytest

from engine.priors.appearance import fit_light, without_light
from engine.priors.camera import rotation
from engine.priors.illumination import shading
from engine.priors.making.directions import compactness, drawn_faces, principal, specificity
from engine.priors.making.expressions import separate
from engine.priors.making.surface import OVAL, mirror_points, triangulate
from engine.priors.making.textures import texture_space
from engine.priors.open_face import open_face_model
from engine.priors.procrustes import align, fit_similarities, moves_of_pose, without_pose


@pytest.fixture(scope="module")
def mean_face() -> np.ndarray:
    return open_face_model().mean_shape[:478].astype(np.float64)


def posed(shape: np.ndarray, generator: np.random.Generator, count: int) -> np.ndarray:
    turned = np.stack([rotation(angles) for angles in generator.uniform(-0.5, 0.5, (count, 3))])
    sizes = generator.uniform(0.5, 2, count)
    return np.einsum("nij,vj->nvi", turned * sizes[:, None, None], shape) + generator.normal(size=(count, 1, 3))


def test_poses_are_found_and_removed(mean_face):
    shapes = posed(mean_face, np.random.default_rng(0), 6)
    found = fit_similarities(mean_face[None], shapes, np.linspace(0.1, 1, 478))
    assert np.allclose(without_pose(shapes, found), mean_face, atol=1e-9)


def test_alignment_trusts_points_that_do_not_move(mean_face):
    generator = np.random.default_rng(1)
    shapes = posed(mean_face, generator, 40)
    shapes[:, 13:16] += generator.normal(size=(40, 3, 3)) * 0.5
    _, _, weights = align(shapes)
    assert weights[13:16].max() < 0.2 * np.median(weights)


def test_moves_of_a_pose_are_what_a_small_pose_does(mean_face):
    moves = moves_of_pose(mean_face).reshape(7, -1, 3)
    middle = mean_face.mean(axis=0)
    small = (mean_face - middle) @ rotation(np.array([1e-5, 0, 0])).T + middle
    assert np.allclose((small - mean_face) / 1e-5, moves[3], atol=1e-3)
    assert np.allclose(moves[6], mean_face - middle)


def test_each_point_has_its_counterpart_and_the_triangles_fill_the_oval(mean_face):
    counterpart = mirror_points(mean_face)
    assert counterpart[33] == 263 and counterpart[61] == 291 and counterpart[1] == 1
    triangles = triangulate(mean_face / np.sqrt((mean_face**2).sum(axis=1).mean()))
    assert set(triangles.ravel().tolist()) == set(range(478))
    edges = np.sort(np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), axis=1)
    kinds, counts = np.unique(edges, axis=0, return_counts=True)
    border = {tuple(edge) for edge in kinds[counts == 1].tolist()}
    assert border == {tuple(sorted(edge)) for edge in zip(OVAL, (*OVAL[1:], OVAL[0]), strict=True)}


def test_an_expression_that_some_do_is_told_from_what_all_differ_by():
    generator = np.random.default_rng(2)
    points, count = 480, 600
    smile = np.zeros((1, points, 3))
    smile[0, :40] = generator.normal(size=(40, 3))
    identities = generator.normal(size=(12, points, 3)) * 0.3
    weights = np.where(generator.random(count) < 0.4, generator.uniform(0.4, 1, count), 0)
    faces = np.tensordot(generator.normal(size=(count, 12)), identities, axes=1) + weights[:, None, None] * smile
    found = separate(faces, smile)
    along = (found.expression * smile).sum(axis=(1, 2)) / (smile**2).sum()
    assert np.corrcoef(along, weights)[0, 1] > 0.9
    assert np.allclose(found.mean + found.identity + found.expression, faces, atol=1e-6)


def test_principal_directions_are_as_long_as_a_standard_deviation_and_ordered():
    generator = np.random.default_rng(3)
    truth = np.linalg.qr(generator.normal(size=(30, 3)))[0].T
    samples = generator.normal(size=(5000, 3)) * (3, 2, 1) @ truth
    basis, variances = principal(samples - samples.mean(axis=0), 5)
    assert len(basis) == 3 and np.allclose(np.linalg.norm(basis, axis=1), (3, 2, 1), rtol=0.05)
    assert np.isclose(compactness(variances, 2), 13 / 14, atol=0.01)


def test_specificity_is_small_where_faces_are_dense_and_grows_with_the_model():
    generator = np.random.default_rng(4)
    basis = np.zeros((1, 4, 3))
    basis[0, 0, 0] = 1
    training = generator.normal(size=(2000, 1, 1)) * basis
    close, far = (specificity(drawn_faces(np.zeros((4, 3)), [size * basis], generator), training) for size in (1, 4))
    assert close < 0.02 < far
    assert 0 < specificity(training[:50], training, are_training=True) < 0.02


def test_light_is_found_in_spite_of_outliers_and_taken_away():
    generator = np.random.default_rng(5)
    normals = generator.normal(size=(3000, 3))
    normals[:, 2] = np.abs(normals[:, 2])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    light = np.array([1, 0.2, 0, 0.3, 0, 0, 0, 0, 0])
    skin = np.tile([0.6, 0.45, 0.4], (3000, 1))
    colours = skin * shading(normals, light)[:, None]
    colours[:300] = 0.02  # hair
    found = fit_light(colours, skin, normals)
    assert np.allclose(found[[1, 3]], light[[1, 3]], atol=0.06)
    even = without_light(colours, normals, found)[300:]
    assert even.std(axis=0).max() < 0.03 < colours[300:].std(axis=0).max()


def test_brightness_and_colour_have_directions_of_their_own():
    generator = np.random.default_rng(6)
    skin = np.array([0.6, 0.45, 0.4]) * generator.uniform(0.9, 1.1, (50, 1))
    bright = generator.uniform(-0.2, 0.2, (120, 50, 1))
    textures = skin + bright + 0.02 * generator.normal(size=(120, 50, 3))
    textures[::3] = textures[::3].mean(axis=2, keepdims=True)  # grey photos
    space = texture_space(textures.astype(np.float32))
    assert np.allclose(np.ptp(space.basis[:64], axis=2), 0, atol=1e-6)
    assert np.abs(space.basis[64]).mean() > 0.02  # the mean colour, which a third has not
    assert space.mean[:, 0].mean() > space.mean[:, 2].mean() + 0.15
