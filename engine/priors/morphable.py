"""The morphable face: a shape and its colours as a mean and weighted directions, and the 239 numbers of one face.

Space of the face: x to the right as seen, y up, z towards the viewer, in cm; the face looks along z. No torch.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from engine.errors import ModelError

Array = NDArray[np.float32]

IDENTITY, EXPRESSION, TEXTURE, LIGHT, POSE = 80, 64, 80, 9, 6
COUNT = IDENTITY + EXPRESSION + TEXTURE + LIGHT + POSE  # 239
PUPILS_CM = 6.3  # between the pupils of the mean face: portraits do not say how large a head is


@dataclass(frozen=True)
class FaceCoefficients:
    """The numbers that describe faces, one array each, `(..., n)`; the order is that of the vector.

    `identity`, `expression` and `texture` count in standard deviations of the model, so 0 is the mean and 3 is much.
    `light` are the weights of nine spherical harmonics (`engine/priors/illumination.py`), the same for the three
    channels: the paper has nine numbers, Deng et al. 2019 have nine a channel; a tint of the light is thus part of the
    texture. `pose` is described in `engine/priors/camera.py`.

    Source: 3D facial priors, section 3: x = (alpha, beta, delta, gamma, zeta) of 239 numbers.
    """

    identity: Array
    expression: Array
    texture: Array
    light: Array
    pose: Array

    @property
    def vector(self) -> Array:
        """All of them, `(..., 239)`."""
        return np.concatenate([getattr(self, field.name) for field in fields(self)], axis=-1)

    @classmethod
    def from_vector(cls, vector: Array) -> FaceCoefficients:
        """Args: vector: `(..., 239)`. Raises: ModelError for another length."""
        if vector.shape[-1] != COUNT:
            raise ModelError(
                "Expected {expected} numbers of a face, got {found}.", expected=COUNT, found=vector.shape[-1]
            )
        ends = np.cumsum([IDENTITY, EXPRESSION, TEXTURE, LIGHT])
        return cls(*np.split(np.asarray(vector, np.float32), ends, axis=-1))

    @classmethod
    def mean_face(cls) -> FaceCoefficients:
        """The model's mean, seen from the front in even light."""
        vector = np.zeros(COUNT, np.float32)
        vector[IDENTITY + EXPRESSION + TEXTURE] = 1.0
        return cls.from_vector(vector)


@dataclass(frozen=True)
class MorphableModel:
    """A face as a surface of triangles whose shape and colours are linear in the numbers of a face.

    `mean_shape` `(V, 3)` and the directions `identity` `(80, V, 3)`, `expression` `(64, V, 3)` are in cm, a direction
    for one standard deviation; `mean_texture` `(V, 3)` RGB in [0, 1] and `texture` `(80, V, 3)` are the colours in even
    light. `triangles` `(F, 3)` turn counter-clockwise as seen from outside. `landmarks` `(68,)` and `mesh_points`
    `(478,)` are the vertices that are the iBUG landmarks and the points of the face mesh, or empty where the model does
    not say.

    Source: 3D facial priors, eq. 1 and 2.
    """

    name: str
    licence: str
    mean_shape: Array
    identity: Array
    expression: Array
    mean_texture: Array
    texture: Array
    triangles: NDArray[np.int32]
    landmarks: NDArray[np.int32]
    mesh_points: NDArray[np.int32]

    def __post_init__(self) -> None:
        vertices = len(self.mean_shape)
        for name, count in (("identity", IDENTITY), ("expression", EXPRESSION), ("texture", TEXTURE)):
            if (found := getattr(self, name).shape) != (count, vertices, 3):
                raise ModelError(
                    "Expected {name} of shape {expected} in a face model, got {found}.",
                    name=name,
                    expected=str((count, vertices, 3)),
                    found=str(found),
                )

    def shape_of(self, face: FaceCoefficients) -> Array:
        """The vertices of a face, `(V, 3)` cm. Args: face: of one face. Source: eq. 1."""
        return self.mean_shape + _weighted(face.identity, self.identity) + _weighted(face.expression, self.expression)

    def texture_of(self, face: FaceCoefficients) -> Array:
        """The colours of a face in even light, `(V, 3)` RGB; they may leave [0, 1] a little. Source: eq. 2."""
        return self.mean_texture + _weighted(face.texture, self.texture)


def _weighted(weights: Array, basis: Array) -> Array:
    """The sum of the directions, `(V, 3)`."""
    return (weights @ basis.reshape(len(basis), -1)).reshape(basis.shape[1:])


def with_rows(basis: Array, count: int) -> Array:
    """The first `count` directions of a basis, with directions of length 0 where it has fewer."""
    kept = np.asarray(basis[:count], np.float32)
    return np.concatenate([kept, np.zeros((count - len(kept), *basis.shape[1:]), np.float32)])
