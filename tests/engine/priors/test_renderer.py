from __future__ import annotations

import numpy as np
import pytest

from engine.errors import ModelError
from engine.priors.camera import picture_from_face
from engine.priors.illumination import harmonics, shading
from engine.priors.morphable import COUNT, FaceCoefficients
from engine.priors.renderer import render, render_face, seen_triangles, vertex_normals, weights_in_triangles
from tests.engine.priors.small_face import dome, small_face_model

EVEN = np.array([1.0, *[0.0] * 8])


def slowly_seen(places, triangles, size):
    """The nearest triangle at each pixel, by looking at each triangle and pixel."""
    columns, rows = np.meshgrid(np.arange(size), np.arange(size))
    pixels = np.stack([columns.ravel(), rows.ravel()], axis=1).astype(float)
    nearest, seen = np.full(size * size, -np.inf), np.full(size * size, -1)
    for number, corners in enumerate(triangles):
        a, b, c = places[corners, :2]
        if (b - a)[0] * (c - a)[1] - (b - a)[1] * (c - a)[0] >= 0:
            continue  # it looks away
        weights = weights_in_triangles(places, np.repeat(corners[None], len(pixels), axis=0), pixels)
        depth = weights @ places[corners, 2]
        better = (weights > 0).all(axis=1) & (depth > nearest)
        nearest[better], seen[better] = depth[better], number
    return seen.reshape(size, size)


@pytest.mark.parametrize("yaw", [0.0, 0.6, 1.3])
def test_each_pixel_shows_the_nearest_triangle_at_its_middle(yaw):
    points, triangles = dome()
    places = picture_from_face(points, np.array([0.2, yaw, 0.1, 0.03, 0.05, -0.2]), 48)
    assert (seen_triangles(places, triangles, 48) == slowly_seen(places, triangles, 48)).mean() > 0.997  # borders


def test_triangles_through_each_other_are_seen_where_each_is_nearer():
    places = np.array(
        [[2.1, 2.2, -5], [2.3, 28.4, 0], [28.1, 2.3, 5], [2.4, 2.6, 5], [2.7, 28.3, 0], [28.2, 2.4, -5.0]]
    )
    triangles = np.array([[0, 1, 2], [3, 4, 5]], np.int32)
    found = seen_triangles(places, triangles, 32)
    assert (found == slowly_seen(places, triangles, 32)).mean() > 0.99
    assert {-1, 0, 1} == set(found.ravel().tolist())


def test_a_face_larger_than_the_picture_and_one_beside_it_are_drawn():
    points, triangles = dome()
    near = render(points, np.ones_like(points), triangles, light=EVEN, pose=np.array([0, 0, 0, 0, 0, 2.0]), size_px=32)
    assert near.mask.all() and np.allclose(near.image, 1, atol=1e-6)
    beside = render(points, np.ones_like(points), triangles, light=EVEN, pose=np.array([0, 0, 0, 9, 0, 0]), size_px=32)
    assert not beside.mask.any() and (beside.image == 0).all() and (beside.triangle_of == -1).all()


def test_colours_run_evenly_across_a_face():
    points, triangles = dome()
    ramp = np.repeat((points[:, :1] + 10) / 20, 3, axis=1)
    drawn = render(points, ramp, triangles, light=EVEN, pose=np.zeros(6), size_px=40)
    columns = np.broadcast_to(np.arange(40), (40, 40))[drawn.mask]
    assert np.allclose(drawn.image[drawn.mask][:, 0], (columns + 0.5) / 40, atol=1e-5)


def test_a_face_at_80_degrees_of_yaw_is_finite_and_narrower_than_a_frontal_one():
    model, widths = small_face_model(), []
    for yaw in (0, np.radians(80)):
        vector = FaceCoefficients.mean_face().vector
        vector[COUNT - 5] = yaw
        drawn = render_face(model, FaceCoefficients.from_vector(vector), 64)
        assert np.isfinite(drawn.image).all() and drawn.mask.any()
        widths.append(np.ptp(np.flatnonzero(drawn.mask.any(axis=0))))
    assert widths[1] < 0.7 * widths[0]


def test_numbers_that_are_not_finite_are_refused():
    vector = FaceCoefficients.mean_face().vector
    vector[3] = np.nan
    with pytest.raises(ModelError, match="not finite"):
        render_face(small_face_model(), FaceCoefficients.from_vector(vector), 32)


def test_normals_of_a_dome_look_outwards_and_are_of_length_one():
    points, triangles = dome(17)
    normals = vertex_normals(points, triangles)
    assert np.allclose(np.linalg.norm(normals, axis=1), 1)
    true = np.column_stack([5 * 0.9 * points[:, :2] / 49, np.ones(len(points))])
    true /= np.linalg.norm(true, axis=1, keepdims=True)
    assert (normals * true).sum(axis=1).min() > 0.98


def test_light_from_the_right_makes_what_looks_right_brighter():
    light = np.array([1, 0, 0, 0.4, 0, 0, 0, 0, 0])
    normals = np.array([[0.6, 0, 0.8], [0, 0, 1.0], [-0.6, 0, 0.8]])
    assert np.allclose(shading(normals, light), [1.24, 1, 0.76])
    assert np.allclose(shading(normals, EVEN), 1)


def test_the_harmonics_are_orthogonal_over_the_sphere():
    directions = np.random.default_rng(0).normal(size=(200_000, 3))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    values = harmonics(directions)
    products = values.T @ values / len(values)
    assert np.abs(products - np.diag(np.diag(products))).max() < 0.01
