"""What a face in a photo holds, and what a model is given of it: without screen and comb, no larger than it holds."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import cast

import numpy as np

from engine.alignment.crop import Crop, ffhq_crop, tight_crop, tight_square
from engine.detection.base import Detector
from engine.models.registry import InstalledModel
from engine.pipeline.comb import without_comb
from engine.pipeline.measured_gain import is_screened, is_torn
from engine.pipeline.screen import find_screen, without_screen
from engine.quality.measure import measure_face
from engine.runtime.low_side import as_the_model_knows_it
from engine.types import Box, Face, FaceQuality, Floats, Pixels

REACH = 2.0  # of the tight square's side: the widest crop and what its kernels look at
FARTHEST, RESIZED = 0.3, 1.5  # of the side, and times: a face that is found again farther off is another one


@dataclass(frozen=True)
class FaceInput:
    """`crop` as the photo shows the face; `given` `(S, S, 3)` as the model is to see it. `keep_finer`: whether what the
    photo has finer than a restoration belongs to the face."""

    crop: Crop
    given: Floats
    keep_finer: bool = True


def quality_of(pixels: Pixels, face: Face) -> FaceQuality:
    """What was measured of a face; of one that is torn, its real detail is what is left when the comb is gone."""
    quality = measure_face(pixels, face)
    if not is_torn(quality):
        return quality
    part, moved = cleaned_part(pixels, face, quality)
    return replace(quality, detail_px=min(quality.width_px, measure_face(part, moved).detail_px))


def cut_face(pixels: Pixels, face: Face, model: InstalledModel, quality: FaceQuality) -> FaceInput:
    """The face for a model, by what `quality_of` says of it. Raises: AlignmentError."""
    crop = _cut(pixels, face, model)
    image, is_clean = crop.image, False
    if is_screened(quality) or is_torn(quality):
        part, moved = cleaned_part(pixels, face, quality)
        image, is_clean = _cut(part, moved, model).image, True
    held_side = quality.detail_px * crop.face_side / quality.width_px
    given = as_the_model_knows_it(image, model.card, face_side=crop.face_side, held_side=held_side)
    return FaceInput(crop, given, keep_finer=not is_clean)


def found_again(pixels: Pixels, face: Face, quality: FaceQuality, detector: Detector) -> Face:
    """The face where it is found once screen and comb are gone, which lead a detector astray; else as it was found."""
    if not (is_screened(quality) or is_torn(quality)):
        return face
    part, moved = cleaned_part(pixels, face, quality)
    square, (left, top) = tight_square(moved), _corner(pixels, face)
    near = [
        one
        for one in detector.detect(np.rint(part / 257).astype(np.uint8))
        if math.dist(one.box.centre, moved.box.centre) < FARTHEST * square.width
        and 1 / RESIZED < tight_square(one).width / square.width < RESIZED
    ]
    return _moved(max(near, key=lambda one: one.score), left=left, top=top) if near else face


def _cut(pixels: Pixels, face: Face, model: InstalledModel) -> Crop:
    if model.card.crop == "ffhq":
        return ffhq_crop(pixels, face, size=model.card.input_size)
    return tight_crop(pixels, face, size=model.card.input_size, by_quarters=model.card.sets_upright)


def cleaned_part(pixels: Pixels, face: Face, quality: FaceQuality) -> tuple[Pixels, Face]:
    """The part of a photo around a face without its screen or comb, in 16 bits, and the face in that part."""
    square = tight_square(face)
    (x, y), half = square.centre, REACH / 2 * square.width
    height, width = pixels.shape[:2]
    left, top = _corner(pixels, face)
    right, bottom = min(width, math.ceil(x + half)), min(height, math.ceil(y + half))
    part = pixels[top:bottom, left:right].astype(np.float32) / np.float32(np.iinfo(pixels.dtype).max)
    if is_torn(quality):
        part = without_comb(part)
    if is_screened(quality):
        part = without_screen(part, find_screen(part, quality.screen_px))
    deep = cast(Pixels, np.rint(part * 65535).astype(np.uint16))
    return deep, _moved(face, left=-left, top=-top)


def _corner(pixels: Pixels, face: Face) -> tuple[int, int]:
    """Left and top px of the part around a face."""
    square = tight_square(face)
    (x, y), half = square.centre, REACH / 2 * square.width
    height, width = pixels.shape[:2]
    return min(max(0, math.floor(x - half)), width - 1), min(max(0, math.floor(y - half)), height - 1)


def _moved(face: Face, *, left: int, top: int) -> Face:
    box = face.box
    points = None if face.points is None else (face.points + np.array([left, top])).astype(np.float32)
    return replace(face, box=Box(box.left + left, box.top + top, box.width, box.height), points=points)
