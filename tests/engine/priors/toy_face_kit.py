"""A face kit that tests may have: a plane face of 68 landmarks, few identities, and the blendshapes of the units."""

from __future__ import annotations

import numpy as np

from engine.priors.action_units import BESIDE_INNER_LIPS, UNITS
from engine.priors.face_kit import FaceKit


def toy_face_kit(seed: int = 0) -> FaceKit:
    """Each blendshape moves some landmarks of its own side, and no two the same way."""
    rng = np.random.default_rng(seed)
    mean = rng.uniform(-7, 7, (68, 3)) * [1, 1, 0.4]
    mean[list(BESIDE_INNER_LIPS)] = [[0, -3, 4], [0, -3.1, 4]]
    names = [f"{shape}_{side}" for unit in UNITS for shape in unit.shapes for side in ("L", "R")]
    shapes = rng.normal(0, 0.6, (len(names), 68, 3)) * (rng.random((len(names), 68, 1)) < 0.3)
    shapes[:, list(BESIDE_INNER_LIPS)] = 0
    opened = np.zeros((1, 68, 3))
    opened[0, BESIDE_INNER_LIPS[1], 1] = -1.0
    identity = rng.normal(0, 0.1, (4, 68, 3))
    return FaceKit(mean, identity, np.concatenate([shapes, opened]), (*names, "mouthFunnel"))
