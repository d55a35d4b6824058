"""The comb of interlaced video: odd and even rows that were recorded at different times."""

from __future__ import annotations

import cv2
import numpy as np

from engine.types import Floats

SMOOTHED = 3  # px along the rows, against noise
FEWEST_ROWS = 16
TORN = 2.0  # neighbouring rows that differ so much more than rows of one field count as torn completely


def comb_strength(luma: Floats) -> float:
    """How strongly rows are torn, 0 to 1. Args: luma `(h, w)` on the photo's own grid.

    In any photo rows two apart differ more than neighbours, with noise alone just as much; in torn ones they differ
    less, since they are of one field.
    """
    if luma.shape[0] < FEWEST_ROWS or luma.shape[1] < SMOOTHED:
        return 0.0
    smooth = np.asarray(cv2.blur(luma, (SMOOTHED, 1)), np.float32)
    neighbours = float(np.square(smooth[2:-1] - smooth[1:-2]).mean())
    same_field = float((np.square(smooth[2:-1] - smooth[:-3]).mean() + np.square(smooth[3:] - smooth[1:-2]).mean()) / 2)
    if neighbours <= same_field or same_field <= 0:
        return 0.0
    return min(1.0, float(np.log(neighbours / same_field) / np.log(TORN)))
