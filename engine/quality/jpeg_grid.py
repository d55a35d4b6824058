"""What JPEG leaves behind on its grid of 8 px: seams between blocks, and frequencies rounded away inside them."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.types import Floats

BLOCK = 8  # px
MOST_BLOCKS = 28  # along one axis
GROUPS = 5  # of frequencies, from coarse to fine
FEATURES = 2 + 3 * GROUPS
SMALL = 0.05  # 8-bit steps, added before a logarithm


def grid_features(luma: Floats) -> Floats:
    """What of JPEG is seen in `luma` `(h, w)` on the photo's own grid, wherever its blocks begin: `(FEATURES,)`.

    First how much more the picture jumps at the seams than elsewhere, down and across, as logarithms. Then for each
    group of frequencies: how strong it is within blocks (logarithm), how much weaker than within blocks shifted by half
    (the same), and the share that is zero but for rounding.
    """
    if min(luma.shape) < 3 * BLOCK:
        return np.zeros(FEATURES, np.float32)
    down, first_row = _seams(luma.T)
    across, first_column = _seams(luma)
    on_grid = _group_strengths(luma, first_row, first_column)
    shifted = _group_strengths(luma, first_row + BLOCK // 2, first_column + BLOCK // 2)
    features = [down, across, *on_grid[0], *(on_grid[0] - shifted[0]), *on_grid[1]]
    return np.array(features, np.float32)


def _seams(luma: Floats) -> tuple[float, int]:
    """How much the picture jumps between columns at one phase of 8 more than at the others, and the phase."""
    jump = luma[:, 1:] - luma[:, :-1]
    beyond = np.abs(jump[:, 1:-1] - (jump[:, :-2] + jump[:, 2:]) / 2).mean(axis=0)  # at columns 2, 3, ...
    whole = len(beyond) // BLOCK * BLOCK
    phases = beyond[:whole].reshape(-1, BLOCK).mean(axis=0) + SMALL
    best = int(phases.argmax())
    return float(np.log(phases[best] / np.median(phases))), (best + 2) % BLOCK


def _group_strengths(luma: Floats, first_row: int, first_column: int) -> tuple[Floats, Floats]:
    """Logarithm of the mean amplitude of each group of frequencies within the blocks, and the share of zeros."""
    rows, columns = (
        (length - first) // BLOCK for length, first in zip(luma.shape, (first_row, first_column), strict=True)
    )
    part = luma[first_row : first_row + rows * BLOCK, first_column : first_column + columns * BLOCK]
    blocks = part.reshape(rows, BLOCK, columns, BLOCK).swapaxes(1, 2)[: _most(rows), : _most(columns)]
    transform = _cosines()
    amplitudes = np.abs(transform @ blocks.reshape(-1, BLOCK, BLOCK) @ transform.T).reshape(-1, BLOCK * BLOCK)
    groups = _groups()
    means = amplitudes.mean(axis=0) @ groups
    zeros = (amplitudes < 0.6).mean(axis=0) @ groups
    return np.log(means + SMALL).astype(np.float32), zeros.astype(np.float32)


def _most(count: int) -> int:
    return min(count, MOST_BLOCKS)


@cache
def _cosines() -> Floats:
    """The orthonormal cosine transform of 8 px."""
    step, place = np.arange(BLOCK)[:, None], np.arange(BLOCK)[None, :]
    table = np.cos(np.pi * step * (2 * place + 1) / (2 * BLOCK)) * np.sqrt(2 / BLOCK)
    table[0] /= np.sqrt(2)
    return table.astype(np.float32)


@cache
def _groups() -> NDArray[np.float64]:
    """Which frequency is in which group, `(64, GROUPS)`, columns sum to 1; the block's mean is in none."""
    order = np.add.outer(np.arange(BLOCK), np.arange(BLOCK)).ravel()  # 0 .. 14
    edges = np.array([1, 3, 5, 7, 9, 15])
    member = (order[:, None] >= edges[:-1]) & (order[:, None] < edges[1:])
    return member / member.sum(axis=0)
