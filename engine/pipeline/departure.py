"""How far a restored face departs from its photo, for what has no face file: the command line."""

from __future__ import annotations

import math

import numpy as np

from engine.alignment.crop import FFHQ_POINTS, QUAD_PER_TIGHT, tight_square
from engine.alignment.similarity import similarity_transform
from engine.models.base import CropKind
from engine.models.registry import find_model
from engine.pipeline.face_restoring import consistency_map
from engine.types import Face, FaceResult


def departure_of(result: FaceResult) -> float | None:
    """Mean difference of brightness, of 255, between a restored face at the photo's own resolution and the photo: what
    `FaceFile.departs` is in the window. None for a face that was not restored.

    A screened or torn face is compared with what is left of it without that, at the size it was found at first.
    Raises: ModelError if its model is gone.
    """
    if result.status != "restored" or result.restored is None or result.crop is None or result.model is None:
        return None
    before = result.crop if result.keeps_finer or result.given is None else result.given
    side = _side_px(result.face, find_model(result.model).card.crop) * _share_of_crop(result)
    return 255 * float(np.abs(consistency_map(result.restored, before, face_side=side)).mean())


def _share_of_crop(result: FaceResult) -> float:
    """How much smaller than the crop that the model was given the square is that it set upright; 1 for others."""
    transform = None if result.restoration is None else result.restoration.transform
    return 1.0 if transform is None else math.sqrt(abs(np.linalg.det(transform[0][:, :2])))


def _side_px(face: Face, crop: CropKind) -> float:
    """The side of a face's crop in the photo, as `tight_crop` and `ffhq_crop` have it."""
    if crop == "tight":
        return tight_square(face).width
    if face.points is None:
        return QUAD_PER_TIGHT * tight_square(face).width
    photo_from_unit = similarity_transform(source=FFHQ_POINTS, target=face.points)
    return math.sqrt(abs(np.linalg.det(photo_from_unit[:, :2])))
