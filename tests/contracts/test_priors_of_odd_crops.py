"""What the shipped network of a 3D face's numbers says of faces as they come: a face over it, or a reason why none."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.alignment.resample import resize_bicubic
from engine.datasets.portraits import tight_faces
from engine.priors.coefficients.prior import FacePriors, face_priors
from engine.priors.drawn_face import Refusal, drawn_face
from engine.priors.morphable import FaceCoefficients
from tests.faces import SAMPLES, validation_faces

SIDE = 128  # px
REFUSED: tuple[Refusal, ...] = ("turned", "cut", "no_face")

Floats = NDArray[np.float32]

pytestmark = pytest.mark.parametrize("low_px", [16, 32])


@pytest.fixture(scope="module")
def faces() -> Floats:
    """The faces of the samples `(N, SIDE, SIDE, 3)` RGB in [0, 1]."""
    return tight_faces(validation_faces(SAMPLES), size=SIDE)


def told(crops: NDArray[np.float32] | NDArray[np.float64], low_px: int) -> FacePriors:
    """The priors of crops, reduced and enlarged as a model is given them; finite, and nothing where it is refused."""
    seen = [resize_bicubic(resize_bicubic(crop, (low_px, low_px)), (SIDE, SIDE)) for crop in crops.astype(np.float32)]
    found = face_priors(np.clip(np.stack(seen), 0, 1).transpose(0, 3, 1, 2).astype(np.float32))
    assert np.isfinite(found.vectors).all() and found.drawn.min() >= 0 and found.drawn.max() <= 1
    for vector, drawn, refusal in zip(found.vectors, found.drawn, found.refusals, strict=True):
        assert (np.abs(vector).max() == drawn.max() == 0) == bool(refusal)
    return found


def turned_faces(yaw_rad: float) -> Floats:
    """Drawn faces of twelve people over blurred colours, looking left and right."""
    rng, made = np.random.default_rng(7), list[Floats]()
    for number in range(12):
        vector = FaceCoefficients.mean_face().vector.copy()
        vector[:60] = 0.7 * rng.standard_normal(60)
        vector[-5] = yaw_rad * (-1) ** number
        drawn = drawn_face(FaceCoefficients.from_vector(vector), SIDE)
        behind = resize_bicubic(rng.random((4, 4, 3)).astype(np.float32), (SIDE, SIDE))
        made.append(np.clip(drawn[..., :3] + behind * (1 - drawn[..., 3:]), 0, 1).astype(np.float32))
    return np.stack(made)


def test_faces_in_colour_and_grey_have_one_and_grey_ones_a_grey_one(faces: Floats, low_px: int) -> None:
    for crops in (faces, np.repeat(faces.mean(axis=3, keepdims=True), 3, axis=3)):
        found = told(crops, low_px)
        assert set(found.refusals) == {""}
        assert (found.drawn[:, 3].mean(axis=(1, 2)) > 0.3).all()  # of the crop
    assert np.ptp(found.drawn[:, :3], axis=1).max() < 1e-3


def test_faces_that_look_aside_have_one_up_to_45_degrees_and_none_at_80(low_px: int) -> None:
    assert set(told(turned_faces(np.radians(45)), low_px).refusals) == {""}
    refusals = told(turned_faces(np.radians(80)), low_px).refusals
    assert "" not in refusals and refusals.count("turned") > len(refusals) / 2  # a side that is cut off is said as well


@pytest.mark.parametrize("share", [0.25, 0.4, 0.5])
def test_faces_that_the_border_cuts_have_none(faces: Floats, low_px: int, share: float) -> None:
    moved, cut = np.zeros_like(faces), round(SIDE * share)
    moved[:, :, cut:] = faces[:, :, :-cut]
    assert set(told(moved, low_px).refusals) <= {"cut", "no_face"}


def test_what_is_no_face_has_none(faces: Floats, low_px: int) -> None:
    rng = np.random.default_rng(8)
    noise = rng.random((8, SIDE, SIDE, 3))
    blobs = [resize_bicubic(rng.random((6, 6, 3)).astype(np.float32), (SIDE, SIDE)) for _ in range(8)]
    flat = np.ones((4, SIDE, SIDE, 3)) * rng.random((4, 1, 1, 3))
    stripes = np.ones((1, SIDE, SIDE, 3)) * (0.5 + 0.5 * np.sin(0.3 * np.arange(SIDE)))[:, None, None]
    for crops in (noise, np.stack(blobs), flat, stripes, faces[:, ::-1]):
        assert set(told(crops, low_px).refusals) <= set(REFUSED)
