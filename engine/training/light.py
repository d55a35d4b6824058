"""Another light on a face: exposure, white balance, contrast, and light from one side."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.float32]  # (H, W, 3) RGB in [0, 1]
EXPOSURE = (-0.9, 0.5)  # stops
BALANCE_STD = 0.07  # of the logarithm of each channel's gain
CONTRAST = (0.75, 1.25)
SIDE_LIGHT_SHARE = 0.5  # how often there is one
SHADOW = (0.2, 0.75)  # share of the light that the dark side has
EDGE = (0.08, 0.6)  # width of the border between light and shadow, in sides of the picture


def change_light(hr: Image, probability: float, rng: np.random.Generator) -> Image:
    """`hr` in another light; unchanged, and nothing more drawn, but for a share `probability` of the time."""
    if probability == 0 or rng.random() >= probability:
        return hr
    gain = np.exp(rng.normal(0, BALANCE_STD, 3)) * 2 ** rng.uniform(*EXPOSURE)
    lit = hr * gain.astype(np.float32)
    if rng.random() < SIDE_LIGHT_SHARE:
        lit = lit * _side_light(hr.shape[:2], rng)[..., None]
    middle = np.float32(lit.mean())
    return np.clip(middle + (lit - middle) * np.float32(rng.uniform(*CONTRAST)), 0, 1).astype(np.float32)


def _side_light(shape: tuple[int, int], rng: np.random.Generator) -> Image:
    """1 on the lit side, less on the other, with a border that runs through the middle third. `(h, w)`."""
    angle_rad, at = rng.uniform(0, 2 * np.pi), rng.uniform(-0.17, 0.17)
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32) / max(shape) - 0.5
    beyond = (x * np.cos(angle_rad) + y * np.sin(angle_rad) - at) / rng.uniform(*EDGE)
    return (1 - (1 - rng.uniform(*SHADOW)) / (1 + np.exp(-4 * beyond))).astype(np.float32)
