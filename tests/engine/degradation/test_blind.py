"""SPARNet eq. 14: blur, reduction, noise and JPEG, each alone and all together."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from engine.degradation.blind import _line_kernel, degrade_bicubic, draw_side, make_pair, reduce, shrink
from engine.degradation.damage import STORED_PX, DamageMasks
from engine.degradation.recipe import BlurKind, BlurRecipe, DegradationRecipe, Effect, Reduction
from engine.paths import samples_folder

Floats = NDArray[np.float32]
SIDE = 96  # px, of the face and of every reduction to its own size
WHOLE = DegradationRecipe(lr_range=(SIDE, SIDE))  # nothing at all happens
MASKS = DamageMasks(np.full((1, STORED_PX, STORED_PX), 255, np.uint8))
TONES = {"grey", "sepia", "fading"}
EFFECTS = sorted(field.name for field in fields(DegradationRecipe) if isinstance(getattr(WHOLE, field.name), Effect))
ALL_ON = replace(
    DegradationRecipe(lr_range=(8, SIDE), reductions=("bicubic", "area", "linear", "nearest")),
    blur=BlurRecipe(probability=0.7),
    **{name: replace(getattr(WHOLE, name), probability=0.5) for name in EFFECTS},
)


@pytest.fixture(scope="module")
def face() -> Floats:
    with Image.open(samples_folder() / "grace-hopper.jpg") as photo:
        square = photo.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BICUBIC, box=(160, 40, 400, 280))
    return np.asarray(square, np.float32) / np.float32(255)


def only(name: str, amount: float, base: DegradationRecipe = WHOLE) -> DegradationRecipe:
    return replace(base, **{name: Effect(probability=1.0, amount=(amount, amount))})


def only_blur(kind: BlurKind, size: float) -> DegradationRecipe:
    sizes: dict[str, Any] = {kind: (size, size)}
    return replace(WHOLE, lr_range=(10_000, 10_000), blur=BlurRecipe(probability=1.0, kinds=(kind,), **sizes))


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_without_effects_the_pair_is_the_face_and_the_papers_bicubic(face: Floats) -> None:
    low, truth = make_pair(face, replace(WHOLE, lr_range=(24, 24)), rng(), face_px=SIDE)
    assert np.array_equal(truth, face)
    assert np.abs(low - degrade_bicubic(face, 24)).max() < 1e-6


@pytest.mark.parametrize("name", EFFECTS)
def test_an_effect_changes_the_picture_when_it_is_on_and_draws_nothing_when_it_is_off(name: str, face: Floats) -> None:
    strong = getattr(WHOLE, name).amount[0 if name == "jpeg" else 1]
    off = replace(WHOLE, **{name: Effect(probability=0.0, amount=(strong, strong))})
    plain = make_pair(face, WHOLE, rng(), face_px=SIDE)
    for unchanged, expected in zip(make_pair(face, off, rng(), face_px=SIDE, damage=MASKS), plain, strict=True):
        assert np.array_equal(unchanged, expected)
    low, truth = make_pair(face, only(name, strong), rng(), face_px=SIDE, damage=MASKS)
    assert np.abs(low - plain[0]).max() > 0.05
    assert np.array_equal(truth, face) == (name not in TONES)
    if name in TONES:
        assert np.abs(low - truth).max() <= 0.5 / 255 + 1e-6  # colour is part of the photo, so both change alike


@pytest.mark.parametrize("kind", ["gaussian", "average", "median", "motion"])
def test_a_blur_softens_the_low_face_alone(kind: BlurKind, face: Floats) -> None:
    low, truth = make_pair(face, only_blur(kind, 25), rng(), face_px=256)
    assert np.array_equal(truth, face)
    assert np.abs(np.diff(low, axis=1)).mean() < 0.9 * np.abs(np.diff(face, axis=1)).mean()


@pytest.mark.parametrize("kind", ["gaussian", "average", "motion"])
def test_a_blur_is_half_as_wide_on_a_face_of_half_the_size(kind: BlurKind) -> None:
    point = np.zeros((161, 161, 3), np.float32)
    point[76:85, 76:85] = 1  # nine px, so that 8 bits hold the blurred light
    before = spread(point)
    widths = [
        np.sqrt(spread(reduce(point, only_blur(kind, 24), rng(1), face_px=px)) ** 2 - before**2) for px in (512, 256)
    ]
    assert widths[0] / widths[1] == pytest.approx(2, rel=0.1)


def test_the_average_window_is_as_wide_as_asked_and_moves_nothing() -> None:
    edge = np.zeros((65, 65, 3), np.float32)
    edge[20:45, 20:45] = 1
    for width in (2.0, 3.0, 4.0, 6.5):
        blurred = reduce(edge, only_blur("average", width), rng(), face_px=512)
        assert np.allclose(blurred, blurred[::-1, ::-1], atol=1 / 255)
        widened = spread(blurred) ** 2 - spread(edge) ** 2  # of two axes; whole windows (w^2 - 1) / 6, others wider
        assert 0.95 * (width**2 - 1) / 6 < widened < 1.05 * (width**2 + 2) / 6


def test_the_median_takes_single_specks_away_and_keeps_edges() -> None:
    picture = np.zeros((64, 64, 3), np.float32)
    picture[:, 32:] = 1
    speckled = picture.copy()
    speckled[10:60:10, 10] = 1
    blurred = reduce(speckled, only_blur("median", 3), rng(), face_px=512)
    assert np.array_equal(blurred, picture)


@settings(deadline=None)
@given(length=st.floats(0.1, 60), angle_rad=st.floats(0, np.pi))
def test_the_motion_kernel_sums_to_one_about_its_centre(length: float, angle_rad: float) -> None:
    kernel = _line_kernel(length, angle_rad=angle_rad)
    assert kernel.shape[0] == kernel.shape[1] and kernel.shape[0] % 2 == 1
    assert kernel.min() >= 0
    assert kernel.sum() == pytest.approx(1, abs=1e-5)
    rows, columns = np.mgrid[: len(kernel), : len(kernel)] - len(kernel) // 2
    assert abs((kernel * rows).sum()) < 0.51 and abs((kernel * columns).sum()) < 0.51


@settings(deadline=None)
@given(low=st.integers(4, 100), more=st.integers(0, 300), seed=st.integers(0, 2**32 - 1))
def test_the_reduced_side_lies_in_its_range(low: int, more: int, seed: int) -> None:
    assert low <= draw_side(DegradationRecipe(lr_range=(low, low + more)), rng(seed)) <= low + more


def test_fixed_sides_are_drawn_as_often_as_asked() -> None:
    recipe = DegradationRecipe(lr_range=(40, 64), lr_fixed=(8, 16), lr_fixed_share=0.25)
    generator = rng()
    sides = np.array([draw_side(recipe, generator) for _ in range(2000)])
    assert set(sides[sides < 40]) == {8, 16}
    assert (sides < 40).mean() == pytest.approx(0.25, abs=0.04)


@pytest.mark.parametrize("how", ["bicubic", "area", "linear", "nearest"])
def test_each_reduction_gives_the_asked_size_and_moves_nothing(how: Reduction, face: Floats) -> None:
    recipe = replace(WHOLE, lr_range=(24, 24), reductions=(how,))
    assert shrink(face, recipe, rng(), face_px=SIDE).shape == (24, 24, 3)
    assert shrink(face[:48], recipe, rng(), face_px=SIDE).shape == (12, 24, 3)  # a part of a face
    slope = np.repeat(np.linspace(0.1, 0.9, SIDE, dtype=np.float32)[None, :, None], SIDE, axis=0).repeat(3, axis=2)
    back = reduce(slope, recipe, rng(), face_px=SIDE)
    assert np.abs(back - slope)[:, 8:-8].mean() < 0.006  # nearest: one of 4 px, up to half a px of 4 off


def test_a_face_smaller_than_the_range_is_not_enlarged(face: Floats) -> None:
    assert shrink(face, replace(WHOLE, lr_range=(300, 300)), rng(), face_px=SIDE).shape == face.shape


def test_lower_jpeg_quality_means_larger_error(face: Floats) -> None:
    errors = [np.square(reduce(face, only("jpeg", q), rng(), face_px=SIDE) - face).mean() for q in (90, 70, 50, 30, 10)]
    assert errors == sorted(errors)
    assert errors[-1] > 3 * errors[0]


@pytest.mark.parametrize("std", [4.0, 10.0, 20.0])
def test_noise_has_the_asked_standard_deviation_in_colour_and_in_grey(std: float) -> None:
    flat = np.full((128, 128, 3), 0.5, np.float32)
    recipe = only("noise", std, replace(WHOLE, lr_range=(128, 128)))
    noisy = [reduce(flat, recipe, rng(seed), face_px=128) - 0.5 for seed in range(8)]
    for one in noisy:
        assert one.std() * 255 == pytest.approx(std, rel=0.1)
    is_coloured = [float(np.ptp(one, axis=2).max()) > 0 for one in noisy]
    assert any(is_coloured) and not all(is_coloured)


@pytest.mark.parametrize("name", [n for n in EFFECTS if n not in ("sepia", "fading", "noise")])
def test_a_grey_face_stays_grey_under_every_effect_that_has_no_colour(name: str, face: Floats) -> None:
    grey = face.mean(axis=2, keepdims=True).repeat(3, axis=2)
    for seed in range(5):
        for picture in make_pair(grey, only(name, getattr(WHOLE, name).amount[1]), rng(seed), face_px=SIDE):
            assert np.ptp(picture, axis=2).max() < 1e-5


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 2**32 - 1), height=st.integers(8, 70), width=st.integers(8, 70), zoom=st.floats(1, 8))
def test_any_draw_gives_two_pictures_of_the_same_shape_in_range(
    seed: int, height: int, width: int, zoom: float
) -> None:
    hr = rng(seed).random((height, width, 3), np.float32)
    for picture in make_pair(hr, ALL_ON, rng(seed), face_px=zoom * max(height, width)):
        assert picture.shape == hr.shape and picture.dtype == np.float32
        assert np.isfinite(picture).all() and picture.min() >= 0 and picture.max() <= 1


def test_the_same_seed_gives_the_same_pair_and_another_seed_another(face: Floats) -> None:
    first, again, other = (make_pair(face, ALL_ON, rng(seed), face_px=SIDE) for seed in (5, 5, 6))
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert not np.array_equal(first[0], other[0])


def spread(picture: Floats) -> float:
    """Root of the mean squared distance of the light from its centre, px."""
    light = picture[..., 0].astype(np.float64)
    rows, columns = np.mgrid[: light.shape[0], : light.shape[1]]
    centre = [(light * axis).sum() / light.sum() for axis in (rows, columns)]
    return float(np.sqrt((light * ((rows - centre[0]) ** 2 + (columns - centre[1]) ** 2)).sum() / light.sum()))
