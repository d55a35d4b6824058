"""What a model is given of a face: no more px than it holds, nor than the model knows."""

from __future__ import annotations

import math

import numpy as np

from engine.alignment.resample import enlargement_undone, resize_bicubic
from engine.models.base import ModelCard
from engine.types import Floats

LARGEST_SHARE = 0.5  # of the crop's side: larger faces are hardly blurred by their enlargement, which is left as it is
LITTLE_MORE = 0.95  # of the face's px: a face that holds more than this share of them is not reduced


def as_the_model_knows_it(crop: Floats, card: ModelCard, *, face_side: float, held_side: float = math.inf) -> Floats:
    """The crop `(S, S, 3)` in [0, 1], reduced to `held_side` px where the face has more, and to `card.low_side` px for
    a model that knows faces of that side alone; enlarged again to S by bicubic.

    What the face holds are the px whose enlargement comes nearest to the crop: a reduction by a kernel would soften
    what is soft already. A model's one side is reached by antialiased bicubic, as in its training pairs.
    Args: face_side: px of the square in the photo; held_side: px to which the square can be reduced without loss.
    """
    size = crop.shape[0]
    most = min(round(face_side), size)
    held = round(held_side) if held_side < LITTLE_MORE * most else most
    has_more = 0 < card.low_side < held
    if held == most and not has_more:
        return crop
    small = crop if held == most > LARGEST_SHARE * size else _held(crop, held)
    if has_more:
        small = resize_bicubic(small, (card.low_side, card.low_side))
    return resize_bicubic(small, (size, size))


def _held(crop: Floats, side: int) -> Floats:
    """The `side` px of a crop; its plain reduction where their enlargement blurs them hardly."""
    size = crop.shape[0]
    if side > LARGEST_SHARE * size:
        return resize_bicubic(crop, (side, side))
    undo = enlargement_undone(side, size)
    return np.clip(np.einsum("ij,jkc,lk->ilc", undo, crop, undo, optimize=True), 0, 1).astype(np.float32)
