"""The picture of a model that sets faces upright, put back into the crop at the angle at which the face lies there."""

from __future__ import annotations

import numpy as np

from engine.alignment.similarity import Matrix, invert
from engine.alignment.warp import warped
from engine.types import Floats


def placed_back(upright: Floats, crop_from_upright: Matrix, crop: Floats) -> Floats:
    """The upright picture `(S, S, 3)` in the frame of the crop `(S, S, 3)`, which shows where the picture does not
    reach.

    Args: crop_from_upright: `(2, 3)` px -> px, a similarity. Raises: AlignmentError if it flattens the picture.
    """
    size = crop.shape[0]
    upright_from_crop = invert(np.asarray(crop_from_upright, np.float64))
    moved = warped(upright, source_from_destination=upright_from_crop, width=size, height=size)
    places = np.stack(np.meshgrid(np.arange(size), np.arange(size)), axis=-1)
    found = places @ upright_from_crop[:, :2].T + upright_from_crop[:, 2]
    is_inside = ((found > -0.5) & (found < size - 0.5)).all(axis=2)
    return np.where(is_inside[..., None], np.clip(moved, 0, 1), crop).astype(np.float32)
