"""A small morphable model with made-up directions: a dome of triangles."""

from __future__ import annotations

import numpy as np

from engine.priors.morphable import EXPRESSION, IDENTITY, TEXTURE, MorphableModel, with_rows


def dome(side: int = 9) -> tuple[np.ndarray, np.ndarray]:
    """A part of a sphere of about 8 cm, and its triangles, counter-clockwise from outside."""
    v, u = np.meshgrid(np.linspace(-1, 1, side), np.linspace(-1, 1, side), indexing="ij")
    points = np.stack([7 * u, 7 * v, 5 * (1 - 0.45 * (u**2 + v**2))], axis=2).reshape(-1, 3)
    corner = (np.arange(side - 1)[:, None] * side + np.arange(side - 1)).ravel()
    low = np.stack([corner, corner + 1, corner + side], axis=1)
    high = np.stack([corner + 1, corner + side + 1, corner + side], axis=1)
    return points.astype(np.float32), np.concatenate([low, high]).astype(np.int32)


def small_face_model(seed: int = 0) -> MorphableModel:
    """The dome with random smooth directions, half the usual number of them."""
    generator = np.random.default_rng(seed)
    points, triangles = dome()
    count = len(points)

    def directions(number: int, size: float) -> np.ndarray:
        waves = generator.normal(size=(number, 3, 3)) / 3
        return (size * np.sin(np.einsum("nij,vj->nvi", waves, points))).astype(np.float32)

    return MorphableModel(
        name="dome",
        licence="none",
        mean_shape=points,
        identity=with_rows(directions(20, 0.3), IDENTITY),
        expression=with_rows(directions(10, 0.2), EXPRESSION),
        mean_texture=np.full((count, 3), 0.6, np.float32),
        texture=with_rows(directions(20, 0.05), TEXTURE),
        triangles=triangles,
        landmarks=np.arange(68, dtype=np.int32),
        mesh_points=np.arange(count, dtype=np.int32),
    )
