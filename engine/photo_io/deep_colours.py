"""Samples of TIFF that are neither grey nor RGB of 8 or 16 bit, brought to these: floats, and Lab of 16 bit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.messages import Message, message
from engine.photo_io.colour import srgb_profile
from engine.types import Pixels

CIE_LAB, ICC_LAB = 8, 9  # TIFF's names of colour spaces
_MOST_OUTSIDE = 0.01  # share of float samples beyond 0 to 1 that may be clipped
_SLACK = 0.001
_BAND_ROWS = 256
_D50 = np.array([0.9642, 1.0, 0.8249], np.float32)
# D50 -> linear sRGB, Bradford adaptation included. Source: Lindbloom, "RGB/XYZ Matrices", sRGB at D50.
_SRGB_FROM_D50 = np.array(
    [[3.1338561, -1.6168667, -0.4906146], [-0.9787684, 1.9161415, 0.0334540], [0.0719453, -0.2289914, 1.4052427]],
    np.float32,
)


@dataclass(frozen=True)
class Deepened:
    """Samples of 8 or 16 bit, `(H, W, C)`, the profile they have now (None: their own), and what was done to them."""

    samples: Pixels
    icc: bytes | None = None
    notes: tuple[Message, ...] = ()


def from_floats(samples: NDArray[Any]) -> Deepened | None:
    """Floats from 0 to 1 as 16 bit; None where they mean something else, light beyond white for instance."""
    finite = np.isfinite(samples)
    outside = (samples < -_SLACK) | (samples > 1 + _SLACK) | ~finite
    share = float(outside.mean())
    if share > _MOST_OUTSIDE:
        return None
    whole = np.empty(samples.shape, np.uint16)
    for top in range(0, len(samples), _BAND_ROWS):
        band = np.nan_to_num(samples[top : top + _BAND_ROWS].astype(np.float64), nan=0.0, posinf=1.0, neginf=0.0)
        whole[top : top + _BAND_ROWS] = np.rint(np.clip(band, 0, 1) * 65535)
    notes = [message("its float samples were read as 16 bit")]
    if share:
        notes.append(message("samples below 0 or above 1 were clipped"))
    return Deepened(whole, notes=tuple(notes))


def from_lab(samples: NDArray[Any], photometric: int) -> Deepened:
    """CIE Lab of 8 or 16 bit, `(H, W, 3)` or more, as sRGB of 16 bit. What sRGB cannot show is clipped."""
    rgb = np.empty((*samples.shape[:2], 3), np.uint16)
    for top in range(0, len(samples), _BAND_ROWS):
        rgb[top : top + _BAND_ROWS] = _srgb_of(_lab_of(samples[top : top + _BAND_ROWS, :, :3], photometric))
    note = message("the photo was {mode} and is written as RGB, converted by {rule}", mode="LAB", rule=_RULE)
    return Deepened(rgb, srgb_profile(), (note,))


_RULE = message("the standard formula")


def _lab_of(samples: NDArray[Any], photometric: int) -> NDArray[np.float32]:
    """L from 0 to 100, a and b from -128 to 128. Source: TIFF 6.0, section 23; TIFF Technical Note 4 for ICCLab."""
    size = samples.dtype.itemsize
    light = samples[..., :1].astype(np.float32) * np.float32(100 / (255 if size == 1 else 65535))
    steps = np.float32(1 if size == 1 else 256)
    if photometric == ICC_LAB:
        colours = samples[..., 1:].astype(np.float32) / steps - np.float32(128)
    else:
        colours = samples[..., 1:].view(np.dtype(f"i{size}")).astype(np.float32) / steps
    return np.concatenate([light, colours], axis=2)


def _srgb_of(lab: NDArray[np.float32]) -> NDArray[np.uint16]:
    along = (lab[..., 0] + 16) / 116
    cubes = np.stack([along + lab[..., 1] / 500, along, along - lab[..., 2] / 200], axis=-1)
    delta = np.float32(6 / 29)
    xyz = np.where(cubes > delta, cubes**3, 3 * delta**2 * (cubes - np.float32(4 / 29))) * _D50
    linear = np.clip(xyz @ _SRGB_FROM_D50.T, 0, 1)
    curved = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** np.float32(1 / 2.4) - 0.055)
    return np.rint(curved * 65535).astype(np.uint16)
