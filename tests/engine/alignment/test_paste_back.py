from __future__ import annotations

import dataclasses
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from skimage import data

from engine.alignment.crop import FFHQ_POINTS, Crop, cut_tight, ffhq_crop
from engine.alignment.paste_back import apply_patch, make_patch, to_grey
from engine.alignment.resample import enlarge, resize_bicubic
from engine.errors import AlignmentError
from engine.types import Box, Face, Floats, Pixels

SQUARE = Box(165.3, 56.6, 125.4, 125.4)  # the astronaut's face
POINTS = np.array([[204.6, 101.1], [247.3, 104.9], [223.7, 125.0], [204.7, 142.4], [240.2, 145.4]], np.float32)
FACE = Face(Box(184, 62, 86, 113), POINTS, score=0.9, source="centerface")


@pytest.fixture(scope="module")
def photo() -> NDArray[np.uint8]:
    return np.asarray(data.astronaut(), dtype=np.uint8)


def deep(photo: NDArray[np.uint8]) -> NDArray[np.uint16]:
    return photo.astype(np.uint16) * 257


def inverted(crop: Crop) -> Floats:
    return (1 - crop.image).astype(np.float32)


def paste_back(canvas: Pixels, *, restored: Floats, crop: Crop, strength: float, **options: Any) -> Pixels:
    result = canvas.copy()
    apply_patch(result, make_patch(canvas, restored=restored, crop=crop, **options), strength=strength)
    return result


def difference(first: Pixels, second: Pixels) -> NDArray[np.int64]:
    return np.abs(first.astype(np.int64) - second.astype(np.int64))


@pytest.mark.parametrize("box", [Box(165, 56, 128, 128), Box(-40, -30, 128, 128), Box(420, 430, 128, 128)])
@pytest.mark.parametrize("is_deep", [False, True])
def test_an_unchanged_crop_leaves_the_photo_as_it_was(photo: NDArray[np.uint8], box: Box, is_deep: bool) -> None:
    pixels = deep(photo) if is_deep else photo
    crop = cut_tight(pixels, box, size=128)
    result = paste_back(pixels, restored=crop.image, crop=crop, strength=1)
    assert difference(result, pixels).max() <= (1 if not is_deep else 2)


@pytest.mark.parametrize("size", [256, 512])
def test_an_enlarged_unchanged_crop_of_a_smooth_photo_leaves_it_within_two_levels(
    photo: NDArray[np.uint8], size: int
) -> None:
    smooth = np.asarray(cv2.GaussianBlur(photo, (0, 0), 2.0), dtype=np.uint8)
    for crop in (cut_tight(smooth, SQUARE, size=size), ffhq_crop(smooth, FACE, size=size)):
        result = paste_back(smooth, restored=crop.image, crop=crop, strength=1)
        assert difference(result, smooth).max() <= 2


@pytest.mark.parametrize("is_deep", [False, True])
@pytest.mark.parametrize("match_grain", [False, True])
def test_at_strength_zero_the_whole_photo_is_bit_identical(
    photo: NDArray[np.uint8], is_deep: bool, match_grain: bool
) -> None:
    pixels = deep(photo) if is_deep else photo
    crop = cut_tight(pixels, SQUARE, size=128)
    result = paste_back(pixels, restored=inverted(crop), crop=crop, strength=0, match_grain=match_grain)
    np.testing.assert_array_equal(result, pixels)
    assert result is not pixels


@pytest.mark.parametrize("match_grain", [False, True])
@pytest.mark.parametrize("is_deep", [False, True])
@pytest.mark.parametrize("canvas_scale", [1, 2])
def test_paste_back_leaves_pixels_outside_the_mask_untouched(
    photo: NDArray[np.uint8], match_grain: bool, is_deep: bool, canvas_scale: int
) -> None:
    pixels = deep(photo) if is_deep else photo
    canvas = enlarge(pixels, canvas_scale)
    for crop in (cut_tight(pixels, SQUARE, size=128), ffhq_crop(pixels, FACE, size=256)):
        patch = make_patch(
            canvas, restored=inverted(crop), crop=crop, match_grain=match_grain, canvas_scale=canvas_scale
        )
        result = canvas.copy()
        apply_patch(result, patch, strength=1)
        is_outside = np.ones(canvas.shape[:2], np.bool_)
        is_outside[patch.region] = patch.mask == 0
        np.testing.assert_array_equal(result[is_outside], canvas[is_outside])
        assert (result[~is_outside] != canvas[~is_outside]).any(axis=-1).mean() > 0.9


def test_the_mask_is_whole_in_the_middle_and_nothing_at_the_crops_border(photo: NDArray[np.uint8]) -> None:
    crop = cut_tight(photo, Box(100, 100, 100, 100), size=100)
    patch = make_patch(photo, restored=crop.image, crop=crop)
    mask = np.zeros(photo.shape[:2], np.float32)
    mask[patch.region] = patch.mask
    assert mask[122:178, 122:178].min() == 1
    assert mask[100, 100:200].max() == mask[199, 100:200].max() == mask[:, 100].max() == mask[:, 199].max() == 0
    assert np.abs(np.diff(mask, axis=1)).max() < 0.15  # smooth


def test_the_feather_follows_the_size_of_the_face(photo: NDArray[np.uint8]) -> None:
    widths: list[int] = []
    for side in (40, 80, 160):
        crop = cut_tight(photo, Box(150, 150, side, side), size=128)
        middle = make_patch(photo, restored=crop.image, crop=crop).mask[side // 2]
        widths.append(int(np.count_nonzero((middle > 0) & (middle < 1))))
    assert widths[1] == pytest.approx(2 * widths[0], abs=3)
    assert widths[2] == pytest.approx(4 * widths[0], abs=6)


def test_what_the_photo_has_finer_than_a_restoration_is_kept_and_the_rest_is_replaced(
    photo: NDArray[np.uint8],
) -> None:
    squares = np.indices(photo.shape[:2]).sum(axis=0)[..., None] % 2 - 0.5  # far finer than the restoration
    grainy = np.clip(photo * 0.8 + 20 + 20 * squares, 0, 255).astype(np.uint8)
    crop = cut_tight(grainy, Box(100, 50, 320, 320), size=64)
    restored = np.full((64, 64, 3), crop.image.mean(), np.float32)
    restored[:, ::8] += 0.1
    kept, bare = (make_patch(grainy, restored=restored, crop=crop, keep_finer=keeps) for keeps in (True, False))
    wanted = float((grainy[kept.region] * squares[kept.region]).mean()) / 255
    assert wanted > 0.015
    assert float((kept.pixels * squares[kept.region]).mean()) == pytest.approx(wanted, rel=0.1)
    assert abs(float((bare.pixels * squares[bare.region]).mean())) < 0.1 * wanted
    coarse = [resize_bicubic(patch.pixels, (32, 32)) for patch in (kept, bare)]
    assert np.abs(coarse[0] - coarse[1])[4:-4, 4:-4].mean() < 0.02  # what a restoration can show is the restoration's


def test_strength_blends_linearly(photo: NDArray[np.uint8]) -> None:
    pixels = deep(photo)
    crop = cut_tight(pixels, SQUARE, size=128)
    restored = inverted(crop)
    whole = paste_back(pixels, restored=restored, crop=crop, strength=1).astype(np.float64)
    for strength in (0.25, 0.5, 0.8):
        part = paste_back(pixels, restored=restored, crop=crop, strength=strength)
        np.testing.assert_allclose(part, pixels + strength * (whole - pixels), atol=2)


def test_a_patch_can_be_applied_again_at_another_strength(photo: NDArray[np.uint8]) -> None:
    crop = cut_tight(photo, SQUARE, size=128)
    patch = make_patch(photo, restored=inverted(crop), crop=crop)
    first, second = photo.copy(), photo.copy()
    apply_patch(first, patch, strength=1)
    apply_patch(second, patch, strength=0.5)
    np.testing.assert_array_equal(second, paste_back(photo, restored=inverted(crop), crop=crop, strength=0.5))
    assert (first != second).any()


@pytest.mark.parametrize("is_deep", [False, True])
@pytest.mark.parametrize("canvas_scale", [1, 2, 4])
def test_a_grey_photo_stays_grey(photo: NDArray[np.uint8], is_deep: bool, canvas_scale: int) -> None:
    grey = np.repeat(photo[..., 1:2], 3, axis=2)
    pixels = deep(grey) if is_deep else grey
    canvas = enlarge(pixels, canvas_scale)
    for crop in (cut_tight(pixels, SQUARE, size=128), ffhq_crop(pixels, FACE, size=300)):
        tinted = to_grey(crop.image * np.array([0.7, 1.0, 0.9], np.float32))
        result = paste_back(
            canvas, restored=tinted, crop=crop, strength=0.7, match_grain=True, canvas_scale=canvas_scale
        )
        np.testing.assert_array_equal(result[..., 0], result[..., 1])
        np.testing.assert_array_equal(result[..., 0], result[..., 2])


def test_grey_is_the_luma() -> None:
    grey = to_grey(np.array([[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 1.0, 1.0]]], np.float32))
    np.testing.assert_allclose(grey[0, :, 0], [0.299, 0.587, 1], atol=1e-6)


def test_a_colour_cast_of_the_model_is_taken_back_so_no_seam_is_seen(photo: NDArray[np.uint8]) -> None:
    muted = (photo // 2 + 60).astype(np.uint8)  # room for the cast without clipping
    crop = cut_tight(muted, Box(165, 56, 128, 128), size=128)
    cast = (crop.image + np.array([0.1, -0.15, 0.05], np.float32)).astype(np.float32)
    result = paste_back(muted, restored=cast, crop=crop, strength=1)
    assert difference(result, muted).max() <= 1


@pytest.mark.parametrize("canvas_scale", [1, 2, 4])
@pytest.mark.parametrize("enlargement", [1, 2, 4])
def test_a_face_is_pasted_where_it_was_on_every_canvas(canvas_scale: int, enlargement: int) -> None:
    """On a slope every shift shows as a difference of brightness."""
    columns, rows = np.meshgrid(np.arange(160), np.arange(160))
    ramp = np.stack([columns * 400, rows * 400, (columns + rows) * 200], axis=-1).astype(np.uint16)
    canvas = enlarge(ramp, canvas_scale)
    points = np.array(FFHQ_POINTS) @ [[70.0, 12.0], [-12.0, 70.0]] + 40
    face = Face(Box(0, 0, 1, 1), points.astype(np.float32), score=1, source="centerface")
    for crop in (cut_tight(ramp, Box(50.3, 40.8, 61.7, 61.7), size=64), ffhq_crop(ramp, face, size=96)):
        size = crop.image.shape[0] * enlargement
        restored = resize_bicubic(crop.image, (size, size))
        result = paste_back(canvas, restored=restored, crop=crop, strength=1, canvas_scale=canvas_scale)
        assert difference(result, canvas).max() < 400 / canvas_scale * 0.2  # a fifth of a canvas px


def test_a_fine_pattern_pasted_small_has_no_aliasing(photo: NDArray[np.uint8]) -> None:
    square = Box(100.2, 100.4, 37.3, 37.3)
    crop = cut_tight(np.full_like(photo, 128), square, size=256)
    checks = (np.indices((256, 256)).sum(axis=0) % 2).astype(np.float32)
    flat = np.full_like(photo, 128)
    result = paste_back(flat, restored=np.repeat(checks[..., None], 3, axis=2), crop=crop, strength=1)
    assert difference(result, flat).max() <= 2


@pytest.mark.parametrize("corner", [(-30.0, -30.0), (450.5, 200.0), (200.0, 470.0), (-90.0, 480.0)])
def test_a_face_at_the_photos_border_is_pasted_up_to_the_border(
    photo: NDArray[np.uint8], corner: tuple[float, float]
) -> None:
    square = Box(*corner, 100, 100)
    crop = cut_tight(photo, square, size=128)
    patch = make_patch(photo, restored=inverted(crop), crop=crop)
    height, width = patch.mask.shape
    assert patch.pixels.shape == (height, width, 3)
    assert 0 <= patch.left <= patch.left + width <= 512 and 0 <= patch.top <= patch.top + height <= 512
    result = photo.copy()
    apply_patch(result, patch, strength=1)
    assert (result != photo).any()


def test_the_mask_does_not_fade_at_the_photos_own_edge(photo: NDArray[np.uint8]) -> None:
    crop = cut_tight(photo, Box(-50, 200, 100, 100), size=128)
    assert make_patch(photo, restored=crop.image, crop=crop).mask[50, 0] == 1


@pytest.mark.parametrize("corner", [(-300.0, 10.0), (900.0, 10.0), (10.0, -300.0), (10.0, 900.0)])
def test_a_crop_beyond_the_photo_changes_nothing(photo: NDArray[np.uint8], corner: tuple[float, float]) -> None:
    crop = cut_tight(photo, Box(*corner, 100, 100), size=32)
    result = paste_back(photo, restored=inverted(crop), crop=crop, strength=1, match_grain=True)
    np.testing.assert_array_equal(result, photo)


@pytest.mark.parametrize("canvas_scale", [1, 2])
def test_grain_of_the_surroundings_is_matched(photo: NDArray[np.uint8], canvas_scale: int) -> None:
    generator = np.random.default_rng(5)
    noise = generator.normal(0, 10, photo.shape[:2])[..., None]
    grainy = np.clip(np.full_like(photo, 128) + noise, 0, 255).astype(np.uint8)
    canvas = enlarge(grainy, canvas_scale)
    crop = cut_tight(grainy, Box(150, 150, 160, 160), size=160)
    smooth = np.full_like(crop.image, 0.5)
    middle = (slice(200 * canvas_scale, 260 * canvas_scale),) * 2
    deviation = {
        match_grain: float(
            paste_back(
                canvas,
                restored=smooth,
                crop=crop,
                strength=1,
                match_grain=match_grain,
                seed=3,
                canvas_scale=canvas_scale,
            )[(*middle, 0)].std()
        )
        for match_grain in (False, True)
    }
    assert deviation[False] < 1
    assert deviation[True] == pytest.approx(float(canvas[(*middle, 0)].std()), rel=0.2)


def test_a_face_as_grainy_as_its_surroundings_gets_little_more(photo: NDArray[np.uint8]) -> None:
    generator = np.random.default_rng(5)
    grainy = np.clip(128 + generator.normal(0, 10, photo.shape), 0, 255).astype(np.uint8)
    crop = cut_tight(grainy, Box(150, 150, 160, 160), size=160)
    result = paste_back(grainy, restored=crop.image, crop=crop, strength=1, match_grain=True)
    assert result[200:260, 200:260].std() == pytest.approx(grainy[200:260, 200:260].std(), rel=0.1)


def test_grain_depends_only_on_the_seed(photo: NDArray[np.uint8]) -> None:
    crop = cut_tight(photo, SQUARE, size=128)
    smooth = np.asarray(cv2.GaussianBlur(crop.image, (0, 0), 3), dtype=np.float32)

    def pasted(seed: int) -> Pixels:
        return paste_back(photo, restored=smooth, crop=crop, strength=1, match_grain=True, seed=seed)

    np.testing.assert_array_equal(pasted(1), pasted(1))
    assert (pasted(1) != pasted(2)).any()


def test_a_small_face_on_a_small_photo_can_have_its_grain_matched() -> None:
    photo = np.random.default_rng(0).integers(0, 256, (9, 7, 3), dtype=np.uint8)
    crop = cut_tight(photo, Box(0, 0, 7, 7), size=32)
    result = paste_back(photo, restored=crop.image, crop=crop, strength=1, match_grain=True)
    assert result.shape == photo.shape


@pytest.mark.parametrize("strength", [-0.1, 1.1, float("nan")])
def test_a_strength_outside_zero_to_one_is_refused(photo: NDArray[np.uint8], strength: float) -> None:
    crop = cut_tight(photo, SQUARE, size=32)
    with pytest.raises(AlignmentError, match="strength"):
        paste_back(photo, restored=crop.image, crop=crop, strength=strength)


def test_a_restored_face_that_is_not_finite_or_not_square_is_refused(photo: NDArray[np.uint8]) -> None:
    crop = cut_tight(photo, SQUARE, size=32)
    with pytest.raises(AlignmentError, match="not finite"):
        make_patch(photo, restored=np.full_like(crop.image, np.nan), crop=crop)
    with pytest.raises(AlignmentError, match="shape"):
        make_patch(photo, restored=crop.image[:20], crop=crop)


def test_a_crop_cannot_be_changed(photo: NDArray[np.uint8]) -> None:
    crop = cut_tight(photo, SQUARE, size=32)
    with pytest.raises(dataclasses.FrozenInstanceError):
        crop.face_side = 3  # type: ignore[misc]
