"""A morphable model laid over points of faces in closed form: pose, identity and expression in turns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import ModelError
from engine.priors.camera import pose_of
from engine.priors.morphable import EXPRESSION, IDENTITY, MorphableModel
from engine.priors.procrustes import Similarities, fit_similarities, moves_of_pose, without_pose

Array = NDArray[np.floating]

NOISE_CM = 0.15  # what the points of a mesh miss by, one axis: smaller follows them closer, with larger numbers
ROUNDS = 6


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

    In turns the pose of least squares for the shape, and the shape of least squares and least numbers for the pose; the
    second is one linear map for all faces. It lets the pose move along to the first order, or the two would wait for
    each other. Args: vertices: `(P,)`. points: `(N, P, 3)` as `fit_mesh` wants them.
    """
    if points.ndim != 3 or points.shape[1:] != (len(vertices), 3):
        raise ModelError(
            "Expected points of shape {expected}, got {found}.",
            expected=f"(N, {len(vertices)}, 3)",
            found=str(points.shape),
        )
    targets = points.astype(np.float64) * (1, -1, -1)
    mean = model.mean_shape[vertices].astype(np.float64)
    basis = np.concatenate([model.identity[:, vertices], model.expression[:, vertices]]).astype(np.float64)
    solve = _solver(basis.reshape(len(basis), -1), moves_of_pose(mean), noise_cm)
    shapes, numbers = mean[None], np.zeros((len(points), len(basis)))
    evenly = np.ones(len(vertices))
    for _ in range(ROUNDS):
        found = fit_similarities(shapes, targets, evenly)
        away = without_pose(targets, found) - mean
        numbers = away.reshape(len(away), -1) @ solve
        shapes = mean + np.tensordot(numbers, basis, axes=1)
    found = fit_similarities(shapes, targets, evenly)
    return _fitted(numbers, found, _missed(shapes, targets, found), size_px)


def _solver(basis: Array, moves: Array, noise_cm: float) -> Array:
    """The linear map `(P * 3, K)` from what a shape differs by to the numbers that explain it best, pose left free."""
    both = np.concatenate([basis, moves])
    price = np.diag([noise_cm**2] * len(basis) + [0.0] * len(moves))
    return np.linalg.solve(both @ both.T + price, both).T[:, : len(basis)]


def _missed(shapes: Array, targets: Array, found: Similarities) -> Array:
    laid = np.einsum("nij,nvj->nvi", found.turned * found.size[:, None, None], shapes) + found.origin[:, None]
    return np.sqrt(((laid - targets)[..., :2] ** 2).sum(axis=2).mean(axis=1))


def _fitted(numbers: Array, found: Similarities, error_px: Array, size_px: int) -> FittedFaces:
    pose = pose_of(turned=found.turned, origin=found.origin[:, :2] * (1, -1), px_per_cm=found.size, size_px=size_px)
    single = numbers.astype(np.float32)
    identity, expression = single[:, :IDENTITY], single[:, IDENTITY : IDENTITY + EXPRESSION]
    return FittedFaces(identity, expression, pose, error_px.astype(np.float32))
