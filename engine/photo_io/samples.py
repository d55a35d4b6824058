"""Samples of decoded images, as arrays."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.types import Pixels

_BAND_PIXELS = 1 << 18  # what a processor holds near it: larger bands take twice as long


def samples_of(image: Image.Image) -> NDArray[np.uint8]:
    """`(H, W, C)`, writable; copied in bands of rows, so that a large photo is not held three times."""
    width, height = image.size
    samples = np.empty((height, width, len(image.getbands())), np.uint8)
    rows = max(1, _BAND_PIXELS // width)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        band = np.asarray(image.crop((0, top, width, bottom)))
        samples[top:bottom] = band.reshape(samples[top:bottom].shape)
    return samples


def keyed_alpha(samples: Pixels, key: object) -> Pixels | None:
    """Alpha `(H, W)` that is 0 where a pixel of `samples` `(H, W, C)` has the transparent colour `key`."""
    colour = key if isinstance(key, tuple) else (key,)
    if len(colour) != samples.shape[2] or not all(isinstance(value, int) for value in colour):
        return None
    peak = np.iinfo(samples.dtype).max
    is_key = (samples == np.asarray(colour) % (int(peak) + 1)).all(axis=2)
    return cast(Pixels, np.where(is_key, 0, peak).astype(samples.dtype))
