"""A morphable model laid over points of faces in closed form: pose, identity and expression in turns."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from engine.errors import ModelError
from engine.priors.camera import pose_of
from engine.priors.morphable import EXPRESSION, IDENTITY, MorphableModel
from engine.priors.procrustes import Similarities, fit_similarities, moves_of_pose, with_pose, without_pose

Array = NDArray[np.float64]

NOISE_CM = 0.15  # what the points of a mesh miss by in the picture, one axis: smaller follows them closer
DEPTH_NOISE = 4.0  # how many times more their depth misses by: a network guessed it
ROUNDS = 6
_AT_ONCE = 128  # faces whose equations are solved together, 25 MB


@dataclass(frozen=True)
class FittedFaces:
    """The numbers of faces that were fitted, in the order of the vector: `identity` `(N, 80)`, `expression` `(N, 64)`,
    `pose` `(N, 6)`; and what they miss the points by, `error_px` `(N,)`, root mean square in the picture."""

    identity: NDArray[np.float32]
    expression: NDArray[np.float32]
    pose: NDArray[np.float32]
    error_px: NDArray[np.float32]


def fit_mesh(
    model: MorphableModel, meshes: NDArray[np.float32], size_px: int, *, noise_cm: float = NOISE_CM
) -> FittedFaces:
    """The faces of a model that are nearest to face meshes.

    Args: meshes: `(N, 478, 3)` x,y px of a square picture of `size_px`, pixel centres at integers; z in the same unit,
    smaller is nearer.
    Raises: ModelError if the model does not say which of its vertices are the mesh's points, or for another shape.
    """
    if not len(model.mesh_points):
        raise ModelError("The face model {name} does not say where the points of the face mesh are.", name=model.name)
    return fit_points(model, model.mesh_points, meshes, size_px, noise_cm=noise_cm)


def fit_points(
    model: MorphableModel,
    vertices: NDArray[np.int32],
    points: NDArray[np.float32],
    size_px: int,
    *,
    noise_cm: float = NOISE_CM,
) -> FittedFaces:
    """The faces of a model whose vertices are nearest to points, with a model's numbers near 0 preferred.

    Numbers and pose together by least squares, the pose to the first order; then the pose that did that exactly, and
    again. What the points miss by counts as the picture shows it: along the line of sight little.
    Args: vertices: `(P,)`. points: `(N, P, 3)` as `fit_mesh` wants them.
    """
    if points.ndim != 3 or points.shape[1:] != (len(vertices), 3):
        raise ModelError(
            "Expected points of shape {expected}, got {found}.",
            expected=f"(N, {len(vertices)}, 3)",
            found=str(points.shape),
        )
    targets, surface = points.astype(np.float64) * (1, -1, -1), _surface(model, vertices)
    parts = [
        _fit(surface, targets[start : start + _AT_ONCE], size_px, noise_cm)
        for start in range(0, max(len(targets), 1), _AT_ONCE)
    ]
    together = (np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(FittedFaces))
    return FittedFaces(*together)


@dataclass(frozen=True)
class _Surface:
    """What is fitted: the mean points `(P, 3)`; the directions `(K, P, 3)`, at the end the seven moves of a pose; and
    their products by pairs of axes, `(9, K * K)`."""

    mean: Array
    directions: Array
    products: Array


def _surface(model: MorphableModel, vertices: NDArray[np.int32]) -> _Surface:
    mean = model.mean_shape[vertices].astype(np.float64)
    moves = moves_of_pose(mean).reshape(-1, *mean.shape)
    directions = np.concatenate([model.identity[:, vertices], model.expression[:, vertices], moves]).astype(np.float64)
    by_axis = directions.transpose(2, 0, 1)  # (3, K, P)
    return _Surface(mean, directions, (by_axis[:, None] @ by_axis[None].transpose(0, 1, 3, 2)).reshape(9, -1))


def _fit(surface: _Surface, targets: Array, size_px: int, noise_cm: float) -> FittedFaces:
    evenly, numbered = np.ones(len(surface.mean)), surface.directions[: IDENTITY + EXPRESSION]
    found = fit_similarities(surface.mean[None], targets, evenly)
    shapes, numbers = surface.mean[None], np.zeros((len(targets), len(numbered)))
    for _ in range(ROUNDS):
        solved = _solved(surface, without_pose(targets, found) - surface.mean, found.turned, noise_cm)
        moved = surface.mean + np.tensordot(solved, surface.directions, axes=1)
        numbers = solved[:, : len(numbered)]
        shapes = surface.mean + np.tensordot(numbers, numbered, axes=1)
        found = fit_similarities(shapes, with_pose(moved, found), evenly)
    error_px = np.sqrt(((with_pose(shapes, found) - targets)[..., :2] ** 2).sum(axis=2).mean(axis=1))
    return _fitted(numbers.astype(np.float32), found, error_px.astype(np.float32), size_px)


def _solved(surface: _Surface, away: Array, turned: Array, noise_cm: float) -> Array:
    """The numbers and the moves of pose, `(N, K)`, that explain best what points differ by in the face's space.

    Args: away: `(N, P, 3)` cm. turned: `(N, 3, 3)`: with it goes which way the line of sight is.
    """
    count = len(surface.directions)
    certain = np.einsum("nji,j,njk->nik", turned, (1, 1, DEPTH_NOISE**-2), turned) / noise_cm**2  # (N, 3, 3)
    price = np.diag((np.arange(count) < IDENTITY + EXPRESSION).astype(np.float64))  # a pose is free
    left = (certain.reshape(-1, 9) @ surface.products).reshape(-1, count, count) + price
    right = np.tensordot(away @ certain, surface.directions, axes=((1, 2), (1, 2)))
    return np.linalg.solve(left, right[..., None])[..., 0]


def _fitted(
    numbers: NDArray[np.float32], found: Similarities, error_px: NDArray[np.float32], size_px: int
) -> FittedFaces:
    pose = pose_of(turned=found.turned, origin=found.origin[:, :2] * (1, -1), px_per_cm=found.size, size_px=size_px)
    return FittedFaces(numbers[:, :IDENTITY], numbers[:, IDENTITY:], pose, error_px)
