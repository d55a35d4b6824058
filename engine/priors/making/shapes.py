"""Face meshes of portraits as shapes: pose removed, both sides of the face alike, in the space of the model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.priors.camera import angles_of, rotation
from engine.priors.making.surface import mirror_points
from engine.priors.morphable import PUPILS_CM
from engine.priors.procrustes import Similarities, align, fit_similarities, without_pose

Array = NDArray[np.float64]

MOST_YAW = np.radians(40)  # beyond, the far side of a mesh is a guess of the network that made it
PUPILS = (468, 473)  # points of the mesh


@dataclass(frozen=True)
class FaceShapes:
    """Shapes `(N, 478, 3)` cm around their `mean`, `(478, 3)`, every portrait and its mirror image; `counterpart`
    `(478,)`, the mirrored points; and `weights` `(478,)`, how much each point says of the pose."""

    shapes: Array
    mean: Array
    counterpart: NDArray[np.intp]
    weights: Array


def upright(meshes: NDArray[np.float32]) -> Array:
    """Meshes with y up and z towards the viewer."""
    return meshes.astype(np.float64) * (1, -1, -1)


def face_shapes(meshes: NDArray[np.float32]) -> FaceShapes:
    """The shapes of portraits. Args: meshes: `(N, 478, 3)` px, y down, z smaller nearer."""
    both, counterpart = _with_mirror_images(upright(meshes))
    mean, found, weights = align(both)
    mean, found = _frontal(mean, found, counterpart)
    angles = angles_of(found.turned)
    kept = np.abs(angles[:, 1]) < MOST_YAW
    shapes = _without_trace_of_pose(without_pose(both, found)[kept], angles[kept])
    cm = PUPILS_CM / np.linalg.norm(np.subtract(*shapes.mean(axis=0)[list(PUPILS)]))
    shapes = shapes * cm
    return FaceShapes(shapes, shapes.mean(axis=0), counterpart, weights)


def _with_mirror_images(shapes: Array) -> tuple[Array, NDArray[np.intp]]:
    mean = align(shapes)[0]
    counterpart = mirror_points(mean)
    for _ in range(3):  # the mean may look aside: laid over its own mirror image it looks ahead
        mirrored = mean[counterpart] * (-1, 1, 1)
        found = fit_similarities(mean[None], mirrored[None], np.ones(len(mean)))
        half = angles_of(found.turned[0]) / 2
        mean = mean @ rotation(half).T
        counterpart = mirror_points(mean)
    return np.concatenate([shapes, shapes[:, counterpart] * (-1, 1, 1)]), counterpart


def _frontal(mean: Array, found: Similarities, counterpart: NDArray[np.intp]) -> tuple[Array, Similarities]:
    """The mean looking along z: its two sides mirror each other, and portraits look up as often as down."""
    across = (mean - mean[counterpart]) * np.sign(mean[:, :1])
    x = across.sum(axis=0) / np.linalg.norm(across.sum(axis=0))
    z = np.cross(x, (0, 1, 0)) / np.linalg.norm(np.cross(x, (0, 1, 0)))
    straight = np.stack([x, np.cross(z, x), z]).astype(np.float64)  # rows: the axes of the face
    pitch = angles_of(found.turned @ straight.T)[:, 0].mean()
    straight = rotation(np.array([pitch, 0, 0])) @ straight
    return mean @ straight.T, Similarities(found.turned @ straight.T, found.size, found.origin)


def _without_trace_of_pose(shapes: Array, angles: Array) -> Array:
    """Shapes less what goes with pitch and yaw: the depth of a turned mesh is guessed otherwise than of a frontal."""
    pitch, yaw = angles[:, 0], angles[:, 1]
    causes = np.stack([np.ones_like(yaw), pitch, yaw, pitch**2, yaw**2, pitch * yaw], axis=1)
    flat = shapes.reshape(len(shapes), -1)
    traces = np.linalg.lstsq(causes, flat, rcond=None)[0]
    return (flat - causes[:, 1:] @ traces[1:]).reshape(shapes.shape)
