"""Where several restorations of one face disagree: a map in the photo's coordinates. No cv2."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.alignment.similarity import compose, invert
from engine.alignment.warp import warped
from engine.errors import DataError
from engine.explain.nice_numbers import nice_above
from engine.explain.overlay import HeatOverlay
from engine.messages import message
from engine.pipeline.face_file import FaceFile
from engine.types import Floats

LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601
LOWEST_END = 0.05  # of the brightness range: looks that agree show as dark, not as noise made bright
PERCENTILE = 99.5  # few outliers must not darken all the rest


@dataclass(frozen=True, eq=False)
class LookPicture:
    """One look of a face: `image` `(S, S, 3)` in [0, 1], and where its pixels lie in the photo, `(2, 3)` px -> px."""

    image: Floats
    photo_from_image: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Disagreement:
    """The largest difference of brightness between any two looks, `values` `(n, n)` in [0, 1], on a grid that lies in
    the photo as `photo_from_grid` `(2, 3)` says; `mean` of it, of 255."""

    values: Floats
    photo_from_grid: NDArray[np.float64]
    mean: float


def look_of(face: FaceFile) -> LookPicture:
    """A restored face as a look, as bright on average as the photo is there, as it is when it is pasted."""
    lighter = float((face.crop @ LUMA).mean() - (face.restored @ LUMA).mean())
    side, crop_side = face.restored.shape[0], face.crop.shape[0]
    step = crop_side / side  # px of the crop per px of the restored face
    crop_from_restored = np.array([[step, 0, (step - 1) / 2], [0, step, (step - 1) / 2]])
    return LookPicture(face.restored + np.float32(lighter), compose(face.photo_from_crop, crop_from_restored))


def disagreement(looks: Sequence[LookPicture]) -> Disagreement:
    """The map for two or more looks of one face.

    They are compared on the grid of the look that shows least of the photo, as finely as the coarsest of them shows it;
    where one does not reach, the others alone are compared. Raises: DataError for fewer than two looks.
    """
    if len(looks) < 2:
        raise DataError("Expected two or more looks to compare, got {count}.", count=len(looks))
    smallest = min(looks, key=_covered)
    side = max(1, round(_covered(smallest) / max(_pixel(look) for look in looks)))
    photo_from_grid = compose(smallest.photo_from_image, _stretched(smallest.image.shape[0], side))
    planes = [_on_grid(look, photo_from_grid, side) for look in looks]
    low, high = np.nanmin(planes, axis=0), np.nanmax(planes, axis=0)
    values = np.clip(high - low, 0, 1).astype(np.float32)
    return Disagreement(values, photo_from_grid, mean=255 * float(values.mean()))


def disagreement_overlay(found: Disagreement) -> HeatOverlay:
    """The map as it is drawn over the photo: a crop of as many px as it has, at `photo_from_grid`."""
    return HeatOverlay(
        key="disagreement",
        title=message("Where the looks disagree"),
        explanation=message(
            "The largest difference of brightness between any two of the looks: what is bright here was made up by at "
            "least one of them."
        ),
        values=found.values,
        high=nice_above(max(LOWEST_END, float(np.percentile(found.values, PERCENTILE)))),
        unit=message("luma"),
    )


def _pixel(look: LookPicture) -> float:
    """Px of the photo that a px of the look takes."""
    return math.sqrt(abs(np.linalg.det(look.photo_from_image[:, :2])))


def _covered(look: LookPicture) -> float:
    """Px of the photo along the look's side."""
    return _pixel(look) * look.image.shape[0]


def _stretched(side: int, other: int) -> NDArray[np.float64]:
    """The same square at `other` px, mapped to `side` px; pixel centres at integers."""
    step = side / other
    return np.array([[step, 0, (step - 1) / 2], [0, step, (step - 1) / 2]])


def _on_grid(look: LookPicture, photo_from_grid: NDArray[np.float64], side: int) -> Floats:
    """The look's brightness `(side, side)`; not a number where it does not reach."""
    image_from_grid = compose(invert(look.photo_from_image), photo_from_grid)
    brightness = warped(look.image, source_from_destination=image_from_grid, width=side, height=side) @ LUMA
    columns, rows = np.meshgrid(np.arange(side), np.arange(side))
    size = look.image.shape[0]
    reaches = np.ones((side, side), np.bool_)
    for row in image_from_grid:
        place = row[0] * columns + row[1] * rows + row[2]
        reaches &= (place > -1) & (place < size)
    return np.where(reaches, brightness, np.nan).astype(np.float32)
