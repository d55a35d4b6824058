"""What is common to restoring a whole photo and a single face."""

from __future__ import annotations

import numpy as np
import pytest

from engine.alignment.crop import Crop, cut_tight
from engine.alignment.resample import enlarge
from engine.pipeline.face_restoring import consistency_map, place_face, place_face_alone
from engine.types import Box, Pixels

GENERATOR = np.random.default_rng(2)
PHOTO = np.clip(GENERATOR.normal(128, 14, (160, 200, 3)), 0, 255).astype(np.uint8)


def crop_at(left: float, top: float) -> Crop:
    return cut_tight(PHOTO, Box(left, top, 60, 60), size=64)


def placed(canvas: Pixels, crop: Crop, *, seed: int = 0) -> np.ndarray:
    smooth = np.full((64, 64, 3), 0.5, np.float32)
    return place_face(canvas, restored=smooth, crop=crop, scale=1, match_grain=True, seed=seed).pixels


def test_grain_depends_on_the_seed_and_on_where_the_face_is_and_on_nothing_else() -> None:
    first = placed(PHOTO, crop_at(20, 40))
    assert np.array_equal(first, placed(PHOTO, crop_at(20, 40)))
    assert np.abs(first - placed(PHOTO, crop_at(20, 40), seed=1)).max() > 0.01
    assert np.abs(first - placed(PHOTO, crop_at(21, 40))).max() > 0.01
    moved_in_the_last_bits = placed(PHOTO, crop_at(20 + 1e-5, 40))
    assert np.abs(first - moved_in_the_last_bits).max() < 0.01


@pytest.mark.parametrize("scale", [1, 2, 4])
@pytest.mark.parametrize("match_grain", [False, True])
@pytest.mark.parametrize("corner", [(20, 40), (-30, -10), (170, 130), (141.3, 2.7), (400, 400)])
def test_a_face_alone_is_placed_as_on_the_whole_enlarged_photo(
    scale: int, match_grain: bool, corner: tuple[float, float]
) -> None:
    crop = crop_at(*corner)
    face = np.random.default_rng(3).random((128, 128, 3), dtype=np.float32)
    canvas = enlarge(PHOTO, scale)
    whole = place_face(canvas, restored=face, crop=crop, scale=scale, match_grain=match_grain, seed=4)
    alone = place_face_alone(PHOTO, restored=face, crop=crop, scale=scale, match_grain=match_grain, seed=4)
    if corner == (400, 400):
        assert alone.mask.size == whole.mask.size == 0
        return
    assert (alone.left, alone.top, alone.mask.shape) == (whole.left, whole.top, whole.mask.shape)
    assert np.abs(alone.mask - whole.mask).max() < 1e-5
    assert np.abs(alone.pixels - whole.pixels).max() < 1e-3


def test_consistency_is_zero_for_the_photo_itself_and_signed_luma_at_its_own_resolution() -> None:
    crop = GENERATOR.random((128, 128, 3), dtype=np.float32) * np.float32(0.5)
    assert consistency_map(crop, crop, face_side=24.4).shape == (24, 24)
    assert not consistency_map(crop, crop, face_side=24.4).any()
    greener = crop + np.array([0, 0.25, 0], np.float32)
    assert consistency_map(greener, crop, face_side=24.4).mean() == pytest.approx(0.25 * 0.587, abs=1e-3)
    assert consistency_map(crop, greener, face_side=24.4).mean() == pytest.approx(-0.25 * 0.587, abs=1e-3)


@pytest.mark.parametrize(("face_side", "side"), [(3.0, 8), (300.0, 128)])
def test_a_consistency_map_is_no_smaller_than_8_px_and_no_larger_than_the_face(face_side: float, side: int) -> None:
    crop = np.zeros((128, 128, 3), np.float32)
    assert consistency_map(crop, crop, face_side=face_side).shape == (side, side)
