"""The held-out faces of a fine-tuning, and what a model is given of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.alignment.resample import resize_bicubic
from engine.context import JobContext
from engine.datasets.portraits import Portrait, aligned_faces, tight_faces
from engine.degradation.blind import degrade_bicubic
from engine.degradation.blind_set import BLIND, blind_inputs
from engine.models.base import CropKind, ModelCard
from engine.training.validation import Images

SIDES = (8, 16, 32, 64)  # px of a tight crop, as far as the model is meant for them


@dataclass(frozen=True)
class HeldOut:
    """Held-out faces and what the model is given of them.

    `truth` `(N, h, h, 3)`, cut as `crop` says; `inputs` `(N, size, size, 3)` for each side in px, 0 for blind
    degradation. An aligned model's truth is half its size, as in `validation.AlignedValidation`: few photos hold more
    real detail.
    """

    truth: Images
    inputs: dict[int, Images]
    crop: CropKind = "tight"

    def fitted(self, restored: Images) -> Images:
        """Restored pictures at the truth's size."""
        return resized(restored, self.truth.shape[1])


def held_out_inputs(portraits: Sequence[Portrait], card: ModelCard, context: JobContext) -> HeldOut:
    """Inputs of a model from held-out faces; the same at each call. Raises: Cancelled."""
    size = card.output_size
    if card.crop == "ffhq":
        truth = aligned_faces(portraits, size=size // 2)
        context.check_cancelled()
        return HeldOut(truth, {0: blind_inputs(truth, BLIND, size=card.input_size)}, card.crop)
    truth = tight_faces(portraits, size=size)
    low, high = card.useful_range
    sides = [side for side in SIDES if low <= side <= min(high, size // 2)] or [min(low, size // 2)]
    inputs = {side: np.stack([degrade_bicubic(face, side) for face in truth]) for side in sides}
    return HeldOut(truth, {side: resized(low, card.input_size) for side, low in inputs.items()}, card.crop)


def resized(images: Images, side: int) -> Images:
    """Pictures at a side of `side` px, antialiased."""
    if images.shape[1] == side:
        return images
    return np.stack([resize_bicubic(image, (side, side)) for image in images])
