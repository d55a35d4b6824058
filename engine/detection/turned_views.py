"""A photo, or a part of it, turned: what a detector is shown that knows upright faces only, and the way back."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.alignment.crop import turned_crop
from engine.alignment.similarity import Matrix, compose, resized
from engine.detection.base import clipped
from engine.types import Box, Face, Pixels


@dataclass(frozen=True)
class View:
    """`pixels` `(h, w, 3)` uint8 or uint16, and where they are: `photo_from_view` `(2, 3)` px -> px."""

    pixels: Pixels
    photo_from_view: Matrix


def quarter_turned(pixels: Pixels, quarters: int, *, scale: tuple[float, float] = (1.0, 1.0)) -> View:
    """The photo in which faces rolled clockwise by `quarters` times 90 degrees are upright.

    Args: pixels: `(H, W, 3)`; scale: (x, y) of them over the photo's, if they are a copy at another size.
    """
    turned = cast(Pixels, np.ascontiguousarray(np.rot90(pixels, quarters)))
    photo_from_pixels = resized(horizontal=1 / scale[0], vertical=1 / scale[1])
    pixels_from_view = _turn(quarters * math.pi / 2, 1.0, _middle(turned), _middle(pixels))
    return View(turned, compose(photo_from_pixels, pixels_from_view))


def reduced(pixels: NDArray[np.uint8], *, area: int, largest_scale: float) -> tuple[NDArray[np.uint8], float, float]:
    """A copy of about `area` px, enlarged `largest_scale` times at most, and its scales (x, y) over the photo's."""
    height, width = pixels.shape[:2]
    scale = min(largest_scale, math.sqrt(area / (width * height)))
    small_width, small_height = max(1, round(width * scale)), max(1, round(height * scale))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    small = np.asarray(cv2.resize(pixels, (small_width, small_height), interpolation=way), np.uint8)
    return small, small_width / width, small_height / height


def around(pixels: Pixels, centre: tuple[float, float], *, side: float, roll_rad: float, size: int) -> View:
    """A square of the photo, turned so that a face of that roll is upright in it, at `size` x `size` px, uint8.

    Args: centre: x,y px, pixel centres at integers; side: px of the photo.
    """
    middle = np.full(2, (size - 1) / 2)
    photo_from_view = _turn(roll_rad, side / size, middle, np.array(centre))
    crop = turned_crop(pixels, photo_from_view, size=size)
    return View(np.rint(crop.image * 255).astype(np.uint8), photo_from_view)


def in_photo(face: Face, view: View, *, width: int, height: int) -> Face | None:
    """A face of a view as one of the photo of `width` x `height` px; None if it lies outside.

    Its box stays upright: it is the one around the ellipse in the turned box.
    """
    matrix = view.photo_from_view
    column = matrix[:, 0]
    scale, cos, sin = math.hypot(*column), *np.abs(column / math.hypot(*column)).tolist()
    x, y = matrix[:, :2] @ (np.array(face.box.centre) - 0.5) + matrix[:, 2] + 0.5
    across, down = face.box.width * scale, face.box.height * scale
    box_width, box_height = math.hypot(across * cos, down * sin), math.hypot(across * sin, down * cos)
    box = Box(float(x) - box_width / 2, float(y) - box_height / 2, box_width, box_height)
    inside = clipped(box, width=width, height=height)
    if inside is None or face.points is None:
        return None
    points = (face.points @ matrix[:, :2].T + matrix[:, 2]).astype(np.float32)
    return Face(box=inside, points=points, score=face.score, source=face.source)


def _turn(roll_rad: float, scale: float, source: NDArray[np.float64], target: NDArray[np.float64]) -> Matrix:
    """Clockwise by `roll_rad` and `scale` times as large, such that `source` comes to `target`."""
    cos, sin = math.cos(roll_rad), math.sin(roll_rad)
    linear = scale * np.array([[cos, -sin], [sin, cos]])
    return np.column_stack([linear, target - linear @ source])


def _middle(pixels: Pixels) -> NDArray[np.float64]:
    return np.array([pixels.shape[1] - 1, pixels.shape[0] - 1]) / 2
