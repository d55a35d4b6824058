"""Faces with known action units: the kit's blendshapes drawn at random, seen by a camera, as 68 landmarks.

What the labelling is checked on: thresholds are chosen on draws of one seed and scored on those of another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.priors.action_units import UNITS, ActionUnit, strengths
from engine.priors.face_kit import Array, FaceKit

PX_PER_CM = 12.0  # at the face's distance: about 180 px from jaw to jaw
ON = 0.3  # the strength from which a unit counts as there


@dataclass(frozen=True, kw_only=True)
class Draws:
    """How faces are drawn.

    `noise_cm`: what each landmark is off by, both ways; angles in rad are deviations of a normal distribution, cut off
    at twice as much.
    """

    count: int
    seed: int
    noise_cm: float = 0.08
    yaw_rad: float = 0.3
    pitch_rad: float = 0.14
    roll_rad: float = 0.1
    unit_probability: float = 0.3
    other_probability: float = 0.08  # of every other blendshape
    distance_cm: tuple[float, float] = (60.0, 200.0)


@dataclass(frozen=True)
class DrawnFaces:
    """`points` `(N, 68, 2)` px, y downwards; `expression` `(N, E)`; `strengths` `(N, U)`."""

    points: Array
    expression: Array
    strengths: Array

    @property
    def is_on(self) -> NDArray[np.bool_]:
        """`(N, U)`, whether each unit is there."""
        return self.strengths >= ON


def draw_faces(kit: FaceKit, draws: Draws) -> DrawnFaces:
    """Faces of a seed. Args: kit: whole, as `read_face_kit` gives it."""
    rng = np.random.default_rng(draws.seed)
    expression = _expressions(kit, draws, rng)
    identity = rng.standard_normal((draws.count, len(kit.identity)))
    shape = kit.mean + np.tensordot(identity, kit.identity, 1) + np.tensordot(expression, kit.expression, 1)
    turned = shape @ _rotations(draws, rng).transpose(0, 2, 1)
    away = rng.uniform(*draws.distance_cm, (draws.count, 1, 1))
    seen = turned[..., :2] * away / (away - turned[..., 2:]) + rng.normal(0, draws.noise_cm, turned[..., :2].shape)
    return DrawnFaces(seen * PX_PER_CM * [1, -1], expression, strengths(expression, kit))


def _expressions(kit: FaceKit, draws: Draws, rng: np.random.Generator) -> Array:
    """Units that are there by chance, nearly alike on both sides, among other movements."""
    unit_of = {shape: unit for unit in UNITS for shape in unit.shapes}
    found = np.zeros((draws.count, len(kit.names)))
    drawn: dict[str, Array] = {}
    for number, name in enumerate(kit.names):
        shape = name.removesuffix("_L").removesuffix("_R")
        unit = unit_of.get(shape)
        key = unit.id if unit else shape  # the blendshapes of a unit move together
        if key not in drawn:
            drawn[key] = _coefficients(draws, rng, unit)
        found[:, number] = np.clip(drawn[key] * rng.uniform(0.85, 1.15, draws.count), 0, 1)
    return found


def _coefficients(draws: Draws, rng: np.random.Generator, unit: ActionUnit | None) -> Array:
    """`(N,)`, most of them 0: a unit's from just there to full, another movement's up to 0.6."""
    low, high, chance = (ON * unit.full, 1.0, draws.unit_probability) if unit else (0.0, 0.6, draws.other_probability)
    return rng.uniform(low, high, draws.count) * (rng.random(draws.count) < chance)


def _rotations(draws: Draws, rng: np.random.Generator) -> Array:
    deviations = np.array([draws.pitch_rad, draws.yaw_rad, draws.roll_rad])
    x, y, z = (np.clip(rng.standard_normal((draws.count, 3)), -2, 2) * deviations).T
    return _about(2, z) @ _about(1, y) @ _about(0, x)


def _about(axis: int, angles: Array) -> Array:
    first, second = [index for index in range(3) if index != axis]
    found = np.tile(np.eye(3), (len(angles), 1, 1))
    sign = -1.0 if axis != 1 else 1.0
    found[:, first, first] = found[:, second, second] = np.cos(angles)
    found[:, first, second], found[:, second, first] = sign * np.sin(angles), -sign * np.sin(angles)
    return found
