"""The 68 landmarks of iBUG 300-W, numbered from 0: their names, their mirror images, and errors by face width.

"Right" and "left" are the person's own: the right eye, 36 to 41, is the left one as seen.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floating = NDArray[np.float32] | NDArray[np.float64]

COUNT = 68
JAW_ENDS = (0, 16)  # at the person's right and left ear
INNER_EYE_CORNERS = (39, 42)


def _numbered(name: str, count: int) -> tuple[str, ...]:
    return tuple(f"{name} {number}" for number in range(1, count + 1))


NAMES: tuple[str, ...] = (
    *_numbered("jaw", 17),  # 0-16, from the right ear over the chin to the left ear
    *_numbered("right brow", 5),  # 17-21, outwards in
    *_numbered("left brow", 5),  # 22-26, from within out
    *_numbered("nose bridge", 4),  # 27-30, downwards, the last one is the tip
    *_numbered("nose base", 5),  # 31-35, from the right wing to the left one
    *_numbered("right eye", 6),  # 36-41: outer corner, upper lid, inner corner, lower lid
    *_numbered("left eye", 6),  # 42-47: inner corner, upper lid, outer corner, lower lid
    *_numbered("outer lip", 12),  # 48-59: right corner, upper edge, left corner (54), lower edge back
    *_numbered("inner lip", 8),  # 60-67: the same way round, left corner 64
)


def _mirror_order() -> NDArray[np.intp]:
    """Each row of `runs` is a run of landmarks and the sum of a landmark's number and that of its counterpart."""
    runs = (
        (range(0, 17), 16),
        (range(17, 27), 43),
        (range(31, 36), 66),
        (range(48, 55), 102),
        (range(55, 60), 114),
        (range(60, 65), 124),
        (range(65, 68), 132),
    )
    order = np.arange(COUNT, dtype=np.intp)
    for run, total in runs:
        order[list(run)] = [total - number for number in run]
    for right, left in ((36, 45), (37, 44), (38, 43), (39, 42), (40, 47), (41, 46)):  # lids stay upper or lower
        order[[right, left]] = (left, right)
    order.flags.writeable = False
    return order


MIRROR: NDArray[np.intp] = _mirror_order()  # (68,), the landmark that each one becomes in a mirrored picture


def face_width(points: Floating) -> NDArray[np.float64]:
    """Distance of the jaw's ends, landmarks 0 and 16, in the unit of the points.

    Args: points: `(..., 68, 2)`. Returns: `(...)`; a plain number for one face.
    Source: DIC, section 4.1, normalises by "the width of the face" without defining it; this is our reading.
    """
    right, left = JAW_ENDS
    return np.linalg.norm(points[..., left, :].astype(np.float64) - points[..., right, :], axis=-1)


def nrmse(found: Floating, truth: Floating) -> NDArray[np.float64]:
    """Root mean square of the landmarks' distances over the truth's face width, as a fraction; NaN without a width.

    `engine.evaluation.landmarks.nrmse` is another measure: per cent of the distance of the outer eye corners.

    Args: found, truth: `(N, 68, 2)` in the same px. Returns: `(N,)`.
    Source: DIC, section 4.1.
    """
    squares = ((found.astype(np.float64) - truth) ** 2).sum(axis=-1)
    width = face_width(truth)
    return np.divide(np.sqrt(squares.mean(axis=-1)), width, out=np.full(len(truth), np.nan), where=width > 0)
