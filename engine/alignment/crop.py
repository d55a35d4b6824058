"""The aligned square of one face, cut out of the photo as the models were trained to see it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.alignment.similarity import Matrix, compose, similarity_transform
from engine.alignment.warp import mirrored_region, resized_box, warped
from engine.errors import AlignmentError
from engine.types import Box, Face, Floats, Pixels

# The training squares (engine/datasets/portraits.py) predicted from CenterFace's box: least absolute deviations on
# 1,314 detections of training portraits, tight side 24 px to native. On the 230 validation portraits the errors
# of the side are 3.0 % (median) and 11 % (95th percentile) of it, those of the centre 1.8 % and 4.9 %. CenterFace's
# points lower them by less than one per cent of the side, so they are not used.
SIDE_PER_WIDTH = 0.729
SIDE_PER_HEIGHT = 0.553
FALL = 0.008  # of the side: the square's centre below the box's

# The larger side of CenterFace's box in the same fit; a user draws about such a box, but not as evenly.
SIDE_PER_LARGER_SIDE = 1.11

# Where CenterFace's five points lie in the FFHQ-style aligned square, as fractions of its side from its left and top
# edge: median of 876 detections of training portraits, made symmetric. The corners of the square found by
# them are off by 4.2 % of its side (median of the validation portraits).
FFHQ_POINTS: tuple[tuple[float, float], ...] = (
    (0.373, 0.474),
    (0.627, 0.474),
    (0.500, 0.624),
    (0.395, 0.739),
    (0.605, 0.739),
)

# The aligned square from the tight one: medians of 217 portraits (5th to 95th percentile of the side 1.12 to 1.34).
QUAD_PER_TIGHT = 1.22  # side
QUAD_RISE = 0.076  # of the tight side: the aligned square's centre above the tight one's

MARGIN = 3  # px; the bicubic kernel reaches 2 px beyond the square


@dataclass(frozen=True)
class Crop:
    """The square cut for one face.

    `image` `(S, S, 3)` RGB in [0, 1]; `photo_from_crop` `(2, 3)` px -> px; `face_side` px, the side of the
    square in the photo, which is how much real detail the crop has.
    """

    image: Floats
    photo_from_crop: Matrix
    face_side: float


def tight_square(face: Face) -> Box:
    """The upright square, in photo px, that the super-resolution models expect; it may reach over the photo's edge.

    Deviation from the training squares, which come from a mesh of 478 points: the box predicts them.
    """
    horizontal, vertical = face.box.centre
    if face.source == "hand":
        side = SIDE_PER_LARGER_SIDE * max(face.box.width, face.box.height)
        return Box(horizontal - side / 2, vertical - side / 2, side, side)
    side = SIDE_PER_WIDTH * face.box.width + SIDE_PER_HEIGHT * face.box.height
    return Box(horizontal - side / 2, vertical + FALL * side - side / 2, side, side)


def cut_tight(photo_pixels: Pixels, square: Box, *, size: int) -> Crop:
    """An upright square of the photo at `size` x `size` px: bicubic, antialiased where it shrinks.

    Args: photo_pixels: `(H, W, 3)` uint8 or uint16; square: photo px, mirrored beyond the photo.
    Raises: AlignmentError if the square has no area or is not finite.
    """
    if not math.isfinite(square.left + square.top + square.width) or square.width <= 0:
        raise AlignmentError(
            "Expected a square with an area, got {square}.", hint="Outline the face by hand.", square=str(square)
        )
    ratio = square.width / size
    margin = math.ceil(MARGIN * max(1.0, ratio))
    left, top = math.floor(square.left) - margin, math.floor(square.top) - margin
    right, bottom = math.ceil(square.right) + margin, math.ceil(square.bottom) + margin
    image = resized_box(
        mirrored_region(photo_pixels, left=left, top=top, right=right, bottom=bottom),
        left=square.left - left,
        top=square.top - top,
        right=square.right - left,
        bottom=square.bottom - top,
        width=size,
        height=size,
    )
    corner = np.array([square.left, square.top]) + (ratio - 1) / 2  # of the first pixel's centre
    return Crop(
        image=np.clip(image, 0, 1),
        photo_from_crop=np.column_stack([ratio * np.eye(2), corner]),
        face_side=square.width,
    )


def ffhq_crop(photo_pixels: Pixels, face: Face, *, size: int = 512) -> Crop:
    """The face turned upright and scaled as FFHQ aligns it, at `size` x `size` px.

    Args: photo_pixels: `(H, W, 3)` uint8 or uint16, mirrored beyond its edges.
    A face without points, outlined by hand, is taken to be upright. Raises: AlignmentError if its points coincide.
    Deviation from FFHQ, which aligns by 68 landmarks: CenterFace's five points on a fitted template.
    """
    if face.points is None:
        photo_from_crop = _upright(tight_square(face), size)
    else:
        template = np.array(FFHQ_POINTS) * size - 0.5
        photo_from_crop = similarity_transform(source=template, target=face.points)
    ratio = math.sqrt(abs(np.linalg.det(photo_from_crop[:, :2])))
    corners = _corners(photo_from_crop, size)
    margin = math.ceil(MARGIN * max(1.0, ratio))
    (left, top), (right, bottom) = (
        np.floor(corners.min(axis=0)).astype(int) - margin,
        np.ceil(corners.max(axis=0)).astype(int) + margin + 1,
    )
    region = mirrored_region(photo_pixels, left=left, top=top, right=right, bottom=bottom)
    region_from_photo = np.array([[1.0, 0.0, -left], [0.0, 1.0, -top]])
    image = warped(region, source_from_destination=compose(region_from_photo, photo_from_crop), width=size, height=size)
    return Crop(image=np.clip(image, 0, 1), photo_from_crop=photo_from_crop, face_side=ratio * size)


def _upright(square: Box, size: int) -> Matrix:
    """The aligned square that goes with a tight one, `(2, 3)` px -> px."""
    side = QUAD_PER_TIGHT * square.width
    horizontal, vertical = square.centre
    corner = np.array([horizontal, vertical - QUAD_RISE * square.width]) - side / 2  # edge of photo px
    ratio = side / size
    return np.column_stack([ratio * np.eye(2), corner + 0.5 * ratio - 0.5])


def _corners(photo_from_crop: Matrix, size: int) -> NDArray[np.float64]:
    """The crop's four corners `(4, 2)` in the photo, px from pixel centres."""
    low, high = -0.5, size - 0.5
    corners = np.array([[low, low], [low, high], [high, high], [high, low]])
    return corners @ photo_from_crop[:, :2].T + photo_from_crop[:, 2]
