"""The 68 landmarks of iBUG 300-W, numbered from 0, and what is derived from them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.errors import DetectionError
from engine.types import Box

FACE_RISE = 0.37  # of the landmarks' height: from the brows up to the top of CenterFace's box (438 portraits)


def five_from_68(landmarks: NDArray[np.float32]) -> NDArray[np.float32]:
    """The five points of `Face.points` `(5, 2)`: the eyes' middles, the nose tip, the mouth's corners.

    Args: landmarks: `(68, 2)` x,y px. Raises: DetectionError for another shape.
    """
    if landmarks.shape != (68, 2):
        raise DetectionError("Expected 68 landmarks with shape (68, 2), got {shape}.", shape=str(landmarks.shape))
    eyes = [landmarks[36:42].mean(axis=0), landmarks[42:48].mean(axis=0)]
    return np.stack([*eyes, landmarks[30], landmarks[48], landmarks[54]]).astype(np.float32)


def box_from_68(landmarks: NDArray[np.float32]) -> Box:
    """A box such as detectors give, from forehead to chin, around `(68, 2)` landmarks."""
    low, high = landmarks.min(axis=0) + 0.5, landmarks.max(axis=0) + 0.5  # edge coordinates
    rise = FACE_RISE * (high[1] - low[1])
    return Box(float(low[0]), float(low[1] - rise), float(high[0] - low[0]), float(high[1] - low[1] + rise))
