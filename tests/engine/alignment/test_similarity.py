from __future__ import annotations

import numpy as np
import pytest

from engine.alignment.similarity import Matrix, compose, invert, resized, similarity_transform
from engine.errors import AlignmentError


def random_similarity(generator: np.random.Generator) -> Matrix:
    angle_rad, scale = generator.uniform(-np.pi, np.pi), generator.uniform(0.05, 20)
    cosine, sine = scale * np.cos(angle_rad), scale * np.sin(angle_rad)
    shift = generator.uniform(-1000, 1000, 2)
    return np.array([[cosine, -sine, shift[0]], [sine, cosine, shift[1]]])


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("count", [2, 5, 68])
def test_a_similarity_is_recovered_from_points_and_their_images(seed: int, count: int) -> None:
    generator = np.random.default_rng(seed)
    expected = random_similarity(generator)
    source = generator.uniform(0, 100, (count, 2))
    target = source @ expected[:, :2].T + expected[:, 2]
    np.testing.assert_allclose(similarity_transform(source=source, target=target), expected, atol=1e-9)


def test_a_mirrored_target_gives_a_rotation_and_no_reflection() -> None:
    source = np.array([[0, 0], [10, 0], [5, 8], [1, 9], [9, 9]], np.float64)
    found = similarity_transform(source=source, target=source * [-1, 1])
    assert np.linalg.det(found[:, :2]) > 0


def test_noise_moves_the_transform_only_a_little() -> None:
    generator = np.random.default_rng(0)
    source = generator.uniform(0, 100, (68, 2))
    found = similarity_transform(source=source, target=source + generator.normal(0, 0.1, source.shape))
    np.testing.assert_allclose(found, [[1, 0, 0], [0, 1, 0]], atol=0.1)


@pytest.mark.parametrize("which", ["source", "target"])
def test_coinciding_points_are_refused(which: str) -> None:
    spread, same = np.arange(10.0).reshape(5, 2), np.full((5, 2), 7.0)
    source, target = (same, spread) if which == "source" else (spread, same)
    with pytest.raises(AlignmentError, match=f"{which} points coincide"):
        similarity_transform(source=source, target=target)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_points_that_are_not_finite_are_refused(bad: float) -> None:
    points = np.arange(10.0).reshape(5, 2)
    with pytest.raises(AlignmentError, match="finite"):
        similarity_transform(source=points, target=np.where(points == 3, bad, points))


@pytest.mark.parametrize("shape", [(5,), (1, 2), (5, 3), (0, 2)])
def test_points_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(AlignmentError, match="shape"):
        similarity_transform(source=np.ones(shape), target=np.ones(shape))


def test_sets_of_different_size_are_refused() -> None:
    with pytest.raises(AlignmentError, match="as many"):
        similarity_transform(source=np.eye(2), target=np.arange(6.0).reshape(3, 2))


def test_an_inverse_undoes_its_transform() -> None:
    transform = random_similarity(np.random.default_rng(3))
    np.testing.assert_allclose(compose(invert(transform), transform), np.eye(2, 3), atol=1e-10)


def test_composing_applies_the_second_argument_first() -> None:
    shift = np.array([[1.0, 0, 5], [0, 1, 0]])
    double = np.array([[2.0, 0, 0], [0, 2, 0]])
    np.testing.assert_array_equal(compose(double, shift)[:, 2], [10, 0])


def test_a_flat_transform_has_no_inverse() -> None:
    with pytest.raises(AlignmentError, match="flattens"):
        invert(np.zeros((2, 3)))


def test_enlarging_twice_puts_the_first_pixel_centre_half_a_pixel_further() -> None:
    np.testing.assert_array_equal(resized(horizontal=2, vertical=1), [[2, 0, 0.5], [0, 1, 0]])
