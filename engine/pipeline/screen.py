"""The printed screen of a scanned halftone, taken out of the part of a photo around a face."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.alignment.grain import LUMA
from engine.types import Floats

Vector = NDArray[np.float64]  # (2,) cycles per px along columns and rows

SEARCH = 1.3  # the screen's frequency is looked for within this factor of what the measure says
OTHER_WAY_RAD = math.radians(50)  # the two directions of a screen are at least so far apart
LINES_BELOW = 0.15  # of the stronger direction: a weaker second one is no screen's, which then has lines, not dots
SOFTNESS = 0.25  # px per px of the period: a Gaussian besides, for what lies beside the screen's own frequencies
LOOKED_AT = 512  # px: the screen is found in so large a middle
MARGIN_PERIODS = 4  # the picture is mirrored beyond its edges, so that what is filtered has no border


@dataclass(frozen=True)
class Screen:
    """Where a screen's dots repeat: `first` and `second` in cycles per px; `second` None for a screen of lines."""

    first: Vector
    second: Vector | None

    @property
    def period_px(self) -> float:
        """From one row of dots to the next."""
        return 1 / float(np.hypot(*self.first))


def find_screen(part: Floats, period_px: float) -> Screen:
    """The screen of a picture `(h, w, 3)` in [0, 1] whose period is about `period_px`."""
    luma = _middle(part) @ LUMA
    height, width = luma.shape
    window = np.hanning(height)[:, None] * np.hanning(width)
    strength = np.abs(np.fft.rfft2((luma - luma.mean()) * window))
    rows, columns = np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)
    ratio = np.hypot(rows, columns) * period_px
    inside = np.where((ratio > 1 / SEARCH) & (ratio < SEARCH), strength, 0)
    first = _place(inside)
    angle = np.arctan2(rows, columns)
    apart = np.abs((angle - angle[first] + np.pi / 2) % np.pi - np.pi / 2)  # directions have no sign
    elsewhere = np.where(apart > OTHER_WAY_RAD, inside, 0)
    second = _place(elsewhere)
    has_second = elsewhere[second] > LINES_BELOW * inside[first]
    return Screen(_refined(strength, first, width), _refined(strength, second, width) if has_second else None)


def _middle(part: Floats) -> Floats:
    rows, columns = (slice(max(0, (length - LOOKED_AT) // 2), (length + LOOKED_AT) // 2) for length in part.shape[:2])
    return part[rows, columns]


def _place(strength: NDArray[np.floating]) -> tuple[int, int]:
    row, column = np.unravel_index(int(strength.argmax()), strength.shape)
    return int(row), int(column)


def _refined(strength: NDArray[np.floating], place: tuple[int, int], width: int) -> Vector:
    """The frequency of a peak, between the samples: the middle of the nine around it, weighted by their power."""
    height = strength.shape[0]
    steps = np.arange(-1, 2)
    rows = place[0] + steps
    columns = np.clip(place[1] + steps, 0, strength.shape[1] - 1)
    power = strength[np.ix_(rows % height, columns)].astype(np.float64) ** 2
    row = float((power.sum(axis=1) * rows).sum() / power.sum())
    column = float((power.sum(axis=0) * columns).sum() / power.sum())
    row = row - height if row > height / 2 else row
    return np.array([column / width, row / height])


def without_screen(part: Floats, screen: Screen) -> Floats:
    """The picture `(h, w, 3)` averaged over exactly one period of the screen in each of its directions.

    That has a zero at the screen's frequency and at all its multiples, which a plain low-pass of the same sharpness
    has not; what is left beside them, where dots grow and shrink, a slight Gaussian takes.
    """
    margin = math.ceil(MARGIN_PERIODS * screen.period_px)
    padding = [(margin, cv2.getOptimalDFTSize(length + 2 * margin) - length - margin) for length in part.shape[:2]]
    padded = np.pad(part, (*padding, (0, 0)), mode="symmetric")
    height, width = padded.shape[:2]
    rows, columns = np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)
    passed = np.exp(-2 * (np.pi * SOFTNESS * screen.period_px) ** 2 * (rows**2 + columns**2))
    for share in _shares(screen, rows, columns):
        passed = passed * np.sinc(share)
    passed = passed.astype(np.float32)
    planes = [
        np.fft.irfft2(np.fft.rfft2(padded[..., channel]) * passed, s=(height, width)) for channel in range(3)
    ]  # one by one: a large face needs much memory
    filtered = np.stack(planes, axis=-1)
    inner = filtered[margin : margin + part.shape[0], margin : margin + part.shape[1]]
    return np.clip(inner, 0, 1).astype(np.float32)


def _shares(
    screen: Screen, rows: NDArray[np.floating], columns: NDArray[np.floating]
) -> tuple[NDArray[np.floating], ...]:
    """Every frequency as so many times the screen's first and second one."""
    if screen.second is None:
        return ((columns * screen.first[0] + rows * screen.first[1]) / float(screen.first @ screen.first),)
    inverse = np.linalg.inv(np.column_stack([screen.first, screen.second]))
    return tuple(columns * row[0] + rows * row[1] for row in inverse)
