"""A printed screen is found and goes; what is not screen stays."""

from __future__ import annotations

import numpy as np
import pytest
from skimage import data

from engine.alignment.grain import LUMA
from engine.alignment.resample import resize_bicubic
from engine.pipeline.screen import find_screen, without_screen
from engine.types import Floats


def printed(picture: Floats, *, period: float, angle_rad: float) -> Floats:
    """The picture in dots that grow where it is dark."""
    times = 3
    height, width = picture.shape[:2]
    y, x = np.mgrid[: times * height, : times * width] / times
    turn = 2 * np.pi / period
    u = np.cos(turn * (x * np.cos(angle_rad) + y * np.sin(angle_rad)))
    v = np.cos(turn * (y * np.cos(angle_rad) - x * np.sin(angle_rad)))
    fine = picture.repeat(times, axis=0).repeat(times, axis=1) @ LUMA
    ink = fine > 0.5 + 0.25 * (u + v)
    dots = ink.reshape(height, times, width, times).mean(axis=(1, 3))
    return np.repeat(dots[..., None], 3, axis=2).astype(np.float32)


@pytest.fixture(scope="module")
def picture() -> Floats:
    whole = np.asarray(data.astronaut(), np.float32)[:256, 96:352] / np.float32(255)
    grey = np.repeat((whole @ LUMA)[..., None], 3, axis=2).astype(np.float32)
    return resize_bicubic(resize_bicubic(grey, (48, 48)), (160, 160))


@pytest.mark.parametrize(("period", "angle_rad"), [(3.0, np.pi / 4), (4.3, 0.3), (6.0, 0.0)])
def test_a_screen_is_found_and_goes(picture: Floats, period: float, angle_rad: float) -> None:
    screened = printed(picture, period=period, angle_rad=angle_rad)
    screen = find_screen(screened, period * 1.1)
    assert screen.period_px == pytest.approx(period, rel=0.03) and screen.second is not None
    cleaned = without_screen(screened, screen)
    inner = (slice(12, -12), slice(12, -12))
    before, after = (float(np.abs(image - picture)[inner].mean()) for image in (screened, cleaned))
    assert after < 0.25 * before
    window = np.hanning(160)[:, None] * np.hanning(160)
    columns, rows = np.arange(160), np.arange(160)[:, None]
    wave = window * np.exp(-2j * np.pi * (columns * screen.first[0] + rows * screen.first[1]))
    left, was = (abs(((image @ LUMA) * wave).mean()) for image in (cleaned, screened))
    assert left < 0.02 * was


def test_a_picture_much_coarser_than_the_screen_passes(picture: Floats) -> None:
    smooth = resize_bicubic(resize_bicubic(picture, (12, 12)), (160, 160))
    screen = find_screen(printed(picture, period=3.0, angle_rad=0.6), 3.0)
    assert np.abs(without_screen(smooth, screen) - smooth).max() < 0.02
