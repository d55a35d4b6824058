"""Where 68 landmarks of a restoration lie against those of its truth, found by the same source."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.dlib_faces import LANDMARKS_FILE, eight_bit, face_edges, load_dlib, weights_file
from engine.evaluation.extras import MissingExtraError
from engine.models.base import CropKind

Images = NDArray[np.float32]  # (N, H, W, 3) RGB in [0, 1]
Points = NDArray[np.float64]  # (N, 68, 2) x,y px, iBUG order
OUTER_EYE_CORNERS = (36, 45)  # iBUG numbers from 0
FIVE = 5  # points of a detector: eyes, nose tip, mouth corners
AUC_LIMIT = 8.0  # per cent of the inter-ocular distance
STEADY_LIMIT = 8.0  # per cent of it; see `DlibLandmarks`
_SHIFTS = (-0.03, 0.0, 0.03)  # of the crop's side


class LandmarkSource(Protocol):
    """Something that finds the 68 points of iBUG on a crop of known kind; `name` is shown with every result."""

    name: str

    def points(self, images: Images, *, crop: CropKind) -> tuple[Points, NDArray[np.bool_]]:
        """The points, and for each face `(N,)` whether they can be trusted."""
        ...


class DlibLandmarks:
    """dlib's predictor of 68 points; the median over nine rectangles that are shifted by 3 % of the crop.

    It answers for any picture. Where the nine answers disagree by more than `STEADY_LIMIT` (mean distance from the
    median, median over the points), they cannot be trusted: of 110 validation portraits that are 12, mostly profiles,
    among them all 6 that are off by more than 10 % from the portraits' mesh.
    Source: Kazemi and Sullivan 2014; King 2009 (shape_predictor_68_face_landmarks).
    """

    name = "dlib 68 points (shape_predictor_68_face_landmarks)"

    def __init__(self) -> None:
        """Load the predictor. Raises: MissingExtraError."""
        self._dlib: Any = load_dlib()
        self._predictor: Any = self._dlib.shape_predictor(weights_file(LANDMARKS_FILE))

    def points(self, images: Images, *, crop: CropKind) -> tuple[Points, NDArray[np.bool_]]:
        """As `LandmarkSource.points`."""
        answers = np.stack([self._answers(eight_bit(image), crop) for image in images])  # (N, 9, 68, 2)
        median = np.median(answers, axis=1)
        spread = np.linalg.norm(answers - median[:, None], axis=3).mean(axis=1)  # (N, 68)
        eyes = inter_ocular(median)
        with np.errstate(divide="ignore", invalid="ignore"):
            steady = 100 * np.median(spread, axis=1) / eyes <= STEADY_LIMIT
        return median, steady

    def _answers(self, image: NDArray[np.uint8], crop: CropKind) -> NDArray[np.float64]:
        found: list[list[tuple[int, int]]] = []
        for shift_x, shift_y in itertools.product(_SHIFTS, _SHIFTS):
            edges = face_edges(crop, image.shape[0], shift_x=shift_x, shift_y=shift_y)
            shape = self._predictor(image, self._dlib.rectangle(*edges))
            found.append([(part.x, part.y) for part in shape.parts()])
        return np.array(found, np.float64)


# The best one first. A better source (a network for 68 points, for instance) is one more line here.
LANDMARK_SOURCES: tuple[Callable[[], LandmarkSource], ...] = (DlibLandmarks,)


def load_landmark_source() -> LandmarkSource:
    """The best landmark source that is installed. Raises: MissingExtraError saying what the last one lacks."""
    missing: MissingExtraError | None = None
    for load in LANDMARK_SOURCES:
        try:
            return load()
        except MissingExtraError as error:
            missing = error
    raise missing or MissingExtraError("There is no landmark source.")


def inter_ocular(points: Points) -> NDArray[np.float64]:
    """Distance of the outer eye corners in px, `(N,)`; of the eyes' middles where there are five points."""
    right, left = OUTER_EYE_CORNERS if points.shape[1] > FIVE else (0, 1)
    return np.linalg.norm(points[:, left] - points[:, right], axis=1)


def nrmse(points: Points, truth: Points) -> NDArray[np.float64]:
    """Root mean square of the points' distances, in per cent of the truth's inter-ocular distance, `(N,)`."""
    distances = np.linalg.norm(points - truth, axis=2)
    return _in_per_cent(np.sqrt((distances**2).mean(axis=1)), truth)


def nme(points: Points, truth: Points) -> NDArray[np.float64]:
    """Mean of the points' distances, in per cent of the truth's inter-ocular distance, `(N,)`."""
    return _in_per_cent(np.linalg.norm(points - truth, axis=2).mean(axis=1), truth)


def area_shares(nmes: NDArray[np.float64]) -> NDArray[np.float64]:
    """What each face adds to the NME-AUC, in [0, 1]; their mean is the AUC.

    The AUC is the area under the cumulative error curve F (share of faces with an NME below e) for e from 0 to
    `AUC_LIMIT`, divided by `AUC_LIMIT`. One face's F is a step at its NME, whose area is 1 - NME / `AUC_LIMIT`.
    """
    return np.maximum(0.0, 1.0 - nmes / AUC_LIMIT)  # NaN stays NaN


def _in_per_cent(distance: NDArray[np.float64], truth: Points) -> NDArray[np.float64]:
    eyes = inter_ocular(truth)
    return np.divide(100 * distance, eyes, out=np.full(len(truth), np.nan), where=eyes > 0)
