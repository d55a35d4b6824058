"""A face whose model set it upright: its crop is cut anew at the angle that the model found, and pasted there."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from engine.alignment.crop import turned_crop
from engine.alignment.similarity import Matrix, compose
from engine.alignment.warp import warped
from engine.messages import message, template
from engine.pipeline.face_input import FaceInput
from engine.pipeline.face_restoring import FacePlan
from engine.types import FaceResult, Pixels

LARGEST, FARTHEST = 2.0, 0.5  # times the crop's size, or smaller; sides of it from the crop's middle
LOST = template("{model} could not tell where the face lies in its square.")


def set_upright(photo_pixels: Pixels, plan: FacePlan, result: FaceResult) -> tuple[FacePlan, FaceResult]:
    """Plan and result with the crop that fits the model's upright picture; as they are for a model that sets no face
    upright. A transform that no face can have makes the face failed.

    Args: photo_pixels: `(H, W, 3)`, those that the plan was made on.
    """
    transform = None if result.restoration is None else result.restoration.transform
    if transform is None:
        return plan, result
    crop_from_upright = transform[0].astype(np.float64)
    size = plan.crop.image.shape[0]
    if not _is_likely(crop_from_upright, size):
        reason = message(LOST, model=plan.model.card.id)
        return plan, replace(result, status="failed", reason=reason, restored=None, restoration=None)
    crop = turned_crop(photo_pixels, compose(plan.crop.photo_from_crop, crop_from_upright), size=size)
    given = np.clip(
        warped(plan.input.given, source_from_destination=crop_from_upright, width=size, height=size), 0, 1
    ).astype(np.float32)
    settled = replace(plan, input=FaceInput(crop, given, plan.input.keep_finer))
    return settled, replace(result, crop=crop.image, given=given)


def _is_likely(crop_from_upright: Matrix, size: int) -> bool:
    """Whether a face can lie so in its square."""
    scale = math.sqrt(abs(np.linalg.det(crop_from_upright[:, :2])))
    middle = np.full(2, (size - 1) / 2)
    away = np.abs(crop_from_upright[:, :2] @ middle + crop_from_upright[:, 2] - middle).max()
    return bool(np.isfinite(scale)) and 1 / LARGEST < scale < LARGEST and bool(away < FARTHEST * size)
