"""Which of the 68 landmarks a face shows, and which it hides by turning: from the mesh of 478 points, without torch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Mesh = NDArray[np.float32]  # (N, 478, 3) x,y px, z in the same unit, smaller is nearer

NEIGHBOURS = 8  # points that the surface at a landmark is laid through
EDGE_ON = -0.2  # the sine by which a surface may look away from the viewer and still be seen: cheeks and lids bulge
COVER_REACH = 0.03  # of the face's size: a point so near in the picture, and so much nearer to the viewer, covers one
COVER_DEPTH = 0.15


def is_visible(mesh: Mesh, landmarks: Sequence[int]) -> NDArray[np.bool_]:
    """Whether each landmark is seen: its surface looks at the viewer, and no other part of the face lies before it.

    Args: landmarks: the mesh's point of each. Returns: `(N, len(landmarks))`.
    The surface at a point is the plane through its neighbours on the mean face; outwards is away from the middle of the
    head, which lies behind the middle of the mesh.
    """
    centred = mesh.astype(np.float64) - mesh.mean(axis=1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).sum(axis=2).mean(axis=1))[:, None, None]  # 1: the points' mean distance
    neighbours = _neighbours(scaled.mean(axis=0), landmarks)
    chosen = scaled[:, list(landmarks)]
    return (_facing(scaled, chosen, neighbours) > EDGE_ON) & ~_covered(scaled, chosen)


def _neighbours(mean_face: NDArray[np.float64], landmarks: Sequence[int]) -> NDArray[np.intp]:
    """`(L, NEIGHBOURS)`, the points nearest to each landmark on the mean face, itself among them."""
    distances = np.linalg.norm(mean_face[list(landmarks)][:, None] - mean_face[None], axis=2)
    return np.argsort(distances, axis=1)[:, :NEIGHBOURS]


def _facing(
    scaled: NDArray[np.float64], chosen: NDArray[np.float64], neighbours: NDArray[np.intp]
) -> NDArray[np.float64]:
    """How far each landmark's surface looks at the viewer, `(N, L)` in [-1, 1]."""
    around = scaled[:, neighbours]  # (N, L, n, 3)
    around = around - around.mean(axis=2, keepdims=True)
    spread = np.einsum("flni,flnj->flij", around, around)
    normals = np.linalg.eigh(spread)[1][..., 0]  # (N, L, 3), across the surface
    outwards = chosen - _middle_of_head(scaled)[:, None]
    side = np.sign((normals * outwards).sum(axis=2, keepdims=True))
    return -(normals * side)[..., 2]  # nearer is smaller


def _middle_of_head(scaled: NDArray[np.float64]) -> NDArray[np.float64]:
    """`(N, 3)`: the middle of the points that lie at the ears and temples, about the axis that a head turns by."""
    return scaled[:, [234, 454, 127, 356, 93, 323]].mean(axis=1)


def _covered(scaled: NDArray[np.float64], chosen: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether another part of the face lies before each landmark, `(N, L)`."""
    size = np.ptp(scaled[..., :2], axis=1).max(axis=1)  # (N,)
    found = np.zeros(chosen.shape[:2], bool)
    for number, (points, landmarks, side) in enumerate(zip(scaled, chosen, size, strict=True)):
        away = np.linalg.norm(points[None, :, :2] - landmarks[:, None, :2], axis=2)
        before = landmarks[:, None, 2] - points[None, :, 2]
        found[number] = ((away < COVER_REACH * side) & (before > COVER_DEPTH * side)).any(axis=1)
    return found
