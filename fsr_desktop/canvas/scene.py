"""What the canvas shows: layers of a photo, marks of its faces, what the cursor points at. Data only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.pipeline.picture_file import PictureFile
from engine.types import Floats

Rgb = tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class PlacedPatch:
    """A restored face at `scale` px per px of the photo (1, 2 or 4): `patch` `(h, w, 3)` RGB, `mask` `(h, w)` in
    [0, 1], its upper left pixel at (`left`, `top`) in px of that scale. `strength` in [0, 1]. `key` is another one
    whenever the data change."""

    left: int
    top: int
    patch: NDArray[np.uint8]
    mask: Floats
    strength: float
    key: str
    scale: int = 1


@dataclass(frozen=True, eq=False)
class Layer:
    """The photo in one version: its picture, and restored faces blended over it in their order. `detail` stands beside
    the title, less strongly; `warning` is the part of it that must not get lost."""

    title: str
    picture: PictureFile
    patches: tuple[PlacedPatch, ...] = ()
    detail: str = ""
    least_scale: int = 1
    warning: str = ""

    @property
    def scale(self) -> int:
        """px per px of the photo at which it is shown: that of its finest face, but at least so many."""
        return max((patch.scale for patch in self.patches), default=self.least_scale)


@dataclass(frozen=True)
class CursorInfo:
    """The photo's pixel under the cursor, and its colour in the first and the last layer as it is shown there: exact
    from 100 % on, an average below; None while it is not there yet."""

    x: int
    y: int
    before: Rgb | None
    after: Rgb | None
