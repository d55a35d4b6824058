"""What the networks are given beside a crop: its 3D face, rendered, and the face's numbers as maps. No torch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.models.base import CropPriors, PriorsOf
from engine.models.prior3d.config import Prior3dConfig
from engine.priors.coefficients.prior import face_priors
from engine.priors.drawn_face import as_morphable
from engine.priors.morphable import EXPRESSION, IDENTITY, LIGHT, TEXTURE, FaceCoefficients

Floats = NDArray[np.float32]

RENDERED, MAPS = "rendered", "coefficient_maps"  # inputs of the exported graph
MAP_COUNT = 4  # identity, expression, texture, light with pose
# What the ends of [0, 1] stand for: numbers up to three standard deviations; light, angles, place and size as they are.
LIMITS = np.concatenate(
    [
        np.full(IDENTITY + EXPRESSION + TEXTURE, 3.0),
        np.full(LIGHT, 1.5),
        np.array([np.pi / 2, np.pi / 2, np.pi / 2, 1.0, 1.0, 1.0]),
    ]
).astype(np.float32)


def coefficient_maps(vectors: Floats, side: int, *, is_used: NDArray[np.bool_]) -> Floats:
    """The numbers of faces as maps `(B, 4, side, side)` in [0, 1].

    Each group of numbers is scaled to [0, 1], laid out row by row in the smallest square that holds it, and that in the
    upper left corner of zeros; at a side that is smaller than the square the last numbers are left out. All zero for a
    face that is not used. Args: vectors: `(B, 239)`. is_used: `(B,)`.
    Source: 3D facial priors, section 4.1, which says neither how it is scaled nor where it is padded.
    """
    scaled = np.clip((vectors / LIMITS + 1) / 2, 0, 1) * is_used[:, None]
    maps = np.zeros((len(vectors), MAP_COUNT, side, side), np.float32)
    ends = np.cumsum([IDENTITY, EXPRESSION, TEXTURE])
    for number, part in enumerate(np.split(scaled, ends, axis=1)):
        square = int(np.ceil(np.sqrt(part.shape[1])))
        padded = np.pad(part, ((0, 0), (0, square**2 - part.shape[1]))).reshape(-1, square, square)
        kept = min(square, side)
        maps[:, number, :kept, :kept] = padded[:, :kept, :kept]
    return maps


def priors_of(config: Prior3dConfig) -> PriorsOf | None:
    """How the priors of crops are had; None for a network without. Light and pose are one map, the last."""
    return (lambda batch: crop_priors(config, batch)) if config.has_prior else None


def crop_priors(config: Prior3dConfig, batch: Floats, *, threads: int = 1) -> CropPriors:
    """The priors of crops `(B, 3, S, S)` RGB in [0, 1]. Raises: ModelError as `face_priors`."""
    found = face_priors(batch, threads=threads)
    inputs = {RENDERED: np.ascontiguousarray(found.drawn[:, :3])}
    if config.network == "sam":
        is_used = np.array([not refusal for refusal in found.refusals])
        inputs[MAPS] = coefficient_maps(found.vectors, config.map_size, is_used=is_used)
    morphable = as_morphable(FaceCoefficients.from_vector(found.vectors))
    outputs = {f"morphable_{name}": values for name, values in morphable.items()}
    return CropPriors(inputs=inputs, outputs={**outputs, "rendered_prior": found.drawn}, refusals=found.refusals)
