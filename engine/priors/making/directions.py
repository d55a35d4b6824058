"""Principal directions, and what they say of a model: compactness, generalisation, specificity."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

DRAWN = 200  # faces that the specificity is measured with


def principal(samples: Array, count: int) -> tuple[Array, Array]:
    """The directions of most variance, each as long as one standard deviation, and all variances.

    Args: samples: `(N, ...)` of mean 0. Returns: `(count, ...)`, fewer where there are not as many, and `(D,)`.
    """
    flat = samples.reshape(len(samples), -1)
    variances, directions = np.linalg.eigh(flat.T @ flat / len(flat))
    variances, directions = np.maximum(variances[::-1], 0), directions[:, ::-1]
    kept = min(count, int((variances > variances[0] * 1e-9).sum()))
    basis = directions[:, :kept].T * np.sqrt(variances[:kept, None])
    largest = np.take_along_axis(basis, np.abs(basis).argmax(axis=1)[:, None], axis=1)
    return (basis * np.sign(largest)).reshape(-1, *samples.shape[1:]), variances  # a sign of its own, on any machine


def compactness(variances: Array, count: int) -> float:
    """The share of the variance that the first directions hold."""
    return float(variances[:count].sum() / variances.sum())


def drawn_faces(mean: Array, bases: list[Array], generator: np.random.Generator) -> Array:
    """Faces of random numbers, `(DRAWN, V, 3)`."""
    drawn = np.repeat(mean[None], DRAWN, axis=0)
    for basis in bases:
        drawn = drawn + np.tensordot(generator.standard_normal((DRAWN, len(basis))), basis, axes=1)
    return drawn


def specificity(faces: Array, training: Array, *, are_training: bool = False) -> float:
    """How far faces are from the nearest training face: root mean square over the points, mean of the faces.

    Source: Styner et al. 2003, section 2.3. Args: faces, training: `(N, V, 3)`. are_training: the faces are among the
    training faces, and the nearest other one counts.
    """
    flat, known = faces.reshape(len(faces), -1), training.reshape(len(training), -1)
    squares = (flat**2).sum(axis=1)[:, None] + (known**2).sum(axis=1) - 2 * flat @ known.T
    nearest = np.sort(squares, axis=1)[:, 1 if are_training else 0]
    return float(np.sqrt(np.maximum(nearest, 0) / faces.shape[1]).mean())
