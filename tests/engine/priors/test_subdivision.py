from __future__ import annotations

import numpy as np

from engine.priors.subdivision import subdivided
from tests.engine.priors.small_face import dome


def test_each_round_makes_four_triangles_of_one_over_the_same_surface():
    points, triangles = dome()
    fine, weights = subdivided(triangles, len(points), rounds=2)
    assert len(fine) == 16 * len(triangles)
    assert set(fine.ravel().tolist()) == set(range(len(weights)))
    assert np.allclose(weights.sum(axis=1), 1)
    edges = np.sort(np.concatenate([fine[:, [0, 1]], fine[:, [1, 2]], fine[:, [2, 0]]]), axis=1)
    assert np.unique(edges, axis=0, return_counts=True)[1].max() == 2


def test_a_plane_stays_a_plane_and_all_triangles_turn_the_same_way():
    points, triangles = dome()
    flat = points * (1, 1, 0)
    fine, weights = subdivided(triangles, len(points), rounds=1)
    finer = weights @ flat
    assert np.allclose(finer[:, 2], 0)
    a, b, c = (finer[fine[:, corner]] for corner in range(3))
    assert (np.cross(b - a, c - a)[:, 2] > 0).all()


def test_the_surface_runs_near_its_points_and_is_smoother():
    points, triangles = dome()
    fine, weights = subdivided(triangles, len(points), rounds=2)
    finer = weights @ points
    inner = (np.abs(points[:, :2]) < 5).all(axis=1)
    assert np.abs(finer[: len(points)] - points)[inner].max() < 0.05
    assert len(fine) == 16 * len(triangles)
