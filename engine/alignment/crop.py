"""The aligned square of one face, cut out of the photo as the models were trained to see it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.alignment.face_pose import roll_rad
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

# The same for a turned face, from what turning leaves as it is: its box's diagonal and middle. In 959 upright finds the
# errors of the side are 3.3 % and 11 %, as with width and height there.
SIDE_PER_DIAGONAL = 0.882

# The models were trained on squares turned by up to 7 degrees, and on enlargements along the photo's own rows. Of faces
# of 16 to 64 px rolled by 15, 30, 45 and 90 degrees a square that turns with the face gives sparnet-x8 0.1 to 0.5 dB
# less, 0.2 to 1.0 less, 0.6 less to 0.2 more, 0.3 to 2.0 more; dic-x8 0.0 to 0.4, 0.2 to 1.3, 0.5 to 1.6, 1.4 to 2.4
# more (8 to 16 validation portraits). So it turns by quarters alone while the face is this near to one.
UPRIGHT_WITHIN_RAD = math.radians(20)

QUARTER_RAD = math.pi / 2
NEAR = 1e-6  # px; rounding
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

    def reaches_beyond(self, *, width: int, height: int) -> bool:
        """Whether a part of the square lies beyond a photo of that size, px."""
        corners = _corners(self.photo_from_crop, self.image.shape[0])
        return bool((corners < -0.5 - NEAR).any() or (corners > np.array([width, height]) - 0.5 + NEAR).any())


def crop_roll_rad(face: Face) -> float:
    """The angle by which the face's tight square is turned, clockwise: quarters for a face that is nearly upright, on
    its side or on its head, which keeps the photo's rows; else the face's own roll. 0 for a face without points."""
    roll, quarters = 0.0 if face.points is None else roll_rad(face.points), quarter_roll_rad(face)
    return quarters if abs(roll - quarters) < UPRIGHT_WITHIN_RAD else roll


def quarter_roll_rad(face: Face) -> float:
    """The face's roll in whole quarters, clockwise; 0 for a face without points."""
    roll = 0.0 if face.points is None else roll_rad(face.points)
    return round(roll / QUARTER_RAD) * QUARTER_RAD


def tight_square(face: Face) -> Box:
    """The square, in photo px, that the super-resolution models expect; it may reach over the photo's edge.

    It is turned about its middle by `crop_roll_rad`, which its numbers do not say.

    Deviation from the training squares, which come from a mesh of 478 points: the box predicts them.
    """
    horizontal, vertical = face.box.centre
    if roll := crop_roll_rad(face):
        side = SIDE_PER_DIAGONAL * math.hypot(face.box.width, face.box.height)
        horizontal, vertical = horizontal - FALL * side * math.sin(roll), vertical + FALL * side * math.cos(roll)
        return Box(horizontal - side / 2, vertical - side / 2, side, side)
    if face.source == "hand":
        side = SIDE_PER_LARGER_SIDE * max(face.box.width, face.box.height)
        return Box(horizontal - side / 2, vertical - side / 2, side, side)
    side = SIDE_PER_WIDTH * face.box.width + SIDE_PER_HEIGHT * face.box.height
    return Box(horizontal - side / 2, vertical + FALL * side - side / 2, side, side)


def tight_crop(photo_pixels: Pixels, face: Face, *, size: int, by_quarters: bool = False) -> Crop:
    """The tight square of a face at `size` x `size` px, turned with the face if that is not upright; `by_quarters` by
    whole quarters alone, for a model that finds the rest by itself.

    Args: photo_pixels: `(H, W, 3)` uint8 or uint16. Raises: AlignmentError as `cut_tight`.
    """
    square, roll = tight_square(face), quarter_roll_rad(face) if by_quarters else crop_roll_rad(face)
    if not roll:
        return cut_tight(photo_pixels, square, size=size)
    ratio, (x, y) = square.width / size, square.centre
    linear = ratio * np.array([[math.cos(roll), -math.sin(roll)], [math.sin(roll), math.cos(roll)]])
    corner = np.array([x - 0.5, y - 0.5]) - linear @ np.full(2, (size - 1) / 2)
    return turned_crop(photo_pixels, np.column_stack([linear, corner]), size=size)


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
    return turned_crop(photo_pixels, photo_from_crop, size=size)


def turned_crop(photo_pixels: Pixels, photo_from_crop: Matrix, *, size: int) -> Crop:
    """The square that a similarity transform `(2, 3)` px -> px puts anywhere in the photo, at `size` x `size` px.

    Args: photo_pixels: `(H, W, 3)` uint8 or uint16, mirrored beyond its edges.
    """
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
