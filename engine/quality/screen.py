"""The screen of a printed halftone: two sets of lines of one period, crossing at a right angle."""

from __future__ import annotations

import numpy as np

from engine.types import Floats

TILE = 64  # px
TILES_ACROSS = 7  # at most
FINEST, COARSEST = 2.2, 16.0  # px, periods looked for
PEAK = 12.0  # times the usual power at that distance from the middle
NOTHING = 1e-6  # power of what is flat
AMPLITUDE = 2.5  # 8-bit steps; a weaker screen does no harm
AMPLITUDE_ON_AXES = 8.0  # the same for lines along the px, which JPEG and enlarging leave behind too


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
    far_down, far_across = np.abs(np.mgrid[0 : TILE + 1, 0 : TILE + 1] - TILE // 2)
    needed = np.where(np.minimum(far_down, far_across) <= 1, AMPLITUDE_ON_AXES, AMPLITUDE)
    is_wanted = (radius > TILE / COARSEST) & (radius < TILE / FINEST) & (crossed > needed**2)
    strength = np.where(is_wanted, crossed / np.maximum(usual, NOTHING)[ring], 0)
    row, column = np.unravel_index(int(strength.argmax()), strength.shape)
    return TILE / _refined(power, int(row), int(column)) if strength[row, column] > PEAK else 0.0


def _mean_power(luma: Floats) -> Floats:
    """Square amplitudes of waves, mean over tiles: `(TILE + 1, TILE + 1)`, frequency 0 in the middle."""
    windows = np.lib.stride_tricks.sliding_window_view(luma, (TILE, TILE))
    rows, columns = (np.unique(np.linspace(0, length - TILE, TILES_ACROSS).astype(int)) for length in luma.shape)
    tiles = windows[rows[:, None], columns[None, :]].reshape(-1, TILE, TILE)
    window = np.hanning(TILE + 2)[1:-1].astype(np.float32)
    half = np.fft.rfft2((tiles - tiles.mean(axis=(1, 2), keepdims=True)) * (window[:, None] * window))
    power = (half.real**2 + half.imag**2).mean(axis=0) * 4 / window.sum() ** 4
    right = np.pad(np.fft.fftshift(power, axes=0), ((0, 1), (0, 0)), mode="wrap")  # (TILE + 1, TILE // 2 + 1)
    return np.concatenate([right[::-1, :0:-1], right], axis=1).astype(np.float32)


def _refined(power: Floats, row: int, column: int) -> float:
    """Distance of a peak from the middle, between the steps of the spectrum: the centre of what is around it."""
    rows, columns = slice(max(0, row - 1), row + 2), slice(max(0, column - 1), column + 2)
    part = power[rows, columns]
    y, x = np.mgrid[rows, columns][:, : part.shape[0], : part.shape[1]] - TILE // 2
    return float(np.hypot((y * part).sum(), (x * part).sum()) / part.sum())
