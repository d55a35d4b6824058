"""The screen of a printed halftone: two sets of lines of one period, crossing at a right angle."""

from __future__ import annotations

import numpy as np

from engine.types import Floats

TILE = 64  # px
FINEST, COARSEST = 2.2, 16.0  # px, periods looked for
PEAK = 12.0  # times the usual power at that distance from the centre


def screen_period(luma: Floats) -> float:
    """Period of a halftone screen, px; 0 without one. Args: luma `(h, w)` on the photo's own grid.

    Each place of the spectrum is as strong as the weaker one of it and its turn by a right angle: a striped cloth has
    one peak, a screen has two.
    """
    if min(luma.shape) < TILE:
        return 0.0
    power = _mean_power(luma)
    crossed = np.minimum(power, np.rot90(power, 1, (0, 1)))
    radius = np.hypot(*np.meshgrid(*[np.arange(TILE + 1) - TILE // 2] * 2))
    ring = np.rint(radius).astype(int)
    usual = np.array([np.median(power[ring == r]) for r in range(ring.max() + 1)])
    strength = np.where((radius > TILE / COARSEST) & (radius < TILE / FINEST), crossed / usual[ring], 0)
    row, column = np.unravel_index(int(strength.argmax()), strength.shape)
    if strength[row, column] < PEAK:
        return 0.0
    return TILE / float(_refined(power, int(row), int(column)))


def _mean_power(luma: Floats) -> Floats:
    """Mean spectrum of overlapping tiles `(TILE + 1, TILE + 1)`, frequency 0 in the middle."""
    starts = [range(0, length - TILE + 1, TILE // 2) for length in luma.shape]
    window = np.hanning(TILE + 2)[1:-1].astype(np.float32)
    tiles = np.stack([luma[y : y + TILE, x : x + TILE] for y in starts[0] for x in starts[1]])
    tiles = (tiles - tiles.mean(axis=(1, 2), keepdims=True)) * (window[:, None] * window)
    power = np.square(np.abs(np.fft.fft2(tiles))).mean(axis=0)
    return np.pad(np.fft.fftshift(power), ((0, 1), (0, 1)), mode="wrap").astype(np.float32)


def _refined(power: Floats, row: int, column: int) -> float:
    """Distance of a peak from the middle, between the steps of the spectrum: the centre of what is around it."""
    rows, columns = slice(max(0, row - 1), row + 2), slice(max(0, column - 1), column + 2)
    part = power[rows, columns]
    y, x = np.mgrid[rows, columns][:, : part.shape[0], : part.shape[1]] - TILE // 2
    return float(np.hypot((y * part).sum(), (x * part).sum()) / part.sum())
