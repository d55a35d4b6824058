from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from engine.alignment.resample import resized_planes
from engine.quality.jpeg_grid import FEATURES, grid_features
from engine.quality.spectrum import BINS, face_spectrum
from engine.types import Floats


def waves(side: int, cycles: float) -> Floats:
    """Waves at 45 degrees, so many a face along them."""
    place = np.arange(side) / side
    phase = 2 * np.pi * cycles * (place[:, None] + place[None, :]) / np.sqrt(2)
    return np.asarray(128 + 40 * np.cos(phase), np.float32)


@pytest.mark.parametrize("side", [60, 200, 700])
@pytest.mark.parametrize("cycles", [6.0, 20.0])
def test_waves_stand_at_their_cycles_a_face_whatever_its_px(side: int, cycles: float) -> None:
    spectrum = face_spectrum(waves(side, cycles), side)
    level = spectrum.levels[0, : spectrum.count] - 2 * np.log(2) * BINS[: spectrum.count]
    assert 2 ** BINS[level.argmax()] == pytest.approx(cycles, rel=0.15)


def test_a_picture_that_is_enlarged_has_the_same_spectrum_up_to_what_it_had() -> None:
    picture = np.random.default_rng(0).normal(128, 30, (96, 96)).astype(np.float32)
    large = resized_planes(picture, (384, 384), Image.Resampling.BICUBIC)
    small, enlarged = face_spectrum(picture, 96), face_spectrum(large, 384)
    common = slice(6, int(np.searchsorted(BINS, np.log2(96 / 4.5))))  # beyond it enlarging itself softens
    assert enlarged.levels[0, common] == pytest.approx(small.levels[0, common], abs=0.25)
    assert enlarged.count > small.count


def test_white_noise_keeps_its_power_on_the_photo_s_own_grid() -> None:
    noise = np.random.default_rng(0).normal(0, 7, (100, 100)).astype(np.float32)
    spectrum = face_spectrum(noise, 100)
    last = spectrum.count - 1
    power = np.exp(spectrum.levels[0, last] - 2 * np.log(2) * BINS[last] + 2 * np.log(100))
    assert np.sqrt(power) == pytest.approx(7, rel=0.1)
    assert abs(spectrum.likeness[last]) < 0.5


def test_blocks_are_found_wherever_they_begin() -> None:
    generator = np.random.default_rng(0)
    blocks = np.kron(generator.normal(128, 20, (16, 16)), np.ones((8, 8))).astype(np.float32)
    blocks += generator.normal(0, 1, blocks.shape).astype(np.float32)
    for first in (0, 3):
        down, across = grid_features(blocks[first:, first + 1 :])[:2]
        assert down > 1 and across > 1
    assert grid_features(generator.normal(128, 20, (128, 128)).astype(np.float32))[:2].max() < 0.5
    assert not grid_features(blocks[:10, :10]).any() and len(grid_features(blocks)) == FEATURES
