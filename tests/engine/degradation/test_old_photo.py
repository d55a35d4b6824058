"""What years do to a photograph, measured: tones, the printed screen, paper, grain, dust and scratches."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.degradation.old_photo import age_print, age_tone
from engine.degradation.recipe import DegradationRecipe, Effect

Floats = NDArray[np.float32]
LUMA = np.array([0.299, 0.587, 0.114])


def only(name: str, amount: float) -> DegradationRecipe:
    return replace(DegradationRecipe(), **{name: Effect(probability=1.0, amount=(amount, amount))})


def printed(picture: Floats, name: str, amount: float, *, seed: int = 0) -> Floats:
    return age_print(picture, only(name, amount), np.random.default_rng(seed))


def flat(value: float, side: int = 128) -> Floats:
    return np.full((side, side, 3), value, np.float32)


def colours(seed: int = 0) -> Floats:
    return np.random.default_rng(seed).random((40, 40, 3), np.float32)


def test_grey_takes_the_colour_and_leaves_the_brightness() -> None:
    grey = age_tone(colours(), only("grey", 1.0), np.random.default_rng(0))
    assert np.ptp(grey, axis=2).max() < 1e-6
    assert np.allclose(grey[..., 0], colours() @ LUMA, atol=1e-5)


def test_half_grey_takes_half_of_the_colour() -> None:
    half = age_tone(colours(), only("grey", 0.5), np.random.default_rng(0))
    assert np.allclose(np.ptp(half, axis=2), 0.5 * np.ptp(colours(), axis=2), atol=1e-5)


def test_sepia_is_brown_and_keeps_the_brightness() -> None:
    brown = age_tone(flat(0.5), only("sepia", 1.0), np.random.default_rng(0))[0, 0]
    assert brown[0] > brown[1] > brown[2]
    hue = 60 * (brown[1] - brown[2]) / (brown[0] - brown[2])
    assert 25 < hue < 38  # degrees; from about 40 on it looks olive
    assert brown @ LUMA == pytest.approx(0.5, abs=0.015)


@settings(deadline=None)
@given(amount=st.floats(0, 0.9), seed=st.integers(0, 10_000))
def test_fading_takes_the_asked_share_of_the_contrast(amount: float, seed: int) -> None:
    recipe = only("fading", amount)
    black, white = (age_tone(flat(v, 4), recipe, np.random.default_rng(seed))[0, 0] for v in (0.0, 1.0))
    assert white[0] - black[0] == pytest.approx(1 - amount, abs=1e-5)
    assert black[0] >= 0 and white[0] <= 1 + 1e-6
    assert white[2] <= white[1] <= white[0]  # the warm yellow of old paper, neither blue nor olive
    if amount > 0.01:
        assert 30 < 60 * (white[1] - white[2]) / (white[0] - white[2]) < 45  # hue, degrees


@pytest.mark.parametrize("distance", [2.0, 2.5, 3.0, 4.0])
@pytest.mark.parametrize("seed", range(4))
def test_the_screens_dots_lie_at_the_asked_distance(distance: float, seed: int) -> None:
    power, radius = spectrum(printed(flat(0.5), "halftone", distance, seed=seed))
    assert radius[np.unravel_index(power.argmax(), power.shape)] == pytest.approx(1 / distance, rel=0.04)


@pytest.mark.parametrize("distance", [2.1, 2.3, 3.0])
def test_a_fine_screen_does_not_beat_with_the_pixel_grid(distance: float) -> None:
    shares: list[float] = []
    for seed in range(8):
        power, radius = spectrum(printed(flat(0.25), "halftone", distance, seed=seed))
        shares.append(float(power[(radius > 0) & (radius < 0.6 / distance)].sum() / power.sum()))
    assert max(shares) < 0.02


@pytest.mark.parametrize("value", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_the_screen_keeps_the_brightness(value: float) -> None:
    assert printed(flat(value), "halftone", 3.3).mean() == pytest.approx(value, abs=0.02)


def test_paper_scales_with_the_brightness_so_that_black_stays_black() -> None:
    assert np.array_equal(printed(flat(0), "paper", 0.1), flat(0))
    relief = printed(flat(0.5), "paper", 0.1) / 0.5 - 1
    assert 0.06 < relief.std() < 0.12


@pytest.mark.parametrize("std", [4.0, 12.0])
def test_grain_has_the_asked_strength_in_mid_grey_and_less_in_black_and_white(std: float) -> None:
    measured = [float(printed(flat(v), "grain", std).std()) * 255 for v in (0.0, 0.5, 1.0)]
    assert measured[1] == pytest.approx(std, rel=0.1)
    assert measured[0] < 0.4 * std and measured[2] < 0.4 * std


def test_more_specks_of_dust_cover_more_and_each_stays_small() -> None:
    touched = [np.mean([covered(printed(flat(0.5), "dust", n, seed=s)).mean() for s in range(10)]) for n in (1, 4, 12)]
    assert 0 < touched[0] < touched[1] < touched[2] < 0.02


def test_dust_grows_with_the_picture_and_has_soft_edges() -> None:
    areas = [np.mean([covered(printed(flat(0.5, s), "dust", 12, seed=n)).sum() for n in range(10)]) for s in (32, 320)]
    assert areas[1] > 3 * areas[0]
    changes = np.unique(np.abs(printed(flat(0.5, 320), "dust", 1, seed=2) - 0.5).round(3))
    assert len(changes) > 4


@settings(deadline=None, max_examples=30)
@given(height=st.integers(4, 40), width=st.integers(4, 40), seed=st.integers(0, 10_000))
def test_marks_fit_pictures_of_any_shape(height: int, width: int, seed: int) -> None:
    picture = np.full((height, width, 3), 0.5, np.float32)
    for name, amount in (("dust", 12), ("scratches", 4), ("paper", 0.1), ("halftone", 2.0), ("grain", 10)):
        result = printed(picture, name, amount, seed=seed)
        assert result.shape == picture.shape and result.dtype == np.float32 and np.isfinite(result).all()


def test_scratches_are_thin_and_mostly_run_down_the_picture() -> None:
    tall = 0
    for seed in range(20):
        marks = covered(printed(flat(0.5), "scratches", 1, seed=seed))
        assert marks.mean() < 0.04
        rows, columns = (int(marks.any(axis=axis).sum()) for axis in (1, 0))
        tall += rows > columns
    assert tall >= 14


def covered(picture: Floats) -> NDArray[np.bool_]:
    return np.abs(picture - 0.5).max(axis=2) > 0.02


def spectrum(picture: Floats) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Power and radius of every frequency, cycles per px, of a picture without its mean."""
    side = picture.shape[0]
    channel = (picture[..., 0] - picture[..., 0].mean()) * np.outer(np.hanning(side), np.hanning(side))
    frequency = np.fft.fftfreq(side)
    return np.abs(np.fft.fft2(channel)) ** 2, np.hypot(frequency[:, None], frequency[None, :])
