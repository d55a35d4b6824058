"""Whether a restoration still explains the low-resolution face it was made of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.alignment.resample import resize_bicubic
from engine.evaluation.metrics import psnr_y


def consistency_y(restored: NDArray[np.float32], low: NDArray[np.float32]) -> float:
    """PSNR of Y in dB between `low` and the restoration reduced to its size again; infinite for equal pictures.

    The reduction is the antialiased bicubic one, in 8-bit steps, which is how `low` was made unless the degradation is
    blind: then its blur and noise are unknown to the metric, and the number says how far the restoration moved away
    from them. It is not a score where higher is better without end: a copy of a noisy input would be best.

    Args: restored: `(H, W, 3)`, low: `(h, w, 3)`, h <= H, RGB in [0, 1].
    """
    return psnr_y(resize_bicubic(restored, low.shape[:2]), low)
