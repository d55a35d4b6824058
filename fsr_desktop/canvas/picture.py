"""One layer as the canvas draws it: tiles of a picture's levels, with restored faces blended in."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.pipeline.picture_file import PictureFile, read_level
from fsr_desktop.canvas.patch_levels import LevelPatch, PatchLevels
from fsr_desktop.canvas.scene import Layer, PlacedPatch
from fsr_desktop.canvas.tile_grid import APRON, Region, TileAddress, tile_region, with_edge_repeated

_REACH = 4  # px around an enlarged region that its kernel (Lanczos-3) looks at


@dataclass(frozen=True, eq=False)
class LayerPicture:
    """A layer as a `TileSource`: where its faces are finer than the photo, the photo is enlarged to them tile by tile,
    by the kernel that an export uses."""

    layer: Layer
    slot: str
    patch_levels: PatchLevels

    @property
    def name(self) -> Hashable:
        """The picture, whatever faces lie on it."""
        picture = self.layer.picture
        return str(picture.folder), picture.width, picture.height, self.scale

    @property
    def scale(self) -> int:
        """px of the picture per px of the photo."""
        return self.layer.scale

    @property
    def levels(self) -> int:
        """How many there are."""
        return self.layer.picture.levels + _halvings(self.scale)

    def level_region(self, level: int) -> Region:
        """All pixels of a level."""
        side, picture = 2**level, self.layer.picture
        return Region(0, 0, -(-picture.width * self.scale // side), -(-picture.height * self.scale // side))

    def key(self, address: TileAddress) -> Hashable:
        """The picture's place, and the faces that touch the tile with their strengths."""
        return self.name, address, self.faces_in(tile_region(self, address).grown(APRON), address.level)

    def faces_in(self, region: Region, level: int) -> Hashable:
        """What is blended into a region of a level."""
        return tuple(
            (patch.key, patch.left, patch.top, patch.strength)
            for patch in self.layer.patches
            if _touches(patch, region, 2**level * patch.scale / self.scale)
        )

    def pixels(self, address: TileAddress) -> NDArray[np.uint8]:
        """A tile with its apron, which repeats the picture's edge."""
        whole = self.level_region(address.level)
        wanted = tile_region(self, address).grown(APRON)
        return with_edge_repeated(self.read(wanted.within(whole), address.level), wanted, whole)

    def read(self, region: Region, level: int) -> NDArray[np.uint8]:
        """Pixels of a level with the faces blended in; `region` lies within the level. Raises: OSError, EngineError if
        the picture's file is gone."""
        halvings = _halvings(self.scale)
        if level < halvings:
            pixels = _enlarged(self.layer.picture, region, 2 ** (halvings - level))
        else:
            stored = read_level(self.layer.picture, level - halvings)
            pixels = np.array(stored[region.top : region.bottom, region.left : region.right])
        for patch in self.layer.patches:
            if patch.strength > 0 and _touches(patch, region, 2**level * patch.scale / self.scale):
                there = self.patch_levels.get(patch, level - _halvings(self.scale // patch.scale))
                _blend(pixels, there, patch.strength, region)
        return pixels


def _halvings(scale: int) -> int:
    """How often a scale of 1, 2, 4 can be halved."""
    return scale.bit_length() - 1


def _enlarged(picture: PictureFile, region: Region, by: int) -> NDArray[np.uint8]:
    """A region of the picture enlarged `by` times, in px of that: the same pixels as of the whole."""
    from PIL import Image  # on a worker's thread; the window's start need not wait for it

    stored = read_level(picture, 0)
    whole = Region(0, 0, picture.width, picture.height)
    needed = Region(region.left // by, region.top // by, -(-region.right // by), -(-region.bottom // by))
    source = needed.grown(_REACH).within(whole)
    part = Image.fromarray(np.ascontiguousarray(stored[source.top : source.bottom, source.left : source.right]))
    large = part.resize((part.width * by, part.height * by), Image.Resampling.LANCZOS)
    left, top = source.left * by, source.top * by
    return np.array(large.crop((region.left - left, region.top - top, region.right - left, region.bottom - top)))


def _blend(pixels: NDArray[np.uint8], patch: LevelPatch, strength: float, region: Region) -> None:
    """`picture + mask * strength * (patch - picture)`, where the patch and the region meet."""
    height, width = patch.mask.shape[:2]
    common = region.within(Region(patch.left, patch.top, patch.left + width, patch.top + height))
    if common.is_empty:
        return
    there = _slices(common, patch.left, patch.top)
    here = _slices(common, region.left, region.top)
    picture = pixels[here].astype(np.float32)
    blended = picture + strength * (patch.masked[there] - patch.mask[there] * picture)
    pixels[here] = np.clip(blended + 0.5, 0, 255).astype(np.uint8)


def _touches(patch: PlacedPatch, region: Region, side: float) -> bool:
    """Whether a patch reaches into a region whose px are `side` of the patch's."""
    height, width = patch.mask.shape
    return not (
        patch.left >= region.right * side
        or patch.left + width <= region.left * side
        or patch.top >= region.bottom * side
        or patch.top + height <= region.top * side
    )


def _slices(common: Region, left: int, top: int) -> tuple[slice, slice]:
    return slice(common.top - top, common.bottom - top), slice(common.left - left, common.right - left)
