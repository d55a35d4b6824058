"""The comb of interlaced video: odd and even rows that were recorded at different times."""

from __future__ import annotations

import cv2
import numpy as np

from engine.types import Floats

SMOOTHED = 5  # px along the rows, against noise
FEWEST_ROWS = 16
TORN = 0.3  # from here on fields are averaged before anything finer is measured
NOISE_ALONE = 0.35  # correlation that noise (1/6) or a pattern of the photo may have


def comb_strength(luma: Floats) -> float:
    """How strongly rows are torn, 0 to 1. Args: luma `(h, w)` on the photo's own grid.

    What a row has more than the mean of its two neighbours is in torn pictures found again, turned round, in the next
    row, and as it is in the one after; in others it is not: noise correlates by -2/3 and 1/6, and what is smooth by
    more than 0 with the next row.
    """
    if luma.shape[0] < FEWEST_ROWS or luma.shape[1] < SMOOTHED:
        return 0.0
    smooth = np.asarray(cv2.blur(luma, (SMOOTHED, 1)), np.float32)
    beyond = smooth[1:-1] - (smooth[:-2] + smooth[2:]) / 2
    energy = float(np.square(beyond).mean())
    if energy == 0:
        return 0.0
    next_row = float((beyond[1:] * beyond[:-1]).mean()) / energy
    row_after = float((beyond[2:] * beyond[:-2]).mean()) / energy
    return min(1.0, max(0.0, (min(row_after, -next_row) - NOISE_ALONE) / (1 - NOISE_ALONE)))


def fields_averaged(luma: Floats) -> Floats:
    """The picture `(h, w)` with each row the mean of what both fields have there."""
    return np.asarray(cv2.sepFilter2D(luma, -1, np.ones(1), np.array([0.25, 0.5, 0.25])), np.float32)
