"""Expression told apart from identity, as well as one portrait of each person allows.

What an expression may do is taken from the expressions of ICT FaceKit, laid over the mean face: each is done by a
weight between 0 and 1, never backwards, and most are not done at all. Identity goes in all directions. Which of the two
explains a face better is settled in turns, each time with the spread that identity was found to have.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import RBFInterpolator
from scipy.spatial import KDTree

from engine.priors.making.shapes import FaceShapes
from engine.priors.procrustes import fit_similarities, moves_of_pose

Array = NDArray[np.float64]

IRISES = (tuple(range(468, 473)), tuple(range(473, 478)))
_KEPT = 160  # principal directions of all shapes that the separation works in
_ROUNDS = 6
_STEPS = 150  # of the projected gradient
_SPARSITY = 2.0  # cost of doing an expression fully, in halves of a squared standard deviation
_NEIGHBOURS = 3
_JAW_SHARE = 0.35  # of the lower lip's movement: a point of the mouth that goes down by more belongs to it
_MOUTH_CM = 3.5  # around the middle of the mouth, where the lips are told apart


@dataclass(frozen=True)
class FaceKit:
    """What is taken from ICT FaceKit: `neutral` `(V, 3)`, `expressions` `(K, V, 3)`, the landmarks' vertices, and the
    number of the expression that opens the jaw."""

    neutral: Array
    expressions: Array
    landmarks: NDArray[np.int32]
    jaw_open: int


@dataclass(frozen=True)
class Separated:
    """Each shape as `mean + identity + expression`, `(N, 478, 3)` both, of mean 0."""

    mean: Array
    identity: Array
    expression: Array


def expressions_over(found: FaceShapes, kit: FaceKit, landmarks: tuple[int, ...]) -> Array:
    """The kit's expressions at the points of the mesh, `(K, 478, 3)` cm, without what is a movement of the whole head.

    Args: landmarks: the mesh's points that stand for the kit's 68 landmarks.
    """
    mean, targets = found.mean, kit.neutral[kit.landmarks]
    laid = fit_similarities(kit.neutral[None, kit.landmarks], mean[None, list(landmarks)], np.ones(len(landmarks)))
    warped = RBFInterpolator(mean[list(landmarks)], targets, smoothing=0.1)(mean)
    moved = np.einsum("ij,kvj->kvi", laid.turned[0] * laid.size[0], kit.expressions)
    at_points = _at_points(warped, kit, moved, _lips(found))
    return _without_head_movement(at_points, mean, found.weights)


def _lips(found: FaceShapes) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """The points around the mouth that stay where mouths open, and those that go down, `(478,)` each."""
    away = found.shapes - found.mean
    gap = away[:, 13, 1] - away[:, 14, 1]
    fall = -(gap @ away[..., 1]) / (gap @ gap)
    is_near = np.linalg.norm(found.mean - found.mean[[13, 14]].mean(axis=0), axis=1) < _MOUTH_CM
    return is_near & (fall <= _JAW_SHARE * fall[14]), is_near & (fall > _JAW_SHARE * fall[14])


def _at_points(warped: Array, kit: FaceKit, moved: Array, lips: tuple[NDArray[np.bool_], NDArray[np.bool_]]) -> Array:
    """Movements of the nearest vertices, at the mouth those of the same lip."""
    fall = -kit.expressions[kit.jaw_open, :, 1]
    below = fall > _JAW_SHARE * fall[kit.landmarks[66]]
    result = np.zeros((len(moved), len(warped), 3))
    for points, vertices in ((lips[0], ~below), (lips[1], below), (~lips[0] & ~lips[1], np.ones_like(below))):
        chosen = np.flatnonzero(vertices)
        distances, near = KDTree(kit.neutral[chosen]).query(warped[points], k=_NEIGHBOURS)
        shares = 1 / (distances + 1e-3)
        shares /= shares.sum(axis=1, keepdims=True)
        result[:, points] = (moved[:, chosen[near]] * shares[..., None]).sum(axis=2)
    return result


def _without_head_movement(moves: Array, mean: Array, weights: Array) -> Array:
    """Movements less their shift, turn and growth, as the alignment of the shapes removed them there."""
    causes = moves_of_pose(mean).T  # (V * 3, 7)
    weighted = causes * np.repeat(weights, 3)[:, None]
    flat = moves.reshape(len(moves), -1)
    amounts = np.linalg.solve(weighted.T @ causes, weighted.T @ flat.T)
    return (flat - (causes @ amounts).T).reshape(moves.shape)


def separate(shapes: Array, expressions: Array) -> Separated:
    """Args: shapes: `(N, V, 3)`. expressions: `(K, V, 3)`, of weight 1."""
    flat, moves = shapes.reshape(len(shapes), -1), expressions.reshape(len(expressions), -1)
    middle = flat.mean(axis=0)
    directions = np.linalg.eigh((flat - middle).T @ (flat - middle))[1][:, ::-1][:, :_KEPT]
    weights = _expression_weights((flat - middle) @ directions, moves @ directions)
    made = weights @ moves + _gaze(flat - middle - weights @ moves)
    mean = middle.reshape(shapes.shape[1:])
    expression = made - made.mean(axis=0)
    identity = flat - middle - expression
    return Separated(mean, identity.reshape(shapes.shape), expression.reshape(shapes.shape))


def _expression_weights(faces: Array, moves: Array) -> Array:
    """How far each face does each expression, `(N, K)` in [0, 1]; `faces` are `(N, D)` and `moves` `(K, D)`."""
    weights = np.zeros((len(faces), len(moves)))
    spread = np.eye(faces.shape[1]) * (faces**2).mean()
    for _ in range(_ROUNDS):
        neutral = (faces - weights @ moves).mean(axis=0)
        certain = np.linalg.inv(spread)
        weights = _bounded(faces - neutral, moves, certain, weights)
        rest = faces - weights @ moves
        rest = rest - rest.mean(axis=0)
        spread = rest.T @ rest / len(rest) + np.eye(len(spread)) * (faces**2).mean() * 1e-2
    return weights


def _bounded(faces: Array, moves: Array, certain: Array, weights: Array) -> Array:
    """Weights in [0, 1] of least squares with a price, by Nesterov's projected gradient."""
    curve = moves @ certain @ moves.T
    pull = faces @ certain @ moves.T - _SPARSITY
    length = 1 / np.linalg.eigvalsh(curve)[-1]
    ahead, before = weights, weights
    for step in range(_STEPS):
        weights = np.clip(ahead + length * (pull - ahead @ curve), 0, 1)
        ahead = weights + step / (step + 3) * (weights - before)
        before = weights
    return weights


def _gaze(flat: Array) -> Array:
    """What the irises move by, to the side and up, in each shape: looking somewhere is no identity."""
    away = flat.reshape(len(flat), -1, 3)
    moved = np.zeros_like(away)
    for iris in map(list, IRISES):
        moved[:, iris, :2] = away[:, iris, :2].mean(axis=1, keepdims=True)
    return moved.reshape(flat.shape)
