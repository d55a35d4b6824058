"""Expression, identity and pose of a face from its 68 landmarks, by a regularised fit of blendshapes; without torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.priors.face_kit import Array, FaceKit

POSE = 6  # three turns, scale, two shifts
BATCH = 512  # faces at a time, which bounds the memory


@dataclass(frozen=True, kw_only=True)
class FitWeights:
    """How strongly the fit is held back; chosen on draws of known expressions (`engine.priors.expression_draws`)."""

    noise_cm: float = 0.08  # what landmarks are off by
    identity: float = 1.0  # 1: identities are normal with a deviation of 1
    sparsity: float = 0.15  # of the sum of expression coefficients: few muscles move at once
    rounds: int = 4  # of linearised pose
    sweeps: int = 25  # of coordinate descent in each


@dataclass(frozen=True)
class Fits:
    """Of N faces: `expression` `(N, E)` in [0, 1], `rotation` `(N, 3, 3)` from the face to the viewer, `residual_cm`
    `(N, 68, 2)`, x to the right of the picture and y upwards, what the fit leaves unexplained, in cm at the face."""

    expression: Array
    rotation: Array
    residual_cm: Array

    @property
    def error_cm(self) -> Array:
        """`(N,)`, the root mean square distance of the landmarks from the fit."""
        return np.sqrt((self.residual_cm**2).sum(axis=2).mean(axis=1))


def fit_expressions(points: NDArray[np.floating], kit: FaceKit, weights: FitWeights | None = None) -> Fits:
    """Fit the kit to landmarks `(N, 68, 2)` px of a picture, under weak perspective.

    Rotation, scale and shift are linearised and solved together with identity, under its normal prior, and with
    expression, which is bounded by 0 and 1 and held to few blendshapes by an L1 term; a few rounds.
    """
    chosen = weights or FitWeights()
    parts = [_fit(points[start : start + BATCH], kit, chosen) for start in range(0, len(points), BATCH)]
    return Fits(*(np.concatenate(each) for each in zip(*parts, strict=True)))


def _fit(points: NDArray[np.floating], kit: FaceKit, weights: FitWeights) -> tuple[Array, Array, Array]:
    seen = points.astype(np.float64) * [1.0, -1.0]  # y upwards, as the kit
    count = len(seen)
    expression = np.zeros((count, len(kit.expression)))
    identity = np.zeros((count, len(kit.identity)))
    rotation = np.tile(np.eye(3), (count, 1, 1))
    shift = seen.mean(axis=1) - kit.mean.mean(axis=0)[:2]
    scale = np.full(count, _size(seen).mean() / _size(kit.mean[None, :, :2])[0])
    for number in range(weights.rounds + 3):
        shape = kit.mean + np.tensordot(identity, kit.identity, 1) + np.tensordot(expression, kit.expression, 1)
        design, goal = _linearised(seen, shape, rotation, scale, shift)
        if number < 3:  # pose alone first
            step = _least_squares(design, goal)
        else:
            step, identity, expression = _solve(kit, design, goal, rotation, identity, expression, weights)
        rotation = _turned(step[:, :3]) @ rotation
        shift = shift + scale[:, None] * step[:, 4:6]
        scale = scale * np.exp(np.clip(step[:, 3], -1, 1))
    shape = kit.mean + np.tensordot(identity, kit.identity, 1) + np.tensordot(expression, kit.expression, 1)
    placed = scale[:, None, None] * (shape @ rotation.transpose(0, 2, 1))[..., :2] + shift[:, None]
    return expression, rotation, (seen - placed) / scale[:, None, None]


def _size(points: Array) -> Array:
    centred = points - points.mean(axis=1, keepdims=True)
    return np.sqrt((centred**2).sum(axis=2).mean(axis=1))


def _linearised(seen: Array, shape: Array, rotation: Array, scale: Array, shift: Array) -> tuple[Array, Array]:
    """The change of the landmarks by each number of the pose `(N, 136, 6)`, and what is left `(N, 136)`, in cm."""
    turned = shape @ rotation.transpose(0, 2, 1)  # (N, 68, 3)
    x, y, z = turned[..., 0], turned[..., 1], turned[..., 2]
    zero, one = np.zeros_like(x), np.ones_like(x)
    along_x = np.stack([zero, z, -y, x, one, zero], axis=2)
    along_y = np.stack([-z, zero, x, y, zero, one], axis=2)
    design = np.stack([along_x, along_y], axis=2).reshape(len(seen), -1, POSE)
    left = (seen - shift[:, None]) / scale[:, None, None] - turned[..., :2]
    return design, left.reshape(len(seen), -1)


def _least_squares(design: Array, goal: Array) -> Array:
    normal = _product(design, design) + 1e-9 * np.eye(design.shape[2])
    return _solution(normal, _product(design, goal[..., None]))[..., 0]


def _solution(matrices: Array, goals: Array) -> Array:
    return np.linalg.solve(matrices, goals).astype(np.float64, copy=False)


def _product(left: Array, right: Array) -> Array:
    """Transposed times, of each face."""
    return left.transpose(0, 2, 1) @ right


def _applied(matrices: Array, vectors: Array) -> Array:
    return (matrices @ vectors[..., None])[..., 0]


def _solve(
    kit: FaceKit,
    pose: Array,
    goal: Array,
    rotation: Array,
    identity: Array,
    expression: Array,
    weights: FitWeights,
) -> tuple[Array, Array, Array]:
    """The pose's step, and the new identity and expression."""
    free = np.concatenate([pose, _seen(kit.identity, rotation)], axis=2)
    shapes = _seen(kit.expression, rotation)
    # coefficients are solved for as they are, not as changes: what they explain now is put back
    goal = goal + _applied(free[..., POSE:], identity) + _applied(shapes, expression)
    precision = 1 / weights.noise_cm**2
    prior = np.concatenate([np.full(POSE, 1e-6), np.full(len(kit.identity), weights.identity)])
    within = precision * _product(free, free) + np.diag(prior)
    across = precision * _product(free, shapes)
    pull = precision * _product(free, goal[..., None])
    solved = _solution(within, np.concatenate([across, pull], axis=2))
    from_shapes, alone = solved[..., :-1], solved[..., -1]
    curve = precision * _product(shapes, shapes) - _product(across, from_shapes)
    slope = (precision * _product(shapes, goal[..., None]) - _product(across, alone[..., None]))[..., 0]
    expression = _bounded(curve, slope - weights.sparsity / weights.noise_cm, expression, weights.sweeps)
    best = alone - _applied(from_shapes, expression)
    return best[:, :POSE], best[:, POSE:], expression


def _seen(directions: Array, rotation: Array) -> Array:
    """Directions `(K, 68, 3)` as changes of the picture, `(N, 136, K)`."""
    turned = rotation[:, None, :2] @ directions.transpose(1, 2, 0)  # (N, 68, 2, K)
    return turned.reshape(len(rotation), 2 * directions.shape[1], len(directions))


def _bounded(curve: Array, slope: Array, start: Array, sweeps: int) -> Array:
    """What minimises x A x / 2 - b x with every x in [0, 1], by coordinate descent; `(N, E)`."""
    # shapes first: each step then reads whole rows of faces
    rows, pulls, found = (np.ascontiguousarray(np.moveaxis(a, 0, -1)) for a in (curve, slope, start))
    for _ in range(sweeps):
        for number in range(len(found)):
            left = pulls[number] - (rows[number] * found).sum(axis=0)
            found[number] = np.clip(found[number] + left / np.maximum(rows[number, number], 1e-6), 0, 1)
    return found.T.copy()


def _turned(angles: Array) -> Array:
    """Rotations `(N, 3, 3)` by small angles about x, y, z (Rodrigues)."""
    angle = np.linalg.norm(angles, axis=1)[:, None, None]
    x, y, z = angles.T
    zero = np.zeros_like(x)
    cross = np.stack([zero, -z, y, z, zero, -x, -y, x, zero], axis=1).reshape(-1, 3, 3)
    safe = np.maximum(angle, 1e-12)
    return np.eye(3) + np.sin(angle) / safe * cross + (1 - np.cos(angle)) / safe**2 * (cross @ cross)
