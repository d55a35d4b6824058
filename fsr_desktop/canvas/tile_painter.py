"""Draws a source's tiles, and in place of a missing one what there is of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from fsr_desktop.canvas.tile_grid import (
    APRON,
    TILE,
    Region,
    TileAddress,
    TileSource,
    level_for,
    tile_region,
    tiles_of,
)
from fsr_desktop.canvas.tiles import TileStore, coarsest_tiles
from fsr_desktop.canvas.viewport import Viewport

_OVERLAP = 0.25  # px of a level that smoothly drawn tiles reach into each other: no seams


def photo_area(viewport: Viewport) -> QRect:
    """Where the photo lies in its pane, in device px."""
    left, top = viewport.origin
    right, bottom = viewport.to_pane(viewport.photo_width, viewport.photo_height)
    return QRect(left, top, max(1, round(right) - left), max(1, round(bottom) - top))


def visible_tiles(source: TileSource, viewport: Viewport, area: QRect) -> list[TileAddress]:
    """The tiles that show what lies in `area` of the pane (device px), those nearest to its middle first."""
    level = level_for(source, viewport.zoom)
    region = _region_in(source, viewport, area, level)
    middle_x, middle_y = (region.left + region.right) / 2 / TILE - 0.5, (region.top + region.bottom) / 2 / TILE - 0.5
    return sorted(tiles_of(region, level), key=lambda tile: (tile.column - middle_x) ** 2 + (tile.row - middle_y) ** 2)


def wanted_tiles(
    store: TileStore, parts: Sequence[tuple[TileSource, QRect]], viewport: Viewport
) -> list[tuple[TileSource, TileAddress]]:
    """The tiles that these sources need in their areas of the pane, the most urgent first: the coarse whole of what has
    nothing to show, then what is seen, then new versions of the coarse whole."""
    coarse = [(source, address) for source, _ in parts for address in coarsest_tiles(source)]
    urgent = [(source, address) for source, address in coarse if store.find(source, address) is None]
    seen = [[(source, tile) for tile in visible_tiles(source, viewport, area)] for source, area in parts]
    in_turn = [tile for turn in zip_longest(*seen) for tile in turn if tile is not None]
    return [*urgent, *in_turn, *coarse]


def paint_tiles(painter: QPainter, store: TileStore, source: TileSource, viewport: Viewport, area: QRect) -> None:
    """Draw what lies in `area` of the pane; the painter's origin is the pane's, its unit a device px."""
    level = level_for(source, viewport.zoom)
    seen = _region_in(source, viewport, area, level)
    for address in tiles_of(seen, level):
        part = tile_region(source, address).within(seen)
        image = store.find(source, address)
        if image is not None:
            _draw(painter, image, address, part, source, viewport)
        else:
            _draw_coarser(painter, store, address, part, source, viewport)


def shown_colour(
    store: TileStore, source: TileSource, viewport: Viewport, x: float, y: float
) -> tuple[int, int, int] | None:
    """The colour that is shown at a point of the photo; None while its tile is missing."""
    level = level_for(source, viewport.zoom)
    side = 2**level / source.scale
    column, row = int(x / side), int(y / side)
    address = TileAddress(level, column // TILE, row // TILE)
    region = tile_region(source, address)
    if region.is_empty or (image := store.find(source, address)) is None:
        return None
    colour = image.pixelColor(column - region.left + APRON, row - region.top + APRON)
    return colour.red(), colour.green(), colour.blue()


def tile_area(source: TileSource, address: TileAddress, viewport: Viewport) -> QRect:
    """Where a tile lies in the pane, in device px, rounded outwards."""
    return _target(tile_region(source, address), address.level, source, viewport).toAlignedRect()


def _region_in(source: TileSource, viewport: Viewport, area: QRect, level: int) -> Region:
    """The pixels of a level that lie in an area of the pane, also in part."""
    seen = area.intersected(photo_area(viewport))
    if seen.isEmpty():
        return Region(0, 0, 0, 0)
    side = 2**level / source.scale  # px of the photo
    left, top = viewport.to_photo(seen.left(), seen.top())
    right, bottom = viewport.to_photo(seen.left() + seen.width(), seen.top() + seen.height())
    return Region(
        math.floor(left / side), math.floor(top / side), math.ceil(right / side), math.ceil(bottom / side)
    ).within(source.level_region(level))


def _target(part: Region, level: int, source: TileSource, viewport: Viewport) -> QRectF:
    left, top = viewport.origin
    pixel = 2**level * viewport.zoom / source.scale  # device px
    return QRectF(
        left + part.left * pixel,
        top + part.top * pixel,
        (part.right - part.left) * pixel,
        (part.bottom - part.top) * pixel,
    )


def _draw(
    painter: QPainter, image: QImage, address: TileAddress, part: Region, source: TileSource, viewport: Viewport
) -> None:
    """Nearest neighbour where a pixel of the level is at least one of the screen; else smooth."""
    pixel = 2**address.level * viewport.zoom / source.scale
    target = _target(part, address.level, source, viewport)
    inside = QRectF(
        part.left - address.column * TILE + APRON,
        part.top - address.row * TILE + APRON,
        part.right - part.left,
        part.bottom - part.top,
    )
    is_smooth = pixel < 1 - 1e-9
    if is_smooth:
        inside.adjust(-_OVERLAP, -_OVERLAP, _OVERLAP, _OVERLAP)
        more = _OVERLAP * pixel
        target.adjust(-more, -more, more, more)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
    painter.drawImage(target, image, inside)


def _draw_coarser(
    painter: QPainter, store: TileStore, missing: TileAddress, part: Region, source: TileSource, viewport: Viewport
) -> None:
    """Draw a part of a missing tile from the finest level that is there."""
    target = _target(part, missing.level, source, viewport)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for level in range(missing.level + 1, source.levels):
        up = level - missing.level
        address = TileAddress(level, missing.column >> up, missing.row >> up)
        image = store.find(source, address)
        if image is not None:
            side = 2**up
            left, top = part.left / side - address.column * TILE, part.top / side - address.row * TILE
            width, height = (part.right - part.left) / side, (part.bottom - part.top) / side
            painter.drawImage(target, image, QRectF(left + APRON, top + APRON, width, height))
            return
