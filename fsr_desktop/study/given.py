"""What a model was given of a face, with its pixels as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.explain.overlay import ImageOverlay
from engine.messages import plain

if TYPE_CHECKING:
    from engine.pipeline.face_file import FaceFile

BLOCKY_SIDE = 512  # px at least: enough for each pixel to keep its edges


def side_given(file: FaceFile, low_side: int) -> int:
    """Px of the face that a model works from: those it holds, or fewer where it knows faces of one size."""
    side = max(1, round(min(file.face_side, file.held_side)))
    return min(side, low_side) if low_side else side


def given_image(file: FaceFile, side: int) -> ImageOverlay:
    """The face in `side` x `side` px."""
    from engine.alignment.resample import resize_bicubic

    whole = file.given if file.given.size else file.crop
    small = resize_bicubic(whole, (side, side)) if side < whole.shape[0] else whole
    times = max(1, BLOCKY_SIDE // small.shape[0])
    image = np.repeat(np.repeat(small, times, axis=0), times, axis=1).astype(np.float32)
    return ImageOverlay(key="input", title=plain(""), explanation=plain(""), image=image)
