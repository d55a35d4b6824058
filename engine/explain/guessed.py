"""What a restoration made of the photo that the photo does not say: where it changed it, where it contradicts it."""

from __future__ import annotations

import numpy as np
from PIL import Image

from engine.alignment.resample import resized_planes
from engine.explain.nice_numbers import nice_above
from engine.explain.overlay import HeatOverlay
from engine.messages import message
from engine.pipeline.face_file import FaceFile
from engine.types import Floats

LOWEST_END = 5.0  # of 255; below it is what 8 bits and JPEG do anyway
STEPS = 255.0  # of brightness, as a photo of 8 bits has them
PERCENTILE = 99.5  # few outliers must not darken all the rest
LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601

_CHANGED = message(
    "How much the restoration changed the brightness at each place: what is bright here was drawn by the model."
)
_CONSISTENCY = message(
    "The restoration, reduced again to the photo's own resolution, minus the photo: near zero everywhere means that it "
    "gives the photo back; red is brighter than the photo, blue darker."
)


def changed_overlay(face: FaceFile) -> HeatOverlay:
    """The difference of brightness between the face after and before, without a sign."""
    before, after = face.crop @ LUMA, face.restored @ LUMA
    if before.shape != after.shape:
        before = resized_planes(before, (after.shape[0], after.shape[1]), Image.Resampling.BICUBIC)
    values = (np.abs(after - before) * STEPS).astype(np.float32)
    return HeatOverlay(
        key="changed",
        title=message("Changed"),
        explanation=_CHANGED,
        values=values,
        high=_end(values),
        unit=message("of 255"),
    )


def consistency_overlay(face: FaceFile) -> HeatOverlay:
    """What the restoration says otherwise than the photo, at the photo's own resolution."""
    values = (face.consistency * STEPS).astype(np.float32)
    end = _end(np.abs(values))
    return HeatOverlay(
        key="consistency",
        title=message("Contradicts the photo"),
        explanation=_CONSISTENCY,
        values=values,
        low=-end,
        high=end,
        unit=message("of 255"),
        is_signed=True,
    )


def _end(values: Floats) -> float:
    largest = float(np.percentile(values, PERCENTILE)) if values.size else 0.0
    return nice_above(max(LOWEST_END, largest))
