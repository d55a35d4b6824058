"""A face only enlarged, as a look to compare with: nothing is restored and no model runs. No cv2."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.alignment.resample import resized_planes
from engine.alignment.warp import mirrored_region
from engine.errors import DataError
from engine.explain.disagreement import LookPicture
from engine.types import Box, Pixels

PlainLook = Literal["bicubic", "lanczos"]
PLAIN_LOOKS: tuple[PlainLook, ...] = get_args(PlainLook)
_KERNELS = {"bicubic": Image.Resampling.BICUBIC, "lanczos": Image.Resampling.LANCZOS}
_MARGIN = 4  # px of the photo; the wider kernel reaches 3


def plain_look(pixels: Pixels, square: Box, look: PlainLook, *, size: int) -> LookPicture:
    """A square of the photo at `size` x `size` px, enlarged by the kernel that `look` names.

    Args: pixels: `(H, W, 3)` uint8 or uint16, also mapped ones (only what is needed is read); square: photo px,
    mirrored beyond the photo. Raises: DataError for a square without an area.
    """
    if square.width <= 0 or square.height <= 0:
        raise DataError("Expected a square with an area, got {square}.", square=str(square))
    ratio = square.width / size
    margin = max(_MARGIN, int(np.ceil(_MARGIN * ratio)))
    left, top = int(np.floor(square.left)) - margin, int(np.floor(square.top)) - margin
    right, bottom = int(np.ceil(square.right)) + margin, int(np.ceil(square.bottom)) + margin
    region = mirrored_region(pixels, left=left, top=top, right=right, bottom=bottom)
    box = (square.left - left, square.top - top, square.right - left, square.bottom - top)
    image = np.clip(resized_planes(region, (size, size), _KERNELS[look], box), 0, 1)
    corner = np.array([square.left, square.top]) + (ratio - 1) / 2  # of the first pixel's centre
    return LookPicture(image, np.column_stack([ratio * np.eye(2), corner]))


def as_pixels(look: LookPicture) -> NDArray[np.uint8]:
    """The look's picture `(S, S, 3)` for the screen."""
    return np.rint(np.clip(look.image, 0, 1) * np.float32(255)).astype(np.uint8)
