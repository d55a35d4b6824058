"""A face that a detector found in a photo, as a portrait with pixels of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.alignment.crop import FFHQ_POINTS, tight_square
from engine.alignment.resample import resized_planes
from engine.alignment.similarity import similarity_transform
from engine.alignment.warp import mirrored_region
from engine.datasets.portraits import Portrait
from engine.errors import AlignmentError
from engine.photo_io.confined import read_confined
from engine.types import Box, Face, Photo

LARGEST_QUAD = 560  # px, side of the aligned quad in memory; larger faces are reduced, so that many photos fit
TIGHT_EXTENT = 1.5  # tight squares that a portrait's pixels hold, as in training
QUAD_MARGIN = 0.04  # of the quad's upright bounding square, on each side, as in the portrait folder
GREY_SPREAD = 3.0  # 8-bit steps between the highest and the lowest channel, in the mean: below it a photo is grey

_UNIT_CORNERS = ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0))  # in the order of a portrait's quad


def quad_in_photo(face: Face) -> NDArray[np.float64]:
    """The corners `(4, 2)` of a face's FFHQ-style aligned quad, from its top left counter-clockwise; edges of px.

    Raises: AlignmentError if the face has no points or they coincide.
    """
    if face.points is None:
        raise AlignmentError("Expected a face with eyes, nose and mouth, got one without points.")
    photo_from_unit = similarity_transform(source=FFHQ_POINTS, target=face.points + 0.5)
    return np.array(_UNIT_CORNERS) @ photo_from_unit[:, :2].T + photo_from_unit[:, 2]


@dataclass(frozen=True)
class _CutAgain:
    """The pixels of one face, from its photo's file each time they are asked for."""

    path: Path
    region: Box
    share: float

    def __call__(self) -> NDArray[np.uint8]:
        return _stored(read_confined(self.path), self.region, share=self.share)


def portrait_of(photo: Photo, face: Face, *, name: str, source: str, split: str, held: bool = True) -> Portrait:
    """One face of a photo as a portrait that holds its own 8-bit pixels, or unless `held` cuts them when needed.

    They are a square around the aligned quad with its margin and around 1.5 tight squares, mirrored beyond the photo;
    antialiased bicubic where the quad is larger than `LARGEST_QUAD`. Raises: AlignmentError as `quad_in_photo`.
    """
    quad, tight = quad_in_photo(face), tight_square(face)
    native_quad = float(np.hypot(*(quad[1] - quad[0])))
    region = _region(quad, tight)
    share = min(1.0, LARGEST_QUAD / native_quad)
    pixels = _stored(photo, region, share=share)
    path = photo.path or Path()
    scale, corner = pixels.shape[0] / region.width, np.array([region.left, region.top])
    x, y = (np.array(tight.centre) - corner) * scale
    return Portrait(
        name=name,
        path=path,
        source=source,
        split=split,
        native_quad=native_quad,
        inside=_share_inside(_with_margin(quad), photo),
        is_grey=photo.is_grey or float(np.ptp(pixels, axis=2).mean()) < GREY_SPREAD,
        is_engraving=False,
        quad=tuple((float(x), float(y)) for x, y in (quad - corner) * scale),
        tight_centre=(float(x), float(y)),
        tight_side=tight.width * scale,
        pixels=pixels if held else None,
        cut=None if held else _CutAgain(path, region, share),
        score=face.score,
        turn=_turn(face),
    )


def _turn(face: Face) -> float:
    """How far the nose is from the middle between eyes and mouth along the line of the eyes, over their distance."""
    assert face.points is not None  # `quad_in_photo` refuses such a face
    first, second, nose, *mouth = face.points.astype(np.float64)
    eyes, middle = second - first, (first + second + mouth[0] + mouth[1]) / 4
    distance = max(float(np.hypot(*eyes)), 1e-6)
    return abs(float((nose - middle) @ eyes)) / distance**2


def _stored(photo: Photo, region: Box, *, share: float) -> NDArray[np.uint8]:
    """The region `(side, side, 3)`, its side `share` of the region's."""
    pixels = mirrored_region(
        photo.pixels,
        left=round(region.left),
        top=round(region.top),
        right=round(region.right),
        bottom=round(region.bottom),
    )
    side = max(1, round(region.width * share))
    if side < pixels.shape[0]:
        pixels = resized_planes(pixels, (side, side), Image.Resampling.BICUBIC)
    return np.rint(np.clip(pixels, 0, 1) * 255).astype(np.uint8)


def _region(quad: NDArray[np.float64], tight: Box) -> Box:
    """The smallest square of whole px around the quad with its margin and `TIGHT_EXTENT` tight squares."""
    outer, half, (x, y) = _with_margin(quad), tight.width * TIGHT_EXTENT / 2, tight.centre
    low = np.floor(np.minimum([outer.left, outer.top], [x - half, y - half]))
    high = np.ceil(np.maximum([outer.right, outer.bottom], [x + half, y + half]))
    side = float((high - low).max())
    left, top = low - np.floor((side - (high - low)) / 2)
    return Box(float(left), float(top), side, side)


def _with_margin(quad: NDArray[np.float64]) -> Box:
    """The upright bounding square of the quad and its margin, as the portrait folder's crops are cut."""
    low, high = quad.min(axis=0), quad.max(axis=0)
    side = float((high - low).max()) * (1 + 2 * QUAD_MARGIN)
    x, y = (low + high) / 2
    return Box(float(x - side / 2), float(y - side / 2), side, side)


def _share_inside(square: Box, photo: Photo) -> float:
    width = max(0.0, min(square.right, photo.width) - max(square.left, 0))
    height = max(0.0, min(square.bottom, photo.height) - max(square.top, 0))
    return min(1.0, width * height / (square.width * square.height))
