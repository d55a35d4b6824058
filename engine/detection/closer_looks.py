"""Where the finest size of a large photo is looked at: around whatever the next coarser size may have seen.

A face too small for the coarser size still warms the network's heat map there, and almost nothing else does. On
synthetic photos of 12 and 24 MP as many faces of 24 to 64 px are found as by looking everywhere, in a quarter of the px
(packaging/docs/results-history.md, "Speed of part 7").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.context import JobContext
from engine.detection.base import UNWATCHED
from engine.detection.candidates import Candidates, one_per_face
from engine.detection.pyramid import ENLARGE_UP_TO, Level, Tile, tile_of, tiles

SEEN_WELL = 40.0  # px of the network's view; a face that was found so large is not looked at again


@dataclass(frozen=True)
class _Kind:
    """Hints at faces up to `largest` px of the finest size: those above `score` count, and each is shown with `margin`
    px on all sides in a window of `side` px. Few sides, so that the network is planned once for each."""

    largest: float
    score: float
    side: int
    margin: float


# Faces below 54 px are hardly seen at half the size; of those that the finest size finds, larger ones have 0.4 there.
_KINDS = (_Kind(54, 0.02, 128, 40), _Kind(128, 0.15, 224, 80), _Kind(320, 0.3, 544, 240))
CROWD = 6  # small faces; where so many were found, fainter hints are followed
CROWD_SCORE = 0.008  # of hints at small faces in a crowd
HINT_SCORE = CROWD_SCORE


def needs_hints(level: Level) -> bool:
    """Whether a size is so large that only parts of it are looked at."""
    return level.scale[0] <= 1 and level.pixels.shape[0] * level.pixels.shape[1] > ENLARGE_UP_TO


def open_hints(next_size: Candidates, seen: Candidates, *, threshold: float) -> Candidates:
    """Where the finest size may find a face, of what the next coarser size saw, in photo px.

    Left out is what lies in a face that any size saw well and told from `threshold` on.
    Args: seen: what all coarser sizes saw.
    """
    sure = seen.chosen((seen.scores > threshold) & (seen.views >= SEEN_WELL))
    middles = (next_size.boxes[:, :2] + next_size.boxes[:, 2:]) / 2
    is_open = np.ones(len(next_size), np.bool_)
    for box in sure.boxes:
        is_open &= ~((middles >= box[:2]) & (middles <= box[2:])).all(axis=1)
    return next_size.chosen(is_open)


def is_crowd(found: Candidates, level: Level, *, threshold: float) -> bool:
    """Whether many small faces were found, in photo px, so that more are to be expected."""
    sides = (found.boxes[:, 2:] - found.boxes[:, :2]).max(axis=1, initial=0) * max(level.scale)
    small = found.chosen((found.scores > threshold) & (sides <= _KINDS[0].largest))
    return len(one_per_face(small)) >= CROWD


def windows(
    level: Level, hints: Candidates, context: JobContext = UNWATCHED, *, in_crowd: bool = False
) -> Iterator[Tile]:
    """Parts of a size that show every hint that counts, given in photo px, with what lies around it.

    Where they would be more px than the whole size, its tiles are given. Args: in_crowd: only the fainter hints, which
    count in a crowd. Raises: Cancelled before it gives one.
    """
    is_faint = hints.scores <= _KINDS[0].score
    parts = _parts(level, hints.chosen(is_faint == in_crowd), least=CROWD_SCORE if in_crowd else _KINDS[0].score)
    height, width = level.pixels.shape[:2]
    if sum(side**2 for _, _, side in parts) >= height * width:
        yield from tiles(level, context)
        return
    for left, top, side in parts:
        context.check_cancelled()
        yield tile_of(level, left=left, top=top, right=min(left + side, width), bottom=min(top + side, height))


def _parts(level: Level, hints: Candidates, *, least: float) -> list[tuple[int, int, int]]:
    """Left, top and side of the windows, in px of the size: those of the largest kind first, the best hint first.

    Args: least: score of a hint at a small face that counts.
    """
    best_first = hints.chosen(np.argsort(-hints.scores, kind="stable"))
    low, high = best_first.boxes[:, :2] * level.scale, best_first.boxes[:, 2:] * level.scale
    middles, faces = (low + high) / 2, (high - low).max(axis=1, initial=0)
    kinds = np.searchsorted([kind.largest for kind in _KINDS], faces)  # the number of kinds: too large for any
    margins = np.array([*(kind.margin for kind in _KINDS), np.inf])[kinds]
    is_left = best_first.scores > np.array([least, *(kind.score for kind in _KINDS[1:]), np.inf])[kinds]
    size = np.array(level.pixels.shape[1::-1])
    parts: list[tuple[int, int, int]] = []
    for number, kind in reversed(list(enumerate(_KINDS))):
        while len(mine := np.flatnonzero(is_left & (kinds == number))):
            corner = np.clip(np.rint(middles[mine[0]] - kind.side / 2), 0, np.maximum(size - kind.side, 0))
            is_left &= ~_is_shown(middles, margins, corner=corner, side=kind.side, size=size)
            is_left[mine[0]] = False
            parts.append((int(corner[0]), int(corner[1]), kind.side))
    return parts


def _is_shown(
    middles: NDArray[np.float64],
    margins: NDArray[np.float64],
    *,
    corner: NDArray[np.float64],
    side: int,
    size: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Which hints a window shows with their margins; at the photo's own edge nothing is cut."""
    low = np.where(corner == 0, -np.inf, corner + margins[:, None])
    high = np.where(corner + side >= size, np.inf, corner + side - margins[:, None])
    return np.logical_and.reduce((middles >= low) & (middles <= high), axis=1)
