"""Whether a restoration keeps the features that tell faces apart. It never says who anybody is."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.dlib_faces import (
    FIVE_POINTS_FILE,
    RECOGNITION_FILE,
    eight_bit,
    face_edges,
    load_dlib,
    weights_file,
)
from engine.models.base import CropKind

Images = NDArray[np.float32]  # (N, H, W, 3) RGB in [0, 1]


class IdentityMeter:
    """dlib's face recognition network: 128 numbers for a face, alike for pictures of one person.

    A face is aligned by dlib's five points, found on the picture itself. Source: King 2017, "High quality face
    recognition with deep metric learning" (dlib's blog).
    """

    name = "dlib_face_recognition_resnet_model_v1"

    def __init__(self) -> None:
        """Load the network. Raises: MissingExtraError."""
        self._dlib: Any = load_dlib()
        self._five_points: Any = self._dlib.shape_predictor(weights_file(FIVE_POINTS_FILE))
        self._network: Any = self._dlib.face_recognition_model_v1(weights_file(RECOGNITION_FILE))

    def descriptors(self, images: Images, *, crop: CropKind) -> NDArray[np.float64]:
        """`(N, 128)` for N crops of that kind."""
        return np.stack([self._descriptor(eight_bit(image), crop) for image in images])

    def _descriptor(self, image: NDArray[np.uint8], crop: CropKind) -> NDArray[np.float64]:
        rectangle = self._dlib.rectangle(*face_edges(crop, image.shape[0]))
        points = self._five_points(image, rectangle)
        return np.array(self._network.compute_face_descriptor(image, points))


def cosine(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """Cosine similarity of each pair of rows, `(N,)`: 1 for equal descriptors; NaN where one is zero.

    These descriptors have a common part: portraits of different people have 0.85 on average (5th to 95th percentile
    0.80-0.93 on validation portraits), so that the scale begins there and not at 0.
    """
    lengths = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
    return np.divide((a * b).sum(axis=1), lengths, out=np.full(len(a), np.nan), where=lengths > 0)
