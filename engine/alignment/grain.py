"""Film grain and sensor noise: how much the surroundings of a face have, and what a smooth restored face lacks."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.types import Floats, Pixels

RING = 0.15  # width of the surroundings looked at beyond the crop, of its side
MOST_GRAIN = 0.08  # standard deviation in [0, 1]; more is texture, not grain
MOST_OF_IT_FACE = 0.5  # where the mask is above this, the face is looked at
FEWEST_PIXELS = 64  # with fewer the estimate is worth nothing
LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601

# Immerkaer's kernel: two Laplacians subtracted, which cancels edges and slopes; white noise of standard deviation
# 1 gives 6.
HIGH_PASS = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
DEVIATION_PER_MEDIAN = 1.4826  # of a normal distribution's absolute values


def missing_grain(
    canvas: Pixels,
    pixels: Floats,
    mask: Floats,
    *,
    left: int,
    top: int,
    grain_size: int,
    generator: np.random.Generator,
) -> Floats:
    """Grain `(h, w)` to add to all channels of a pasted face, mean 0.

    Args: canvas: `(H, W, 3)` uint8 or uint16; pixels, mask: the warped face `(h, w, 3)` and its mask `(h, w)` at
    `left`, `top` of the canvas; grain_size: px of the canvas that one px of the photo takes.
    """
    height, width = mask.shape
    grain = _drawn(height, width, grain_size, generator)
    present = _grain_level(pixels @ LUMA, mask > MOST_OF_IT_FACE, grain_size)
    wanted = min(MOST_GRAIN, _surrounding_level(canvas, mask, left=left, top=top, grain_size=grain_size))
    lacking = math.sqrt(max(0.0, wanted**2 - present**2))
    unit = _grain_level(grain, np.ones(mask.shape, np.bool_), grain_size)
    return grain * np.float32(lacking / unit if unit > 0 else 0.0)


def _drawn(height: int, width: int, grain_size: int, generator: np.random.Generator) -> Floats:
    """Normal noise, as coarse as the canvas's own after the photo was enlarged `grain_size` times."""
    rows, columns = math.ceil(height / grain_size), math.ceil(width / grain_size)
    noise = Image.fromarray(generator.standard_normal((rows, columns), dtype=np.float32))
    enlarged = noise.resize((columns * grain_size, rows * grain_size), Image.Resampling.LANCZOS)
    return np.asarray(enlarged)[:height, :width]


def _surrounding_level(canvas: Pixels, mask: Floats, *, left: int, top: int, grain_size: int) -> float:
    """Grain of the canvas in a ring around the face, in [0, 1]."""
    height, width = mask.shape
    reach = max(4, round(RING * max(height, width)))
    low_x, low_y = max(0, left - reach), max(0, top - reach)
    around = canvas[low_y : top + height + reach, low_x : left + width + reach]
    is_outside = np.ones(around.shape[:2], np.bool_)
    is_outside[top - low_y :, left - low_x :][:height, :width] = mask == 0
    luma = around.astype(np.float32) @ LUMA / np.float32(np.iinfo(canvas.dtype).max)
    return _grain_level(luma, is_outside, grain_size)


def _grain_level(luma: Floats, where: NDArray[np.bool_], grain_size: int) -> float:
    """Standard deviation of the grain of `luma` `(h, w)` in [0, 1], from the smoother half of `where`.

    It is measured at the photo's own size, since the grain of an enlarged photo has no high frequencies.
    Source: Immerkaer 1996, "Fast Noise Variance Estimation"; deviations: the median instead of the mean, and
    only pixels with a small gradient, both so that texture counts less.
    """
    luma, where = luma[::grain_size, ::grain_size], where[::grain_size, ::grain_size]
    if np.count_nonzero(where) < FEWEST_PIXELS:
        return 0.0
    smooth = cv2.blur(luma, (5, 5))
    slope = np.hypot(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1))
    is_flat = where & (slope <= np.median(slope[where]))
    response = np.abs(cv2.filter2D(luma, cv2.CV_32F, HIGH_PASS))[is_flat]
    return DEVIATION_PER_MEDIAN * float(np.median(response)) / 6
