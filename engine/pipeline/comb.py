"""The comb of interlaced video: its two fields, a moment apart, laid over each other and averaged."""

from __future__ import annotations

import numpy as np

from engine.alignment.grain import LUMA
from engine.types import Floats

FARTHEST = 0.12  # of the part's width: a face moves no more between two fields
STEP_PX = 0.25


def without_comb(part: Floats) -> Floats:
    """The picture `(h, w, 3)` in [0, 1] whose odd and even rows were taken a moment apart, as one: each field is
    stretched to all rows, the second is moved to where the first is, by half the way each, and both are averaged.

    Deviation from plain averaging, which leaves everything that moved double.
    """
    even, odd = _stretched(part, first=0), _stretched(part, first=1)
    shift = _shift_between(even @ LUMA, odd @ LUMA)
    return ((_moved(even, shift / 2) + _moved(odd, -shift / 2)) / 2).astype(np.float32)


def _stretched(part: Floats, *, first: int) -> Floats:
    """Every second row from `first` on, with the rows between from their neighbours."""
    height = part.shape[0]
    own = np.arange(first, height, 2)
    place = np.clip((np.arange(height) - first) / 2, 0, len(own) - 1)
    low = np.floor(place).astype(np.intp)
    high = np.minimum(low + 1, len(own) - 1)
    share = (place - low).astype(np.float32)[:, None, None]
    field = part[own]
    return field[low] * (1 - share) + field[high] * share


def _moved(image: Floats, right_px: float) -> Floats:
    """Moved to the right, linearly between columns; the edge goes on beyond it. `(h, w)` or `(h, w, 3)`."""
    width = image.shape[1]
    place = np.clip(np.arange(width) - right_px, 0, width - 1)
    low = np.floor(place).astype(np.intp)
    share = (place - low).astype(np.float32)
    share = share if image.ndim == 2 else share[:, None]
    return image[:, low] * (1 - share) + image[:, np.minimum(low + 1, width - 1)] * share


def _shift_between(even: Floats, odd: Floats) -> float:
    """How far the odd field must go to the left to lie on the even one, px."""
    farthest = max(1.0, FARTHEST * even.shape[1])
    shifts = np.arange(-farthest, farthest + STEP_PX, STEP_PX)
    edge = int(np.ceil(farthest))
    inner = (slice(1, -1), slice(edge, max(edge + 1, even.shape[1] - edge)))
    errors = [
        float(np.abs(_moved(even, shift / 2) - _moved(odd, -shift / 2))[inner].mean()) for shift in map(float, shifts)
    ]
    return float(shifts[int(np.argmin(errors))])
