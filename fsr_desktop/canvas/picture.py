"""One layer as the canvas draws it: tiles of a picture's levels, with restored faces blended in."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.pipeline.picture_file import read_level
from fsr_desktop.canvas.patch_levels import PatchLevels
from fsr_desktop.canvas.scene import Layer, PlacedPatch
from fsr_desktop.canvas.tile_grid import APRON, Region, TileAddress, tile_region, with_edge_repeated


@dataclass(frozen=True, eq=False)
class LayerPicture:
    """A layer as a `TileSource`."""

    layer: Layer
    slot: str
    patch_levels: PatchLevels

    @property
    def name(self) -> Hashable:
        """The picture, whatever faces lie on it."""
        picture = self.layer.picture
        return str(picture.folder), picture.width, picture.height

    @property
    def scale(self) -> int:
        """px of the picture per px of the photo."""
        return self.layer.scale

    @property
    def levels(self) -> int:
        """How many there are."""
        return self.layer.picture.levels

    def level_region(self, level: int) -> Region:
        """All pixels of a level."""
        side = 2**level
        return Region(0, 0, -(-self.layer.picture.width // side), -(-self.layer.picture.height // side))

    def key(self, address: TileAddress) -> Hashable:
        """The picture's place, and the faces that touch the tile with their strengths."""
        return self.name, address, self.faces_in(tile_region(self, address).grown(APRON), address.level)

    def faces_in(self, region: Region, level: int) -> Hashable:
        """What is blended into a region of a level."""
        side = 2**level
        return tuple(
            (patch.key, patch.left, patch.top, patch.strength)
            for patch in self.layer.patches
            if _touches(patch, region, side)
        )

    def pixels(self, address: TileAddress) -> NDArray[np.uint8]:
        """A tile with its apron, which repeats the picture's edge."""
        whole = self.level_region(address.level)
        wanted = tile_region(self, address).grown(APRON)
        return with_edge_repeated(self.read(wanted.within(whole), address.level), wanted, whole)

    def read(self, region: Region, level: int) -> NDArray[np.uint8]:
        """Pixels of a level with the faces blended in; `region` lies within the level. Raises: OSError, EngineError if
        the picture's file is gone."""
        stored = read_level(self.layer.picture, level)
        pixels = np.array(stored[region.top : region.bottom, region.left : region.right])
        for patch in self.layer.patches:
            if patch.strength > 0 and _touches(patch, region, 2**level):
                self._blend(pixels, patch, region, level)
        return pixels

    def _blend(self, pixels: NDArray[np.uint8], patch: PlacedPatch, region: Region, level: int) -> None:
        """`picture + mask * strength * (patch - picture)`, where the patch and the region meet."""
        small = self.patch_levels.get(patch, level) if level else None
        left, top = (small.left, small.top) if small else (patch.left, patch.top)
        height, width = (small.mask if small else patch.mask).shape[:2]
        common = region.within(Region(left, top, left + width, top + height))
        if common.is_empty:
            return
        there = _slices(common, left, top)
        here = _slices(common, region.left, region.top)
        picture = pixels[here].astype(np.float32)
        if small:
            blended = picture + patch.strength * (small.masked[there] - small.mask[there] * picture)
        else:
            weight = patch.strength * patch.mask[there].astype(np.float32)[..., None]
            blended = picture + weight * (patch.patch[there] - picture)
        pixels[here] = np.clip(blended + 0.5, 0, 255).astype(np.uint8)


def _touches(patch: PlacedPatch, region: Region, side: int) -> bool:
    height, width = patch.mask.shape
    return not (
        patch.left >= region.right * side
        or patch.left + width <= region.left * side
        or patch.top >= region.bottom * side
        or patch.top + height <= region.top * side
    )


def _slices(common: Region, left: int, top: int) -> tuple[slice, slice]:
    return slice(common.top - top, common.bottom - top), slice(common.left - left, common.right - left)
