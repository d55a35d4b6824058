"""How much a face shows at each fineness: spectra of small tiles of it, at a ladder of sizes.

The bins are in cycles a face, whatever the photo's size, and all but the finest come from the face reduced to fixed
sides: the same picture enlarged gives the same numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.alignment.resample import resized_planes
from engine.types import Floats

PER_OCTAVE = 6
FIRST_OCTAVE = 1.5  # log2 of cycles a face
BIN_COUNT = 49
BINS: NDArray[np.float64] = FIRST_OCTAVE + np.arange(BIN_COUNT) / PER_OCTAVE  # log2 of cycles a face, up to 724

SIDES = (24, 48, 96, 192, 384)  # px of the whole square
FINEST_SHARE = 1 / 3  # cycles a px up to which a reduced face is looked at: the reduction has lost little there
TILE = 32  # px
TILES_ACROSS = 15
SHARES = (0.1, 0.5, 0.9, 0.98)  # of the tiles: what flat, usual, busy and the busiest parts of the face have
STATISTICS = 1 + len(SHARES)
NOTHING = 1e-4  # power that is added, in squared 8-bit steps


@dataclass(frozen=True)
class Spectrum:
    """`levels` `(STATISTICS, BIN_COUNT)`: natural logarithm of power a bin, in squared 8-bit steps of a face that was
    one px wide, times the square of the frequency: about level for a sharp face. First the mean over tiles, then
    percentiles. `likeness` `(BIN_COUNT,)`: correlation over the tiles with what is coarser; noise is alike everywhere,
    while detail is where the coarse structure is. Beyond `count` bins, which the photo's px do not reach, 0."""

    levels: Floats
    likeness: Floats
    count: int


def face_spectrum(luma: Floats, side: float) -> Spectrum:
    """The spectrum of a face. Args: luma `(h, w)`: its square, as far as the photo reaches; side: px of the whole."""
    count = int(np.clip(np.searchsorted(BINS, np.log2(side / 2) + 1e-6, side="right"), 1, BIN_COUNT))
    levels = np.zeros((STATISTICS + 1, BIN_COUNT), np.float32)
    rungs = [rung for rung in SIDES if rung <= side]
    done = int(np.searchsorted(BINS, np.log2(rungs[-1] * FINEST_SHARE) + 1e-6)) if rungs else 0
    _fill(levels, luma, side, slice(done, count))
    image, image_side = _coarsely_reduced(luma, side)
    for rung in reversed(rungs):
        first = int(np.searchsorted(BINS, np.log2(rung * FINEST_SHARE / 2) + 1e-6)) if rung != SIDES[0] else 0
        image, image_side = _reduced(image, rung / image_side), float(rung)
        _fill(levels, image, image_side, slice(first, min(done, count)))
        done = first
    return Spectrum(levels=levels[:-1], likeness=levels[-1], count=count)


def _coarsely_reduced(luma: Floats, side: float) -> tuple[Floats, float]:
    """A very large face averaged over whole px, which is fast."""
    factor = int(side / SIDES[-1])
    if factor < 2:
        return luma, side
    height, width = luma.shape[0] // factor, luma.shape[1] // factor
    whole = luma[: height * factor, : width * factor]
    if height == 0 or width == 0:
        return luma, side
    return np.asarray(cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA), np.float32), side / factor


def _reduced(image: Floats, share: float) -> Floats:
    size = (max(1, round(image.shape[0] * share)), max(1, round(image.shape[1] * share)))
    return image if size == image.shape else resized_planes(image, size, Image.Resampling.BICUBIC)


def _fill(levels: Floats, image: Floats, side: float, bins: slice) -> None:
    """Write the bins that this image shows, one whose whole square would be `side` px."""
    if bins.start >= bins.stop:
        return
    powers = _tile_powers(image)  # (tiles, TILE * (TILE // 2 + 1))
    weights = _weights(round(side * 16), bins.start, bins.stop)
    energy = powers @ weights + NOTHING  # (tiles, 1 + bins)
    scale = 2 * np.log(2.0) * BINS[bins] - 2 * np.log(side)
    logs = np.log(energy)
    levels[-1, bins] = _likeness(logs[:, 1:], logs[:, :1])
    levels[0, bins] = np.log(energy[:, 1:].mean(axis=0)) + scale
    ranks = np.rint(np.array(SHARES) * (len(logs) - 1)).astype(np.int_)
    levels[1:-1, bins] = np.sort(logs[:, 1:], axis=0)[ranks] + scale


def _likeness(fine: Floats, coarse: Floats) -> Floats:
    """Correlation of each column `(tiles, bins)` with `coarse` `(tiles, 1)`, 0 where there is one tile."""
    fine, coarse = fine - fine.mean(axis=0), coarse - coarse.mean()
    together = np.sqrt(np.square(fine).sum(axis=0) * np.square(coarse).sum())
    return np.asarray((fine * coarse).sum(axis=0) / (together + NOTHING), np.float32)


def _tile_powers(image: Floats) -> Floats:
    """Power of tiles spread evenly over the image, `(tiles, frequencies)`; white noise of deviation 1 gives 1."""
    beyond = [(0, max(0, TILE - length)) for length in image.shape]
    padded = np.pad(image - image.mean(), beyond) if max(max(beyond)) else image
    windows = np.lib.stride_tricks.sliding_window_view(padded, (TILE, TILE))
    rows, columns = (_starts(length - TILE) for length in padded.shape)
    tiles = windows[rows[:, None], columns[None, :]].reshape(-1, TILE, TILE)
    window = _window(min(TILE, image.shape[0]), min(TILE, image.shape[1]))
    weighted = (tiles - (tiles * window).sum(axis=(1, 2), keepdims=True) / window.sum()) * window
    spectrum = np.fft.rfft2(weighted)
    power = (spectrum.real**2 + spectrum.imag**2) / np.square(window).sum()
    return power.reshape(len(tiles), -1).astype(np.float32)


def _starts(room: int) -> NDArray[np.int_]:
    """Where tiles begin along one axis: half a tile apart, or further where that makes too many."""
    count = min(TILES_ACROSS, 1 + -(-2 * room // TILE))
    return np.rint(np.linspace(0, room, count)).astype(np.int_)


@cache
def _window(height: int, width: int) -> Floats:
    """A Hann window over the first `height`, `width` px of a tile, 0 beyond."""
    window = np.zeros((TILE, TILE), np.float32)
    down, across = (np.sin(np.pi * (np.arange(n) + 0.5) / n) ** 2 for n in (height, width))
    window[:height, :width] = down[:, None] * across
    return window


@lru_cache(maxsize=64)
def _weights(sixteenths: int, start: int, stop: int) -> Floats:
    """What each frequency of a tile counts: for the octave below the first bin, and for each bin.

    Returns: `(frequencies, 1 + bins)`; columns sum to 1.
    """
    side = sixteenths / 16
    down, across = np.fft.fftfreq(TILE)[:, None], np.fft.rfftfreq(TILE)[None, :]
    radius = np.hypot(down, across).ravel()
    octave = np.log2(np.maximum(radius, 1e-9) * side)  # cycles a face
    off = (octave[:, None] - BINS[None, start:stop]) * PER_OCTAVE
    steps = np.abs(radius[:, None] - 2.0 ** BINS[None, start:stop] / side) * TILE  # of the tile's frequencies
    weights = np.exp(-0.5 * np.minimum(np.abs(off), steps) ** 2 / 0.6**2)
    first = BINS[start]
    below = ((octave > first - 1) & (octave < first)) | (np.abs(radius * TILE - 2) < 0.5)
    weights = np.concatenate([below[:, None], weights], axis=1)
    weights[radius < 1.5 / TILE] = 0
    stand_for = np.where((across > 0) & (across < 0.5), 2.0, 1.0)  # the mirrored half is left out
    weights = weights * stand_for.repeat(TILE, axis=0).reshape(-1, 1) + 1e-12
    return (weights / weights.sum(axis=0)).astype(np.float32)
