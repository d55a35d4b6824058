"""Shapes without their pose: similarity transforms, and generalized Procrustes analysis."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Shapes = NDArray[np.float64]  # (N, V, 3)


@dataclass(frozen=True)
class Similarities:
    """For each shape the transform that lays a face over it: `size * turned @ point + origin`."""

    turned: NDArray[np.float64]  # (N, 3, 3)
    size: NDArray[np.float64]  # (N,)
    origin: NDArray[np.float64]  # (N, 3)


def fit_similarities(faces: Shapes, targets: Shapes, weights: NDArray[np.float64]) -> Similarities:
    """The transforms of least weighted squares from faces to targets.

    Args: faces: `(N, V, 3)`, or `(1, V, 3)` for one face. targets: `(N, V, 3)`. weights: `(V,)`, not negative.
    Source: Umeyama 1991, eq. 40-43, with weights.
    """
    share = (weights / weights.sum())[:, None]
    from_middle, to_middle = (faces * share).sum(axis=1), (targets * share).sum(axis=1)
    source, target = faces - from_middle[:, None], targets - to_middle[:, None]
    u, strength, v = np.linalg.svd((target * share).transpose(0, 2, 1) @ source)
    sign = np.ones_like(strength)
    sign[:, 2] = np.sign(np.linalg.det(u @ v))
    turned = (u * sign[:, None]) @ v
    size = (strength * sign).sum(axis=1) / (source**2 * share).sum(axis=(1, 2))
    origin = to_middle - size[:, None] * np.einsum("nij,nj->ni", turned, np.broadcast_to(from_middle, to_middle.shape))
    return Similarities(turned, size, origin)


def without_pose(targets: Shapes, found: Similarities) -> Shapes:
    """The targets in the space of the face: the transforms undone."""
    centred = (targets - found.origin[:, None]) / found.size[:, None, None]
    return centred @ found.turned


def with_pose(faces: Shapes, found: Similarities) -> Shapes:
    """Faces laid over their targets: the transforms done."""
    return faces @ (found.turned * found.size[:, None, None]).transpose(0, 2, 1) + found.origin[:, None]


def moves_of_pose(shape: NDArray[np.float64]) -> NDArray[np.float64]:
    """How a shape `(V, 3)` moves when it is shifted, turned and made larger, to the first order: `(7, V * 3)`."""
    centred = shape - shape.mean(axis=0)
    axes = np.eye(3)
    shifts = [np.broadcast_to(axis, shape.shape) for axis in axes]
    turns = [np.cross(axis, centred).astype(np.float64) for axis in axes]
    return np.stack([*shifts, *turns, centred]).reshape(7, -1)


def align(shapes: Shapes, *, rounds: int = 8) -> tuple[NDArray[np.float64], Similarities, NDArray[np.float64]]:
    """Generalized Procrustes analysis in which points that differ much between faces count less.

    Returns: the mean `(V, 3)` of root mean square 1 around 0, the transforms from it to the shapes, and the weights
    `(V,)`: points of the mouth and the jaw move with every expression and say little of the pose.
    """
    weights = np.ones(shapes.shape[1])
    mean = _of_size_1(shapes[0])
    for _ in range(rounds):
        aligned = without_pose(shapes, fit_similarities(mean[None], shapes, weights))
        spread = ((aligned - aligned.mean(axis=0)) ** 2).sum(axis=2).mean(axis=0)
        weights = 1 / (spread + np.median(spread))  # no point alone, or the far ones are thrown about by their lever
        weights /= weights.mean()
        mean = _of_size_1(aligned.mean(axis=0))
    return mean, fit_similarities(mean[None], shapes, weights), weights


def _of_size_1(shape: NDArray[np.float64]) -> NDArray[np.float64]:
    centred = shape - shape.mean(axis=0)
    return centred / np.sqrt((centred**2).sum(axis=1).mean())
