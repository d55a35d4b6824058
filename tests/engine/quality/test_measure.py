from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.alignment.crop import tight_square
from engine.alignment.resample import resized_planes
from engine.detection.registry import load_detector
from engine.paths import samples_folder
from engine.quality.face_quality import FaceQuality
from engine.quality.measure import measure_face
from engine.types import Box, Face
from tests.engine.quality.conftest import Spoil

CASES = Path(__file__).resolve().parents[4] / "shared" / "cases"
needs_cases = pytest.mark.skipif(not CASES.exists(), reason="the shared cases are not here")


def by_hand(left: float, top: float, side: float) -> Face:
    return Face(Box(left, top, side, side), points=None, score=1.0, source="hand")


def quality_of(spoilt: Spoil, **how: object) -> FaceQuality:
    face = spoilt(**how)
    return measure_face(face.pixels, face.face)


def case(name: str, *, left: float, top: float, side: float) -> FaceQuality:
    """The face in that box of a case."""
    return measure_face(np.asarray(Image.open(CASES / name).convert("RGB")), by_hand(left, top, side))


@pytest.mark.parametrize("of", [0, 2])
def test_one_picture_saved_at_four_sizes_shows_the_same_detail(of: int, spoilt: Spoil) -> None:
    details = [quality_of(spoilt, of=of, side=96, factor=factor, jpeg=90).detail_px for factor in (1, 2, 4, 8)]
    assert max(details) < 1.06 * min(details)
    assert details[0] == pytest.approx(96, rel=0.15)


@pytest.mark.parametrize("side", [16, 40, 150])
def test_a_sharp_face_shows_nearly_all_that_its_pixels_can(side: int, spoilt: Spoil) -> None:
    quality = quality_of(spoilt, side=side)
    assert quality.width_px == pytest.approx(side, abs=0.01)
    assert 0.8 * side < quality.detail_px <= quality.width_px


def test_a_blurred_face_shows_less_the_more_it_is_blurred(spoilt: Spoil) -> None:
    faces = [spoilt(side=128, blur=blur) for blur in (0, 1, 2)]
    details = [measure_face(face.pixels, face.face).detail_px for face in faces]
    assert details == sorted(details, reverse=True)
    for detail, face in zip(details, faces, strict=True):
        assert detail == pytest.approx(face.detail_px, rel=0.35)


def test_noise_is_measured_in_8_bit_steps(spoilt: Spoil) -> None:
    for noise in (4, 12):
        face = spoilt(side=100, noise=noise)
        assert measure_face(face.pixels, face.face).noise == pytest.approx(face.noise, rel=0.25)
    assert quality_of(spoilt, side=100).noise < 1.5


def test_noise_hides_little_of_the_detail_of_an_enlarged_face(spoilt: Spoil) -> None:
    assert quality_of(spoilt, side=64, factor=3, noise=8).detail_px == pytest.approx(64, rel=0.3)


def test_damage_by_jpeg_follows_its_quality(spoilt: Spoil) -> None:
    faces = [spoilt(side=128, jpeg=jpeg) for jpeg in (20, 50, 90)]
    damages = [measure_face(face.pixels, face.face).jpeg for face in faces]
    for damage, face in zip(damages, faces, strict=True):
        assert damage == pytest.approx(face.jpeg, abs=0.2)
    assert quality_of(spoilt, side=128).jpeg < 0.15


@pytest.mark.parametrize(("period", "angle_rad"), [(3.3, 0.8), (7.0, 0.3)])
def test_a_screen_is_found_and_limits_the_detail(period: float, angle_rad: float, spoilt: Spoil) -> None:
    quality = quality_of(spoilt, side=180, screen_px=period, screen_angle_rad=angle_rad)
    assert quality.screen_px == pytest.approx(period, rel=0.04)
    assert quality.detail_px <= 1.2 * quality.width_px / quality.screen_px
    assert quality.comb == 0


@pytest.mark.parametrize("of", [0, 1, 2])
def test_no_screen_and_no_comb_is_seen_where_there_is_none(of: int, spoilt: Spoil) -> None:
    for how in ({}, {"jpeg": 30}, {"factor": 2.3, "early_jpeg": 40, "early_noise": 8}, {"noise": 15}):
        quality = quality_of(spoilt, of=of, side=100, **how)
        assert (quality.screen_px, quality.comb) == (0, 0)


@pytest.mark.parametrize("noise", [0, 8])
def test_torn_rows_are_seen(noise: float, spoilt: Spoil) -> None:
    assert quality_of(spoilt, of=1, side=64, torn_px=3, noise=noise).comb > 0.3


def test_sixteen_bits_give_the_same_as_eight(spoilt: Spoil) -> None:
    face = spoilt(side=64, noise=5)
    deep = measure_face(face.pixels.astype(np.uint16) * 257, face.face)
    flat = measure_face(face.pixels, face.face)
    assert deep.detail_px == pytest.approx(flat.detail_px, rel=0.02)
    assert deep.noise == pytest.approx(flat.noise, rel=0.05)


@pytest.mark.parametrize("face", [by_hand(-20, -20, 60), by_hand(3, 3, 4), by_hand(38, 38, 40), by_hand(500, 500, 9)])
@pytest.mark.parametrize("shape", [(40, 40), (1, 1), (5, 300)])
def test_a_face_at_the_edge_or_outside_or_tiny_is_measured_without_an_error(shape: tuple[int, int], face: Face) -> None:
    quality = measure_face(np.full((*shape, 3), 90, np.uint8), face)
    assert 0 < quality.detail_px <= quality.width_px
    assert all(np.isfinite(value) for value in dataclasses.astuple(quality))


def test_a_flat_face_shows_no_noise_and_no_damage() -> None:
    quality = measure_face(np.full((300, 300, 3), 128, np.uint8), by_hand(50, 50, 200))
    assert (quality.screen_px, quality.comb) == (0, 0)
    assert quality.noise < 1


def test_how_a_face_is_turned_comes_from_its_points() -> None:
    pixels = np.asarray(Image.open(samples_folder() / "grace-hopper-48px.jpg").convert("RGB"))
    (face,) = load_detector("centerface").detect(pixels)
    quality = measure_face(pixels, face)
    assert abs(quality.roll_rad) < 0.2
    assert quality.plausibility > 0.8
    without = measure_face(pixels, dataclasses.replace(face, points=None))
    assert (without.roll_rad, without.yaw, without.plausibility) == (0, 0, 1)


def test_a_large_face_takes_no_longer_than_reducing_it(spoilt: Spoil) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (1600, 1600, 3), dtype=np.uint8)
    face = by_hand(50, 50, 1500 / 1.11)
    assert tight_square(face).width == pytest.approx(1500)
    resized = pixels.astype(np.float32)
    measuring, reducing = _medians(
        lambda: measure_face(pixels, face), lambda: resized_planes(resized, (512, 512), Image.Resampling.BICUBIC)
    )
    assert measuring < reducing


def _medians(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """Median of the processor's time of both, in turns, s."""
    times: list[list[float]] = [[], []]
    for _ in range(3):
        for run, taken in zip((first, second), times, strict=True):
            begun = time.process_time()
            run()
            taken.append(time.process_time() - begun)
    return float(np.median(times[0])), float(np.median(times[1]))


@needs_cases
def test_the_same_picture_at_three_resolutions_shows_the_same_detail() -> None:
    faces = [
        case(f"same_picture_{dpi}dpi.jpg", left=91.5 * times, top=44.2 * times, side=97.1 * times)
        for dpi, times in ((150, 1), (300, 2), (600, 4))
    ]
    details = [face.detail_px for face in faces]
    assert max(details) < 1.04 * min(details)
    assert details[0] == pytest.approx(faces[0].width_px / 2, rel=0.15)  # it is the 96 px picture, enlarged twice


@needs_cases
def test_the_cases_are_what_they_are_called() -> None:
    assert case("halftone150.png", left=164, top=64, side=103).screen_px == pytest.approx(3.0, abs=0.1)
    assert case("cctv_20px_interlaced_noisy.png", left=41, top=15, side=21).comb > 0.3
    assert case("noisy_48px.png", left=37, top=29, side=52).noise > 9
    assert case("jpegq30_48px.jpg", left=37, top=29, side=51).jpeg > 0.45
