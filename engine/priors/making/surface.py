"""Triangles over the points of the face mesh: Delaunay's, on a face unrolled about its vertical axis."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.spatial import Delaunay

Points = NDArray[np.float64]  # (V, 3)

# Points of the face mesh, in order around what they enclose; read off the mesh by the landmarks it is published with.
OVAL = (
    *(10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377),
    *(152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
)
UPPER_INNER_LIP = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308)
LOWER_INNER_LIP = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308)

_AXIS_DEPTH = 1.2  # of the shape's size: how far behind its middle the axis stands that the face is unrolled about
_EDGE_STEPS = 6  # points that stand for an edge of the oval, so that no triangle crosses it


def mirror_points(mean: Points) -> NDArray[np.intp]:
    """For each point the one on the other side of the face, `(V,)`; a point of the middle is its own.

    Args: mean: a face that looks along z, nearly symmetric. Raises: ValueError if the points form no pairs.
    """
    distances = ((mean[:, None] * (-1, 1, 1) - mean[None]) ** 2).sum(axis=2)
    counterpart = linear_sum_assignment(distances)[1].astype(np.intp)
    if not (counterpart[counterpart] == np.arange(len(mean))).all():
        raise ValueError("the points of the two sides of the face form no pairs")
    return counterpart


def triangulate(opened: Points) -> NDArray[np.int32]:
    """Triangles `(F, 3)` over a face inside its oval, with closed mouth and eyes, the same on both sides.

    Args: opened: the mean face with a mouth that is open, `(478, 3)`, of size 1 or so, so that upper and lower lip are
    told apart. They turn counter-clockwise as seen from the front.
    """
    flat = _unrolled(opened)
    triangles = Delaunay(flat).simplices.astype(np.int32)
    kept = triangles[_is_inside(flat[triangles].mean(axis=1), flat[list(OVAL)])]
    return _counter_clockwise(flat, kept)


def _unrolled(points: Points) -> NDArray[np.float64]:
    """Angle about the vertical axis and height, `(V, 2)`."""
    depth = points[:, 2] - points[:, 2].mean() + _AXIS_DEPTH
    return np.column_stack([np.arctan2(points[:, 0], depth) * _AXIS_DEPTH, points[:, 1]])


def _is_inside(points: NDArray[np.float64], polygon: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether each point lies in a polygon: it is crossed an odd number of times to the right of the point."""
    inside = np.zeros(len(points), bool)
    for (ax, ay), (bx, by) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        crosses = (points[:, 1] < ay) != (points[:, 1] < by)
        with np.errstate(divide="ignore", invalid="ignore"):
            at = ax + (points[:, 1] - ay) / (by - ay) * (bx - ax)
        inside ^= crosses & (points[:, 0] < at)
    return inside


def _counter_clockwise(flat: NDArray[np.float64], triangles: NDArray[np.int32]) -> NDArray[np.int32]:
    a, b, c = (flat[triangles[:, corner]] for corner in range(3))
    area = (b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]
    return np.where((area < 0)[:, None], triangles[:, ::-1], triangles)
