"""A model that sets faces upright: its picture lies in the photo at the angle that it found."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest
from skimage import data

from engine.alignment.crop import Crop, cut_tight, tight_crop
from engine.alignment.paste_back import apply_patch
from engine.alignment.similarity import compose
from engine.datasets.unaligned import placement
from engine.models.base import ModelCard
from engine.models.registry import InstalledModel
from engine.paths import models_folder
from engine.pipeline.face_input import FaceInput
from engine.pipeline.face_restoring import FacePlan, place_face
from engine.pipeline.set_upright import set_upright
from engine.runtime.placed_back import placed_back
from engine.types import Box, Face, FaceQuality, FaceResult, Floats, Restoration

PHOTO = np.asarray(data.astronaut())[:320, :400].astype(np.uint8)
SIZE, SIDE = 128, 100.0
CORNER = (170.0, 60.0)
CARD = ModelCard(
    id="upright", family="mtun", title="t", paper="p", file="f", sha256="", licence="l", input_size=SIZE,
    output_size=SIZE, useful_range=(10, 20), parameters=0, outputs=("image", "transform"),
)  # fmt: skip


def _crop() -> Crop:
    return cut_tight(PHOTO, Box(*CORNER, SIDE, SIDE), size=SIZE)


def _plan() -> FacePlan:
    face = Face(Box(*CORNER, SIDE, SIDE), None, score=1, source="hand")
    crop = _crop()
    model = InstalledModel(CARD, models_folder(), "user")
    return FacePlan(face, model, FaceInput(crop, crop.image), FaceQuality(width_px=SIDE, detail_px=16), 0.1)


def _result(plan: FacePlan, image: Floats, transform: np.ndarray | None) -> FaceResult:
    given = None if transform is None else transform[None].astype(np.float32)
    restoration = Restoration(image=image.transpose(2, 0, 1)[None], transform=given)
    return FaceResult(face=plan.face, status="restored", crop=plan.crop.image, restored=image, restoration=restoration)


@pytest.mark.parametrize("angle_deg", [-50, 0, 25])
def test_a_picture_that_is_the_photo_set_upright_leaves_the_photo_as_it_is(angle_deg: float) -> None:
    plan = _plan()
    turn = placement(math.radians(angle_deg), size=SIZE, scale=0.8, shift=(4, -6))
    upright = np.clip(_cut(compose(plan.crop.photo_from_crop, turn)), 0, 1)
    plan, result = set_upright(PHOTO, plan, _result(plan, upright, turn))
    assert result.crop is not None and result.restored is not None and result.given is not None
    np.testing.assert_allclose(result.crop, upright, atol=0.02)
    assert np.abs(result.given - upright).mean() < 0.02  # what the model saw, turned with it
    canvas = PHOTO.copy()
    patch = place_face(canvas, restored=result.restored, crop=plan.crop, scale=1, match_grain=False, seed=0)
    apply_patch(canvas, patch, strength=1)
    assert patch.mask.max() > 0.99
    assert np.abs(canvas.astype(int) - PHOTO).mean() < 1.5


def test_a_mark_on_the_restored_face_lands_where_the_face_lies() -> None:
    plan = _plan()
    turn = placement(math.radians(40), size=SIZE)
    upright = np.zeros((SIZE, SIZE, 3), np.float32)
    upright[30:34, 62:66] = 1  # above the middle
    plan, result = set_upright(PHOTO, plan, _result(plan, upright, turn))
    assert result.restored is not None
    canvas = np.zeros_like(PHOTO)
    patch = place_face(
        canvas, restored=result.restored, crop=plan.crop, scale=1, match_grain=False, seed=0, keep_finer=False
    )
    apply_patch(canvas, patch, strength=1)
    y, x = np.unravel_index(canvas[..., 0].argmax(), canvas.shape[:2])
    ratio = SIDE / SIZE
    expected = (
        np.array(CORNER) + SIDE / 2 + ratio * 32 * np.array([math.sin(math.radians(40)), -math.cos(math.radians(40))])
    )
    assert np.hypot(x - expected[0], y - expected[1]) < 3


def test_without_a_transform_nothing_changes() -> None:
    plan = _plan()
    result = _result(plan, plan.crop.image, None)
    assert set_upright(PHOTO, plan, result) == (plan, result)


@pytest.mark.parametrize(
    "transform",
    [placement(0, size=SIZE, scale=3), placement(0, size=SIZE, scale=0.3), placement(0, size=SIZE, shift=(80, 0))],
)
def test_a_place_where_no_face_can_be_is_a_failure_with_a_reason(transform: np.ndarray) -> None:
    plan = _plan()
    _, result = set_upright(PHOTO, plan, _result(plan, plan.crop.image, transform))
    assert result.status == "failed" and "upright could not tell where the face lies" in str(result.reason)
    assert result.restored is None and result.restoration is None


def test_a_failed_face_keeps_its_own_reason() -> None:
    plan = _plan()
    failed = FaceResult(face=plan.face, status="failed")
    assert set_upright(PHOTO, plan, failed) == (plan, failed)


def test_the_picture_is_put_back_into_its_crop() -> None:
    crop = _crop()
    turn = placement(0.5, size=SIZE, scale=0.7)
    upright = np.clip(_cut(compose(crop.photo_from_crop, turn)), 0, 1)
    back = placed_back(upright, turn, crop.image)
    assert np.abs(back - crop.image).mean() < 0.01
    marked = placed_back(np.ones_like(upright), turn, crop.image)
    share = (marked > 0.999).all(axis=2).mean()
    assert share == pytest.approx(0.7**2, abs=0.02)
    assert np.array_equal(marked[0, 0], crop.image[0, 0])  # where the picture does not reach


def test_a_model_that_sets_upright_sees_a_tilted_face_as_it_lies() -> None:
    angle = math.radians(35)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    points = np.array([[-12, -10], [12, -10], [0, 2], [-9, 12], [9, 12]]) @ turn.T + [220, 110]
    face = Face(Box(180, 70, 80, 80), points.astype(np.float32), score=1, source="centerface")
    as_it_lies = tight_crop(PHOTO, face, size=SIZE, by_quarters=True)
    assert as_it_lies.photo_from_crop[0, 1] == 0
    assert tight_crop(PHOTO, face, size=SIZE).photo_from_crop[0, 1] != 0
    on_its_side = dataclasses.replace(
        face, points=np.stack([220 - (points[:, 1] - 110), points[:, 0] - 110], 1).astype(np.float32)
    )
    assert tight_crop(PHOTO, on_its_side, size=SIZE, by_quarters=True).photo_from_crop[0, 0] == pytest.approx(0)


def _cut(photo_from_crop: np.ndarray) -> Floats:
    from engine.alignment.crop import turned_crop

    return turned_crop(PHOTO, photo_from_crop, size=SIZE).image
