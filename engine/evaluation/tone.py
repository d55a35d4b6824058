"""Grey or colour, old or modern, as the pixels show it: no file says when a photo was taken."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Kind = Literal["grey", "colour", "old", "modern"]
KINDS: tuple[Kind, ...] = ("grey", "colour", "old", "modern")
GREY_LIMIT = 0.02  # mean of (largest - smallest channel)
ONE_TONE_LIMIT = 6.5  # 8-bit steps


def kinds_of(image: NDArray[np.float32], *, is_grey: bool) -> tuple[Kind, Kind]:
    """Whether a face `(H, W, 3)` in [0, 1] is grey or colour, and old or modern.

    "Old" means grey, sepia or faded to one tone: a picture whose colour follows from its brightness. It is no date:
    a modern black and white photo counts as old, a painting or an early colour photo as modern. Of the portraits of 300
    for training that are not grey, old are: congress 32 of 69, pixabay 1 of 50, gpo 0 of 75, canada 0 of 2.
    Args: is_grey: what the file's reader says; a picture with next to no colour counts as grey too.
    """
    grey = is_grey or float(np.ptp(image, axis=2).mean()) < GREY_LIMIT
    old = grey or colour_beyond_tone(image) < ONE_TONE_LIMIT
    return "grey" if grey else "colour", "old" if old else "modern"


def colour_beyond_tone(image: NDArray[np.float32]) -> float:
    """Root mean square, in 8-bit steps, of what brightness does not explain of R - Y and B - Y.

    Both are fitted by a parabola in Y (BT.601), which is what a toned or faded print is. `(H, W, 3)` in [0, 1].
    """
    pixels = image.reshape(-1, 3).astype(np.float64) * 255
    y = pixels @ np.array([0.299, 0.587, 0.114])
    terms = np.stack([np.ones_like(y), y / 255, (y / 255) ** 2], axis=1)
    differences = pixels[:, (0, 2)] - y[:, None]
    fitted = terms @ np.linalg.lstsq(terms, differences, rcond=None)[0]
    return float(np.sqrt(((differences - fitted) ** 2).sum(axis=1).mean()))
