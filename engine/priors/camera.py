"""The six numbers of a pose, and the weak perspective camera that they place a face before.

Weak perspective, not perspective: the depth of the face mesh that models are fitted to is one of weak perspective, and
a portrait is taken from far enough (at 1 m the nose is 8 per cent larger than with this camera, the ears smaller).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32] | NDArray[np.float64]

PICTURE_CM = 20.0  # side of the picture for a scale number of 0: about that of the tight square around a face


def rotation(angles: Array) -> NDArray[np.float64]:
    """The matrix `(..., 3, 3)` that turns a face.

    Args: angles: `(..., 3)` rad, applied in this order: pitch, positive where the face looks down; yaw, positive where
    it looks to the right as seen; roll, positive where it is turned clockwise as seen.
    """
    (p, y, r), (P, Y, R) = np.moveaxis(np.cos(angles), -1, 0), np.moveaxis(np.sin(angles), -1, 0)
    rows = [
        [r * y, r * Y * P + R * p, r * Y * p - R * P],
        [-R * y, -R * Y * P + r * p, -R * Y * p - r * P],
        [-Y, y * P, y * p],
    ]
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2).astype(np.float64)


def angles_of(turned: Array) -> NDArray[np.float64]:
    """The three angles of rotation matrices, `(..., 3)`: the inverse of `rotation` for a yaw below 90 degrees."""
    yaw = np.arcsin(np.clip(-turned[..., 2, 0], -1, 1))
    pitch = np.arctan2(turned[..., 2, 1], turned[..., 2, 2])
    roll = np.arctan2(-turned[..., 1, 0], turned[..., 0, 0])
    return np.stack([pitch, yaw, roll], axis=-1).astype(np.float64)


def picture_from_face(vertices: Array, pose: Array, size_px: int) -> NDArray[np.float64]:
    """Vertices as the camera sees them: x,y px, z in px towards the viewer.

    Args: vertices: `(V, 3)` cm. pose: `(6,)`: the three angles of `rotation`; then where the origin of the face lies, x
    and y in halves of the picture's side from its middle, y downwards; then the natural logarithm of the size, 0 where
    `PICTURE_CM` fill the side. Returns: `(V, 3)`, pixel centres at integers.
    """
    turned = vertices @ rotation(pose[:3]).T
    px_per_cm = np.exp(pose[5]) * size_px / PICTURE_CM
    middle = (size_px - 1) / 2 + pose[3:5] * size_px / 2
    return np.column_stack(
        [turned[:, 0] * px_per_cm + middle[0], middle[1] - turned[:, 1] * px_per_cm, turned[:, 2] * px_per_cm]
    )


def pose_of(*, turned: Array, origin: Array, px_per_cm: Array, size_px: int) -> NDArray[np.float32]:
    """The six numbers of poses, `(N, 6)`.

    Args: turned: `(N, 3, 3)` rotations. origin: `(N, 2)` x,y px where the face's origin lies, pixel centres at
    integers. px_per_cm: `(N,)`.
    """
    place = (origin - (size_px - 1) / 2) * 2 / size_px
    size = np.log(px_per_cm * PICTURE_CM / size_px)
    return np.concatenate([angles_of(turned), place, size[:, None]], axis=1).astype(np.float32)
