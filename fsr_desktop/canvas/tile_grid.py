"""How a picture is cut into tiles: levels, each half as large as the one before, and squares of them."""

from __future__ import annotations

import math
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

TILE = 512  # px
APRON = 1  # px around a tile that its neighbours show, so that smooth drawing knows them


@dataclass(frozen=True)
class TileAddress:
    """A tile of one level."""

    level: int
    column: int
    row: int


@dataclass(frozen=True)
class Region:
    """Pixels of a level, right and bottom excluded."""

    left: int
    top: int
    right: int
    bottom: int

    def grown(self, by: int) -> Region:
        """With so many pixels more on each side; fewer if negative."""
        return Region(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def within(self, other: Region) -> Region:
        """What lies in both; empty (right <= left or bottom <= top) if nothing does."""
        return Region(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    @property
    def is_empty(self) -> bool:
        """Whether it has no pixel."""
        return self.right <= self.left or self.bottom <= self.top


class TileSource(Protocol):
    """Something drawn in tiles, at every level half as large as at the one before."""

    @property
    def slot(self) -> str:
        """Its place on the canvas."""
        ...

    @property
    def name(self) -> Hashable:
        """Equal for versions of one picture."""
        ...

    @property
    def scale(self) -> int:
        """px of level 0 per px of the photo."""
        ...

    @property
    def levels(self) -> int:
        """How many there are."""
        ...

    def key(self, address: TileAddress) -> Hashable:
        """What a tile shows: equal keys, equal pixels."""
        ...

    def pixels(self, address: TileAddress) -> NDArray[np.uint8]:
        """The tile `(h, w, 3)` RGB with an apron on all sides; computed in a worker thread."""
        ...

    def level_region(self, level: int) -> Region:
        """All pixels of a level."""
        ...


def tile_region(source: TileSource, address: TileAddress) -> Region:
    """The pixels of its level that a tile covers, without apron."""
    left, top = address.column * TILE, address.row * TILE
    return Region(left, top, left + TILE, top + TILE).within(source.level_region(address.level))


def tiles_of(region: Region, level: int) -> list[TileAddress]:
    """The tiles that cover a region of a level."""
    if region.is_empty:
        return []
    columns = range(region.left // TILE, (region.right - 1) // TILE + 1)
    rows = range(region.top // TILE, (region.bottom - 1) // TILE + 1)
    return [TileAddress(level, column, row) for row in rows for column in columns]


def level_for(source: TileSource, zoom: float) -> int:
    """The level just above what the screen shows, so that drawing only reduces; 0 from 100 % of its own pixels on."""
    own_zoom = zoom / source.scale
    level = math.floor(math.log2(1 / own_zoom) + 1e-9) if own_zoom < 1 else 0
    return min(level, source.levels - 1)


def with_edge_repeated(pixels: NDArray[np.uint8], wanted: Region, whole: Region) -> NDArray[np.uint8]:
    """Pixels of the part of `wanted` that lies in `whole`, with the edge repeated to cover all of `wanted`."""
    rows = (max(0, whole.top - wanted.top), max(0, wanted.bottom - whole.bottom))
    columns = (max(0, whole.left - wanted.left), max(0, wanted.right - whole.right))
    if not any((*rows, *columns)):
        return pixels
    return np.pad(pixels, (rows, columns, (0, 0)), mode="edge")
