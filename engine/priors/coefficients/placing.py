"""The numbers of a face in another crop of the same picture: pose and light follow, the rest stays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.priors.camera import PICTURE_CM
from engine.priors.morphable import COUNT, EXPRESSION, IDENTITY, LIGHT, POSE, TEXTURE

Floats = NDArray[np.float32]

FIRST_LIGHT = IDENTITY + EXPRESSION + TEXTURE
FIRST_POSE = COUNT - POSE
_Y, _X, _XY, _YZ, _XZ, _XX_YY = 1, 3, 4, 5, 7, 8  # the harmonics that turn, see `engine.priors.illumination`


def placed(vector: Floats, crop_from_picture: NDArray[np.float64], *, size_px: int, crop_px: int) -> Floats:
    """The numbers of a face of a picture in a crop of it, `(239,)`.

    Args: vector: `(239,)` in a square picture of `size_px`. crop_from_picture: `(2, 3)`, a similarity that mirrors
    nothing, px -> px with pixel centres at integers. crop_px: side of the crop.
    """
    linear = crop_from_picture[:, :2]
    turn, factor = np.arctan2(linear[1, 0], linear[0, 0]), np.hypot(linear[0, 0], linear[1, 0])
    pose = vector[FIRST_POSE:].astype(np.float64)
    origin = (size_px - 1) / 2 + pose[3:5] * size_px / 2
    moved = linear @ origin + crop_from_picture[:, 2]
    px_per_cm = np.exp(pose[5]) * size_px / PICTURE_CM * factor
    pose[2] += turn
    pose[3:5] = (moved - (crop_px - 1) / 2) * 2 / crop_px
    pose[5] = np.log(px_per_cm * PICTURE_CM / crop_px)
    result = vector.copy()
    result[FIRST_POSE:] = pose
    result[FIRST_LIGHT : FIRST_LIGHT + LIGHT] = turned_light(vector[FIRST_LIGHT : FIRST_LIGHT + LIGHT], float(turn))
    return result


def turned_light(light: Floats, turn: float) -> Floats:
    """Light `(9,)` that goes with a picture when that is turned clockwise, by `turn` rad."""
    result = light.astype(np.float64)
    for first, second, angle in ((_X, _Y, turn), (_XZ, _YZ, turn), (_XX_YY, _XY, 2 * turn)):
        c, s = np.cos(angle), np.sin(angle)
        result[first], result[second] = c * light[first] + s * light[second], c * light[second] - s * light[first]
    return result.astype(np.float32)
