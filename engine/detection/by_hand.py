"""A face that the user outlined."""

from __future__ import annotations

import math

from engine.detection.base import clipped
from engine.errors import DetectionError
from engine.types import Box, Face

SMALLEST_SIDE = 1.0  # px


def face_from_box(box: Box, *, photo_width: int, photo_height: int) -> Face:
    """A face without points, its box clipped to the photo of the given size in px.

    Raises: DetectionError if the box is not finite, has no area, or lies outside the photo.
    """
    numbers = (box.left, box.top, box.width, box.height)
    if not all(math.isfinite(number) for number in numbers):
        raise DetectionError(
            "Expected a box of finite numbers, got {numbers}.", hint="Draw the box again.", numbers=str(numbers)
        )
    if box.width <= 0 or box.height <= 0:
        raise DetectionError(
            "Expected a box with an area, got {width:g} x {height:g} px.",
            hint="Drag from one corner of the face to the opposite one.",
            width=box.width,
            height=box.height,
        )
    inside = clipped(box, width=photo_width, height=photo_height)
    if inside is None or min(inside.width, inside.height) < SMALLEST_SIDE:
        raise DetectionError(
            "The box lies outside the photo of {width} x {height} px, or is smaller than 1 px in it.",
            hint="Draw the box on the photo.",
            width=photo_width,
            height=photo_height,
        )
    return Face(box=inside, points=None, score=1.0, source="hand")
