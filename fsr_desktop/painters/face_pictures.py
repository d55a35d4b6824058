"""Pictures of one face, each with its place in the photo, so that they can be looked at in the same place."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QTransform

from fsr_desktop.look.image_of import image_of

if TYPE_CHECKING:  # modules that the start need not wait for
    from engine.explain.plain_looks import PlainLook
    from engine.pipeline.face_file import FaceFile
    from engine.pipeline.picture_file import PictureFile
    from engine.types import Box, Floats

SMOOTH_SIDE = 1024  # px to which a small picture is enlarged by a good kernel, before the screen enlarges it further


@dataclass(frozen=True, eq=False)
class FacePicture:
    """A picture of a face; `photo_from_image` maps the edges of its pixels to edges of the photo's."""

    image: QImage
    photo_from_image: QTransform


@dataclass(frozen=True, eq=False)
class RestoredPicture:
    """What a look made of a face, and how far that departs from the photo: mean brightness, of 255."""

    picture: FacePicture
    departs: float


def paint_picture(painter: QPainter, picture: FacePicture, screen_from_photo: QTransform, *, is_smooth: bool) -> None:
    """Draw a picture at its place, smoothly or with its pixels as they are; a turned one has smooth edges as well."""
    painter.save()
    painter.setTransform(picture.photo_from_image * screen_from_photo, True)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, painter.transform().isRotating())
    painter.drawImage(QPointF(0, 0), picture.image)
    painter.restore()


def restored_picture(file: FaceFile) -> RestoredPicture:
    """The model's own picture of the face, not the one that is blended into the photo."""
    return RestoredPicture(placed_picture(smooth_image(file.restored), file), file.departs)


def placed_picture(image: QImage, file: FaceFile) -> FacePicture:
    """A picture of the whole crop of a face, at its place in the photo."""
    scale = file.restored.shape[1] / image.width()
    return FacePicture(image, QTransform.fromScale(scale, scale) * photo_from_edges(file.photo_from_crop))


def photo_part(picture: PictureFile, square: Box) -> FacePicture:
    """The photo's own pixels in a square around the face. Raises: DataError if they cannot be read."""
    pixels, left, top = _cut(picture, square)
    return FacePicture(image_of(pixels), QTransform.fromTranslate(left, top))


def plain_picture(picture: PictureFile, square: Box, kind: PlainLook) -> RestoredPicture:
    """The same part enlarged without a model. Raises: DataError if it cannot be read."""
    from engine.alignment.resample import resize_bicubic
    from engine.explain.disagreement import LUMA
    from engine.explain.plain_looks import as_pixels, plain_look
    from engine.pipeline.picture_file import read_level

    pixels, side = read_level(picture, 0), max(1, round(square.width))
    look = plain_look(pixels, square, kind, size=SMOOTH_SIDE)
    photo = plain_look(pixels, square, "bicubic", size=side).image
    departs = np.abs((resize_bicubic(look.image, (side, side)) - photo) @ LUMA).mean()
    image = image_of(as_pixels(look))
    return RestoredPicture(FacePicture(image, photo_from_edges(look.photo_from_image)), 255 * float(departs))


def smooth_image(values: Floats) -> QImage:
    """A picture `(h, w, 3)` in [0, 1], bicubically enlarged where it is small: the screen's own way to enlarge shows
    the grid of the pixels."""
    from PIL import Image

    pixels = np.rint(np.clip(values, 0, 1) * 255).astype(np.uint8)
    scale = max(1, round(SMOOTH_SIDE / pixels.shape[1]))
    if scale == 1:
        return image_of(pixels)
    size = (pixels.shape[1] * scale, pixels.shape[0] * scale)
    return image_of(np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BICUBIC)))


def photo_from_edges(photo_from_crop: NDArray[np.float64]) -> QTransform:
    """From edges of a crop's pixels to edges of the photo's; `photo_from_crop` `(2, 3)` maps their centres."""
    (a, b, x), (c, d, y) = (tuple(float(value) for value in row) for row in photo_from_crop)
    half = QTransform.fromTranslate(0.5, 0.5)
    return half.inverted()[0] * QTransform(a, c, b, d, x, y) * half


def _cut(picture: PictureFile, square: Box) -> tuple[NDArray[np.uint8], int, int]:
    """A copy of the photo's pixels in the square, with its left and top px."""
    from engine.pipeline.picture_file import read_level

    whole = read_level(picture, 0)
    left, top = max(0, math.floor(square.left)), max(0, math.floor(square.top))
    right, bottom = min(picture.width, math.ceil(square.right)), min(picture.height, math.ceil(square.bottom))
    return np.array(whole[top : max(bottom, top + 1), left : max(right, left + 1)]), left, top
