"""Which landmarks a turned face hides: of a ball with a nose, whose answer is known, and of real faces."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.datasets.landmarks import MESH_POINTS
from engine.priors.visibility import is_visible

FACES = Path(__file__).parents[4] / "shared" / "faces" / "mesh478.npz"
RIGHT_EYE, LEFT_EYE = slice(36, 42), slice(42, 48)


def _front_of_a_ball(yaw_deg: float) -> NDArray[np.float32]:
    """478 points on the front half of a ball; the ears' points at its sides. Smaller z is nearer."""
    rng = np.random.default_rng(1)
    x, y = rng.uniform(-0.9, 0.9, (2, 478))
    keep = np.hypot(x, y)
    x, y = x / np.maximum(1, keep / 0.95), y / np.maximum(1, keep / 0.95)
    points = np.stack([x, y, -np.sqrt(1 - x**2 - y**2)], axis=1)
    for right, left in ((234, 454), (127, 356), (93, 323)):
        points[right], points[left] = (-1, 0.1 * (right - 150) / 100, 0), (1, 0.1 * (right - 150) / 100, 0)
    turn = np.radians(yaw_deg)
    matrix = np.array([[np.cos(turn), 0, np.sin(turn)], [0, 1, 0], [-np.sin(turn), 0, np.cos(turn)]])
    return (points @ matrix.T).astype(np.float32)


@pytest.mark.parametrize("yaw_deg", [0, 30, 60, -60])
def test_of_a_ball_the_side_that_looks_away_is_hidden(yaw_deg: float) -> None:
    faces = np.stack([_front_of_a_ball(0), _front_of_a_ball(yaw_deg)])
    chosen = [number for number in range(478) if number not in (234, 454, 127, 356, 93, 323)]
    found = is_visible(faces, chosen)[1]
    nearness = -faces[1, chosen, 2]  # on a ball of radius 1 the sine by which the surface looks at the viewer
    assert found[nearness > 0.2].mean() > 0.97
    if (nearness < -0.45).any():
        assert found[nearness < -0.45].mean() < 0.1


def test_real_faces_turned_far_hide_the_far_eye_and_show_the_near_one() -> None:
    if not FACES.exists():
        pytest.skip("../shared/faces is not here")
    mesh = np.load(FACES)["points"].astype(np.float32)
    across = mesh[:, 454] - mesh[:, 234]
    yaw = np.degrees(np.arctan2(across[:, 2], across[:, 0]))
    front, away = mesh[np.abs(yaw) < 8][:40], mesh[yaw > 55]
    found = is_visible(np.concatenate([front, away, mesh[::40]]), MESH_POINTS)
    of_front, of_away = found[: len(front)], found[len(front) : len(front) + len(away)]
    assert of_front[:, 17:68].mean() > 0.98
    assert of_away[:, RIGHT_EYE].mean() > 0.98
    assert of_away[:, LEFT_EYE].mean() < 0.25
