"""The blind degradation that models are compared on: fixed ranges, a fixed seed for each face."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.alignment.resample import resize_bicubic
from engine.degradation.blind import shrink
from engine.degradation.recipe import BlurRecipe, DegradationRecipe, Effect

SEED = 2020
# SPARNet eq. 14 as every model for aligned faces is scored, whatever it was trained with: px of the aligned quad.
BLIND = DegradationRecipe(
    blur=BlurRecipe(probability=0.7, gaussian=(1, 9), average=(2, 15), median=(3, 11), motion=(4, 20)),
    lr_range=(20, 100),
    reductions=("bicubic", "area", "linear", "nearest"),
    noise=Effect(probability=0.5, amount=(0, 12)),
    jpeg=Effect(probability=0.7, amount=(36, 92)),
)
Image = NDArray[np.float32]  # (H, W, 3) RGB in [0, 1]
Images = NDArray[np.float32]  # (N, H, W, 3) RGB in [0, 1]


def blind_lows(
    truth: Sequence[Image] | Images, degradation: DegradationRecipe = BLIND, *, seed: int = SEED, first: int = 0
) -> list[Image]:
    """Each face degraded with a seed of its own, at its own reduced size `(h, w, 3)`; `first` numbers the first."""
    return [
        shrink(face, degradation, np.random.default_rng([seed, index]), face_px=face.shape[0])
        for index, face in enumerate(truth, start=first)
    ]


def blind_inputs(truth: Images, degradation: DegradationRecipe, *, size: int, seed: int = SEED) -> Images:
    """Each face degraded with a seed of its own, enlarged to `size` px by bicubic."""
    return np.stack([resize_bicubic(low, (size, size)) for low in blind_lows(truth, degradation, seed=seed)])
