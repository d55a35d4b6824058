"""Turning a photo upright."""

from __future__ import annotations

from typing import cast

import numpy as np

from engine.types import Pixels


def turn_upright(samples: Pixels, orientation: int) -> Pixels:
    """The `(H, W, C)` samples as EXIF `orientation` (1..8) asks them to be shown; contiguous.

    Source: EXIF 2.32, tag 274: where the stored first row and first column lie in the upright photo.
    """
    turned = samples
    if orientation >= 5:  # the stored rows are columns
        turned = turned.transpose(1, 0, 2)
    if orientation in (3, 4, 7, 8):  # the first row lies at the bottom
        turned = turned[::-1]
    if orientation in (2, 3, 6, 7):  # the first column lies at the right
        turned = turned[:, ::-1]
    return cast(Pixels, np.ascontiguousarray(turned))
