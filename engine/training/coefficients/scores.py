"""How near told numbers are to the truth: the places of landmarks, and where the drawn face lies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.alignment.similarity import invert
from engine.datasets.portraits import warp_antialiased
from engine.degradation.blind import degrade_bicubic
from engine.priors.camera import picture_from_face
from engine.priors.landmarks68 import nrmse
from engine.priors.morphable import FaceCoefficients, MorphableModel
from engine.priors.renderer import seen_triangles
from engine.training.coefficients.targets import SIDE_PX, TIGHT_PX, FittedPortraits

Floats = NDArray[np.float32]
Teller = Callable[[Floats], tuple[Floats, Floats]]  # (N, S, S, 3) in [0, 1] -> (N, 239), (N, 4) probabilities
TURNED_DEG = 30


@dataclass(frozen=True)
class TightTruth:
    """Faces in their tight squares: `sharp` `(N, S, S, 3)` in [0, 1], `points` `(N, 478, 2)` px, `yaws_deg` `(N,)`."""

    sharp: Floats
    points: Floats
    yaws_deg: NDArray[np.float64]


def tight_truth(fitted: FittedPortraits, size_px: int) -> TightTruth:
    """The truth of fitted portraits, not mirrored."""
    factor = TIGHT_PX / size_px
    corner = (SIDE_PX - TIGHT_PX) / 2 + factor / 2 - 0.5
    stored_from_crop = np.column_stack([np.eye(2) * factor, [corner, corner]])
    cut = [warp_antialiased(square, stored_from_crop, size_px, factor) for square in fitted.squares]
    crop_from_stored = invert(stored_from_crop)
    points = fitted.points[:, 0] @ crop_from_stored[:, :2].T + crop_from_stored[:, 2]
    yaws = np.degrees(fitted.vectors[:, 0, -5].astype(np.float64))
    return TightTruth(np.stack(cut).astype(np.float32) / np.float32(255), points.astype(np.float32), yaws)


def scores(tell: Teller, truth: TightTruth, model: MorphableModel, *, side: int) -> dict[str, float]:
    """Of faces reduced to `side` px: the landmarks' mean error by face width (`nrmse`), also of faces that are turned
    by more than 30 degrees; the median overlap of the drawn face with the true one; the share that is usable."""
    low = np.stack([degrade_bicubic(face, side) for face in truth.sharp])
    vectors, states = tell(low)
    faces = [FaceCoefficients.from_vector(vector) for vector in vectors]
    size = truth.sharp.shape[1]
    places = np.stack(
        [picture_from_face(model.shape_of(face)[model.landmarks], face.pose, size)[:, :2] for face in faces]
    )
    errors = nrmse(places.astype(np.float32), truth.points[:, _mesh_rows(model)])
    overlaps = np.array([overlap(model, face, points, size) for face, points in zip(faces, truth.points, strict=True)])
    turned = np.abs(truth.yaws_deg) > TURNED_DEG
    return {
        "nrmse": float(errors.mean()),
        "nrmse_turned": float(errors[turned].mean()) if turned.any() else float("nan"),
        "overlap": float(np.median(overlaps)),
        "overlap_turned": float(np.median(overlaps[turned])) if turned.any() else float("nan"),
        "usable": float((states.argmax(axis=1) == 0).mean()),
    }


def _mesh_rows(model: MorphableModel) -> NDArray[np.intp]:
    """Which of the mesh's points each landmark is."""
    row_of: Mapping[int, int] = {int(vertex): row for row, vertex in enumerate(model.mesh_points)}
    return np.array([row_of[int(vertex)] for vertex in model.landmarks])


def overlap(model: MorphableModel, face: FaceCoefficients, points: Floats, size_px: int) -> float:
    """The intersection over the union of the drawn face and the convex hull of the true mesh."""
    drawn = seen_triangles(picture_from_face(model.shape_of(face), face.pose, size_px), model.triangles, size_px) >= 0
    hull = cv2.convexHull(points.astype(np.float32))
    true = cv2.fillConvexPoly(np.zeros((size_px, size_px), np.uint8), np.rint(hull).astype(np.int32), 1) > 0
    return float((drawn & true).sum() / max((drawn | true).sum(), 1))
