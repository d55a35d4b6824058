"""Similarity transforms of the plane as `(2, 3)` matrices."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.errors import AlignmentError
from engine.messages import Message, message

Matrix = NDArray[np.float64]


def similarity_transform(*, source: ArrayLike, target: ArrayLike) -> Matrix:
    """Similarity transform (rotation, one scale, shift; no reflection) that best maps `source` onto `target`.

    Args: source, target: `(N, 2)` x,y px, N >= 2.
    Returns: `(2, 3)` px -> px, target from source.
    Raises: AlignmentError if the shapes differ, a number is not finite, or either set's points coincide.
    Source: Umeyama 1991, eq. 38-43.
    """
    source_points, target_points = _checked(source, message("source")), _checked(target, message("target"))
    if source_points.shape != target_points.shape:
        raise AlignmentError(
            "Expected as many target as source points, got {targets} and {sources}.",
            targets=len(target_points),
            sources=len(source_points),
        )
    source_mean, target_mean = source_points.mean(axis=0), target_points.mean(axis=0)
    source_spread, target_spread = source_points - source_mean, target_points - target_mean
    covariance = target_spread.T @ source_spread / len(source_points)  # eq. 38
    left, stretches, right = np.linalg.svd(covariance)
    signs = np.array([1.0, np.sign(np.linalg.det(left) * np.linalg.det(right))])  # eq. 39 and 43
    rotation = left @ np.diag(signs) @ right  # eq. 40
    scale = (stretches * signs).sum() / np.square(source_spread).sum(axis=1).mean()  # eq. 42
    return np.column_stack([scale * rotation, target_mean - scale * rotation @ source_mean])  # eq. 41


def invert(matrix: Matrix) -> Matrix:
    """The transform back: source from target `(2, 3)`.

    Raises: AlignmentError if the transform flattens the plane.
    """
    linear = matrix[:, :2]
    if not np.isfinite(matrix).all() or abs(np.linalg.det(linear)) < np.finfo(np.float64).tiny:
        raise AlignmentError("Expected a transform that can be undone, got one that flattens the plane.")
    inverse = np.linalg.inv(linear).astype(np.float64)
    return np.column_stack([inverse, -inverse @ matrix[:, 2]])


def compose(second: Matrix, first: Matrix) -> Matrix:
    """The transform `(2, 3)` that applies `first`, then `second`: `compose(c_from_b, b_from_a)` is `c_from_a`."""
    return np.column_stack([second[:, :2] @ first[:, :2], second[:, :2] @ first[:, 2] + second[:, 2]])


def resized(*, horizontal: float, vertical: float) -> Matrix:
    """Resized from original `(2, 3)`, for pixel centres: it is their edges that are multiplied by the scales."""
    return np.array([[horizontal, 0.0, (horizontal - 1) / 2], [0.0, vertical, (vertical - 1) / 2]], dtype=np.float64)


def _checked(points: ArrayLike, name: Message) -> NDArray[np.float64]:
    array = np.asarray(points, dtype=np.float64)
    if array.ndim != 2 or array.shape[1] != 2 or len(array) < 2:
        raise AlignmentError(
            "Expected {name} points with shape (N, 2), N >= 2, got {shape}.", name=name, shape=str(array.shape)
        )
    if not np.isfinite(array).all():
        raise AlignmentError("Expected finite {name} points, got some that are not.", name=name)
    if np.ptp(array, axis=0).max() <= 1e-9 * max(1.0, float(np.abs(array).max())):
        raise AlignmentError(
            "The {what} points coincide, so they define no crop.", hint="Outline the face by hand.", what=name
        )
    return array
