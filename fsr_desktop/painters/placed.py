"""An overlay and where it lies on the photo."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QTransform

from engine.explain.overlay import Overlay


@dataclass(frozen=True, eq=False)
class PlacedOverlay:
    """An overlay of a crop of `crop_side` px. `photo_from_crop` `(2, 3)` maps centres of the crop's pixels to centres
    of the photo's. `opacity` in [0, 1]; `colour_map` a name of `engine.explain.colour_maps.COLOUR_MAPS`;
    `face` is the face's number in the photo, 0 where only one is shown."""

    overlay: Overlay
    photo_from_crop: NDArray[np.float64]
    crop_side: int
    opacity: float
    colour_map: str
    face: int = 0


def screen_from_crop(placed: PlacedOverlay, screen_from_photo: QTransform) -> QTransform:
    """Maps edges of the crop's pixels, from (0, 0) to (side, side), to the screen; `screen_from_photo` maps edges too.

    A pixel's centre has its number as coordinate, its left edge lies half a pixel before: hence the two shifts.
    """
    (a, b, x), (c, d, y) = (tuple(float(value) for value in row) for row in placed.photo_from_crop)
    photo_from_crop = QTransform(a, c, b, d, x, y)
    half = QTransform.fromTranslate(0.5, 0.5)
    return half.inverted()[0] * photo_from_crop * half * screen_from_photo
