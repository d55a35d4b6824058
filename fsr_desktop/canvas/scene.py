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
    """A restored face on its layer's picture: `patch` `(h, w, 3)` RGB, `mask` `(h, w)` in [0, 1], its upper left pixel
    at (`left`, `top`) in px of the photo enlarged `scale` times. `strength` in [0, 1]. `key` is another one whenever
    the data change. The canvas takes patches of its picture's scale."""

    left: int
    top: int
    patch: NDArray[np.uint8]
    mask: Floats
    strength: float
    key: str
    scale: int = 1


@dataclass(frozen=True, eq=False)
class Layer:
    """The photo in one version: a picture of `scale` px per px of the photo, and restored faces blended over it in
    their order."""

    title: str
    picture: PictureFile
    scale: int
    patches: tuple[PlacedPatch, ...] = ()


@dataclass(frozen=True)
class CursorInfo:
    """The photo's pixel under the cursor, and its colour in the first and the last layer as it is shown there: exact
    from 100 % on, an average below; None while it is not there yet."""

    x: int
    y: int
    before: Rgb | None
    after: Rgb | None
