"""Light as nine spherical harmonics of the direction that a surface looks in, the same for the three channels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


def harmonics(normals: Array) -> Array:
    """The nine real spherical harmonics up to the second order, without their constants: all are at most 1 or so.

    With light (1, 0, ..., 0) a surface is as bright as its texture, whichever way it looks.

    Args: normals: `(..., 3)` of length 1, in the camera's space: x right, y up, z to the viewer. Returns: `(..., 9)`.
    Source: Ramamoorthi and Hanrahan 2001, eq. 3; the constants are left to the weights.
    """
    x, y, z = normals[..., 0], normals[..., 1], normals[..., 2]
    terms = [np.ones_like(x), y, z, x, x * y, y * z, (3 * z * z - 1) / 2, x * z, (x * x - y * y) / 2]
    return np.stack(terms, axis=-1)


def shading(normals: Array, light: Array) -> Array:
    """How bright a surface is, `(..., V)`, 1 for its own colour. Args: normals: `(..., V, 3)`; light: `(..., 9)`."""
    return (harmonics(normals) @ light[..., None])[..., 0]
