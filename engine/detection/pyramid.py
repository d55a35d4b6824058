"""A photo at several sizes, cut in tiles, so that one detector of limited range sees faces of every size.

Deviation from the CenterFace paper, which looks once at the photo's own size: the network finds faces whose tight
square is about 28 to 600 px and places their points best at 40 to 200 px, so small photos are enlarged and
every photo is looked at at halved sizes too. The finest size of a large photo, three quarters of all px, is looked at
in windows only (`engine/detection/closer_looks.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.context import JobContext
from engine.detection.base import UNWATCHED
from engine.types import Pixels

TILE_SIDE = 1536  # px; a 2 MP photo of usual shape is one or two tiles
TILE_OVERLAP = 192  # px; larger faces are found whole at the next coarser size
ENLARGE_UP_TO = 2_000_000  # px of the finest size when the photo is smaller
ENLARGE_AT_MOST = 3.0  # beyond it nothing more is found
REDUCE_DOWN_TO = 24_000_000  # px of the finest size when the photo is larger
COARSEST_SIDE = 160  # px; no size whose longest side is shorter, but for the finest


@dataclass(frozen=True)
class Level:
    """A photo at one size: `pixels` `(h, w, 3)` uint8; `scale` (x, y) of that size over the photo's."""

    pixels: NDArray[np.uint8]
    scale: tuple[float, float]


@dataclass(frozen=True)
class Tile:
    """A part of the photo at one size.

    `pixels` `(h, w, 3)` uint8; `left`, `top` of it in px of its size; `scale` (x, y) of that size over the
    photo's. `cut` says which sides (left, top, right, bottom) lie inside the photo and cut through it.
    """

    pixels: NDArray[np.uint8]
    left: int
    top: int
    scale: tuple[float, float]
    cut: tuple[bool, bool, bool, bool]


def levels(pixels: Pixels, context: JobContext = UNWATCHED) -> Iterator[Level]:
    """Every size of a photo `(H, W, 3)` uint8 or uint16, the finest first. Raises: Cancelled before it makes one."""
    context.check_cancelled()
    made = to_eight_bits(pixels)
    height, width = made.shape[:2]
    for level_width, level_height in _level_sizes(width=width, height=height):
        context.check_cancelled()
        made = _resized(made, width=level_width, height=level_height)
        yield Level(made, (level_width / width, level_height / height))


def tiles(level: Level, context: JobContext = UNWATCHED) -> Iterator[Tile]:
    """Every tile of a size. Raises: Cancelled before it gives one."""
    height, width = level.pixels.shape[:2]
    for top, bottom in _spans(height):
        for left, right in _spans(width):
            context.check_cancelled()
            yield tile_of(level, left=left, top=top, right=right, bottom=bottom)


def tile_of(level: Level, *, left: int, top: int, right: int, bottom: int) -> Tile:
    """The part of a size between these px, which lie in it."""
    height, width = level.pixels.shape[:2]
    cut = (left > 0, top > 0, right < width, bottom < height)
    return Tile(level.pixels[top:bottom, left:right], left=left, top=top, scale=level.scale, cut=cut)


def to_eight_bits(pixels: Pixels) -> NDArray[np.uint8]:
    """The photo with 8 bits per channel; itself if it has no more."""
    if pixels.dtype == np.uint16:
        return (pixels // 257).astype(np.uint8)
    return pixels.astype(np.uint8, copy=False)


def _level_sizes(*, width: int, height: int) -> list[tuple[int, int]]:
    """(width, height) px of each size, halved until the longest side would be below the coarsest."""
    area = width * height
    scale = min(ENLARGE_AT_MOST, max(1.0, math.sqrt(ENLARGE_UP_TO / area)), math.sqrt(REDUCE_DOWN_TO / area))
    sizes: list[tuple[int, int]] = []
    while not sizes or max(width, height) * scale >= COARSEST_SIDE:
        sizes.append((max(1, round(width * scale)), max(1, round(height * scale))))
        scale /= 2
    return sizes


def _resized(level: NDArray[np.uint8], *, width: int, height: int) -> NDArray[np.uint8]:
    if level.shape[:2] == (height, width):
        return level
    shrinks = width < level.shape[1] or height < level.shape[0]
    way = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(level, (width, height), interpolation=way), dtype=np.uint8)


def _spans(length: int) -> list[tuple[int, int]]:
    """Start and end px of equal tiles that cover `length` and overlap by at least `TILE_OVERLAP`."""
    if length <= TILE_SIDE:
        return [(0, length)]
    count = math.ceil((length - TILE_OVERLAP) / (TILE_SIDE - TILE_OVERLAP))
    side = math.ceil((length + (count - 1) * TILE_OVERLAP) / count)
    starts = [round(index * (length - side) / (count - 1)) for index in range(count)]
    return [(start, start + side) for start in starts]
