"""What differs between two layers, as tiles."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fsr_desktop.canvas.picture import LayerPicture
from fsr_desktop.canvas.tile_grid import APRON, Region, TileAddress, tile_region, with_edge_repeated


@dataclass(frozen=True, eq=False)
class DifferencePicture:
    """`|after - before| * gain` of each channel as a `TileSource`; black is equal.

    Compared are pixels of the less enlarged layer with the mean of the other's pixels that cover the same place.
    """

    before: LayerPicture
    after: LayerPicture
    gain: float
    slot: str = "difference"

    @property
    def name(self) -> Hashable:
        """Both pictures."""
        return "difference", self.before.name, self.after.name

    @property
    def scale(self) -> int:
        """That of the less enlarged layer."""
        return self._coarse.scale

    @property
    def levels(self) -> int:
        """Those of the less enlarged layer."""
        return self._coarse.levels

    def level_region(self, level: int) -> Region:
        """All pixels of a level."""
        return self._coarse.level_region(level)

    def key(self, address: TileAddress) -> Hashable:
        """Both layers' faces, and the gain."""
        region = tile_region(self, address).grown(APRON)
        faces = tuple(
            layer.faces_in(region, address.level + self._halvings(layer)) for layer in (self.before, self.after)
        )
        return self.name, address, faces, self.gain

    def pixels(self, address: TileAddress) -> NDArray[np.uint8]:
        """A tile with its apron."""
        whole = self.level_region(address.level)
        wanted = tile_region(self, address).grown(APRON)
        region = wanted.within(whole)
        before, after = (self._reduced(layer, region, address.level) for layer in (self.before, self.after))
        difference = np.minimum(np.abs(after - before) * self.gain + 0.5, 255).astype(np.uint8)
        return with_edge_repeated(difference, wanted, whole)

    @property
    def _coarse(self) -> LayerPicture:
        return min(self.before, self.after, key=lambda layer: layer.scale)

    def _reduced(self, layer: LayerPicture, region: Region, level: int) -> NDArray[np.float32]:
        """A layer's pixels on the grid of the less enlarged one."""
        return layer.read(region, level + self._halvings(layer)).astype(np.float32)

    def _halvings(self, layer: LayerPicture) -> int:
        return (layer.scale // self.scale).bit_length() - 1
