"""Models that know faces of one low resolution only get larger faces reduced to it."""

from __future__ import annotations

import numpy as np

from engine.alignment.resample import enlargement_undone, resize_bicubic
from engine.models.base import ModelCard
from engine.types import Floats

LARGEST_SHARE = 0.5  # of the crop's side: larger faces are hardly blurred by their enlargement, which is left as it is


def as_the_model_knows_it(crop: Floats, card: ModelCard, *, face_side: float) -> Floats:
    """The crop `(S, S, 3)` in [0, 1], reduced to `card.low_side` px and enlarged again where the face has more.

    The face's own px are found in its enlargement, reduced by antialiased bicubic as the model's training pairs, and
    enlarged by bicubic. A smaller face stays as it is; so does every face for a model without such a side.
    Args: face_side: px of the square in the photo.
    """
    side, own = card.low_side, round(face_side)
    if side == 0 or own <= side:
        return crop
    if own <= LARGEST_SHARE * crop.shape[0]:
        undo = enlargement_undone(own, crop.shape[0])
        crop_px = np.einsum("ij,jkc,lk->ilc", undo, crop, undo, optimize=True)
        reduced = resize_bicubic(np.clip(crop_px, 0, 1).astype(np.float32), (side, side))
    else:
        reduced = resize_bicubic(crop, (side, side))
    return resize_bicubic(reduced, crop.shape[:2])
