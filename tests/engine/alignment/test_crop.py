from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from skimage import data

from engine.alignment.crop import FFHQ_POINTS, crop_roll_rad, cut_tight, ffhq_crop, tight_crop, tight_square
from engine.alignment.resample import resize_bicubic
from engine.detection.by_hand import face_from_box
from engine.detection.centerface import CenterFace
from engine.errors import AlignmentError
from engine.types import Box, Face
from tests.faces import on_real_faces, validation_faces


@pytest.fixture(scope="module")
def photo() -> NDArray[np.uint8]:
    return np.asarray(data.astronaut(), dtype=np.uint8)


def face_with(points: NDArray[np.float64]) -> Face:
    return Face(Box(0, 0, 10, 10), points.astype(np.float32), score=1, source="centerface")


@pytest.mark.parametrize("left, top, side", [(100, 60, 128), (0, 0, 64), (448, 448, 64)])
def test_an_integer_square_at_its_own_size_is_a_slice(photo: NDArray[np.uint8], left: int, top: int, side: int) -> None:
    crop = cut_tight(photo, Box(left, top, side, side), size=side)
    expected = photo[top : top + side, left : left + side] / 255
    np.testing.assert_allclose(crop.image, expected, atol=1e-6)
    assert crop.face_side == side


def test_sixteen_bits_give_the_same_crop_as_eight(photo: NDArray[np.uint8]) -> None:
    square = Box(170.3, 55.7, 99.1, 99.1)
    deep = photo.astype(np.uint16) * 257
    np.testing.assert_allclose(
        cut_tight(deep, square, size=128).image, cut_tight(photo, square, size=128).image, atol=1e-6
    )


@pytest.mark.parametrize("size", [16, 40, 200])
def test_the_whole_photo_as_square_is_resized_as_the_papers_do(photo: NDArray[np.uint8], size: int) -> None:
    crop = cut_tight(photo, Box(0, 0, 512, 512), size=size)
    expected = resize_bicubic((photo / 255).astype(np.float32), (size, size))
    inside = slice(3, -3)  # at the border one mirrors and the other cuts its kernel
    np.testing.assert_allclose(crop.image[inside, inside], expected[inside, inside], atol=1e-5)


def test_a_square_beyond_the_photo_is_mirrored(photo: NDArray[np.uint8]) -> None:
    crop = cut_tight(photo, Box(-20, -20, 40, 40), size=40)
    np.testing.assert_allclose(crop.image, crop.image[::-1, ::-1], atol=1e-6)
    np.testing.assert_allclose(crop.image[20:, 20:], photo[:20, :20] / 255, atol=1e-6)


def test_a_square_many_times_the_photo_is_mirrored_again_and_again() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (3, 5, 3), dtype=np.uint8)
    crop = cut_tight(pixels, Box(-30, -30, 60, 60), size=60)
    np.testing.assert_allclose(crop.image[30:33, 30:35], pixels / 255, atol=1e-6)


def test_the_transform_of_a_crop_leads_to_where_its_pixels_came_from() -> None:
    columns, rows = np.meshgrid(np.arange(200), np.arange(200))
    ramp = np.stack([columns, rows, np.zeros_like(rows)], axis=-1).astype(np.uint8)
    for crop in (
        cut_tight(ramp, Box(50.4, 60.2, 33.3, 33.3), size=128),
        cut_tight(ramp, Box(20.4, 30.2, 140.0, 140.0), size=32),
        ffhq_crop(ramp, face_with(np.array([[85, 90], [110, 97], [95, 108], [82, 115], [104, 120]])), size=64),
    ):
        size = crop.image.shape[0]
        for column, row in ((5, 7), (size // 2, size // 3), (size - 8, size - 6)):
            place = crop.photo_from_crop[:, :2] @ [column, row] + crop.photo_from_crop[:, 2]
            np.testing.assert_allclose(crop.image[row, column, :2] * 255, place, atol=0.05)


@pytest.mark.parametrize("square", [Box(0, 0, 0, 0), Box(float("nan"), 0, 5, 5), Box(0, 0, float("inf"), 1)])
def test_a_square_without_area_is_refused(photo: NDArray[np.uint8], square: Box) -> None:
    with pytest.raises(AlignmentError, match="area"):
        cut_tight(photo, square, size=32)


def test_a_face_by_hand_gets_a_square_around_its_larger_side() -> None:
    square = tight_square(face_from_box(Box(100, 100, 50, 80), photo_width=300, photo_height=300))
    assert square.width == square.height == pytest.approx(88.8)
    assert square.centre == pytest.approx((125, 140))


def test_a_face_without_points_gets_an_upright_aligned_crop_around_its_box() -> None:
    columns, rows = np.meshgrid(np.arange(250), np.arange(250))
    ramp = np.stack([columns, rows, np.zeros_like(rows)], axis=-1).astype(np.uint8)
    face = face_from_box(Box(90, 80, 50, 80), photo_width=250, photo_height=250)
    crop = ffhq_crop(ramp, face, size=128)
    square = tight_square(face)
    middle = crop.image[63:65, 63:65, :2].mean(axis=(0, 1)) * 255 + 0.5  # px of the photo, from its edge
    np.testing.assert_allclose(middle, [square.centre[0], square.centre[1] - 0.076 * square.width], atol=0.05)
    assert crop.face_side == pytest.approx(1.22 * square.width)
    np.testing.assert_allclose(crop.photo_from_crop[:, :2], np.eye(2) * 1.22 * square.width / 128)


def test_coinciding_points_have_no_aligned_crop(photo: NDArray[np.uint8]) -> None:
    with pytest.raises(AlignmentError, match="coincide"):
        ffhq_crop(photo, face_with(np.full((5, 2), 50.0)))


def test_the_aligned_crop_of_points_on_the_template_is_the_photo_itself(photo: NDArray[np.uint8]) -> None:
    crop = ffhq_crop(photo, face_with(np.array(FFHQ_POINTS) * 512 - 0.5), size=512)
    np.testing.assert_allclose(crop.image, photo / 255, atol=0.002)
    assert crop.face_side == pytest.approx(512, abs=0.01)


def test_a_much_smaller_aligned_crop_has_no_aliasing() -> None:
    checks = np.indices((600, 600)).sum(axis=0) % 2 * 255
    pixels = np.repeat(checks[..., None], 3, axis=2).astype(np.uint8)
    crop = ffhq_crop(pixels, face_with(np.array(FFHQ_POINTS) * 600), size=64)
    assert np.ptp(crop.image[4:-4, 4:-4]) < 0.05


@on_real_faces
def test_the_square_of_a_detected_face_is_that_of_the_portraits(folder: Path) -> None:
    detector = CenterFace()
    errors: list[tuple[float, float]] = []
    for portrait in validation_faces(folder, about=17):
        with Image.open(portrait.path) as file:
            faces = detector.detect(np.asarray(file.convert("RGB")))
        squares = [tight_square(face) for face in faces]
        distances = [np.hypot(*np.subtract(s.centre, portrait.tight_centre)) for s in squares]
        nearest = int(np.argmin(distances))
        errors.append(
            (
                float(distances[nearest]) / portrait.tight_side,
                abs(squares[nearest].width / portrait.tight_side - 1),
            )
        )
    centre_error, side_error = np.median(errors, axis=0)
    assert centre_error < 0.03
    assert side_error < 0.05


def turned_face(degrees: float) -> Face:
    """A face of about 73 px in the middle of 200 x 200 px, turned clockwise."""
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    points = (np.array(FFHQ_POINTS) - 0.5) * 100 @ np.array([[cos, sin], [-sin, cos]]) + 99.5
    width, height = np.hypot(56 * cos, 73 * sin), np.hypot(56 * sin, 73 * cos)
    box = Box(float(100 - width / 2), float(100 - height / 2), float(width), float(height))
    return Face(box, points.astype(np.float32), score=1, source="centerface")


@pytest.mark.parametrize("degrees, expected", [(0, 0), (15, 0), (-19, 0), (45, 45), (80, 90), (-100, -90), (170, 180)])
def test_the_square_turns_by_quarters_and_with_a_face_between_them(degrees: float, expected: float) -> None:
    turn = np.degrees(crop_roll_rad(turned_face(degrees)))
    assert turn == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("degrees", [0, 12])
def test_the_crop_of_an_upright_face_is_the_upright_square(photo: NDArray[np.uint8], degrees: float) -> None:
    face = turned_face(degrees)
    crop, square = tight_crop(photo, face, size=32), cut_tight(photo, tight_square(face), size=32)
    np.testing.assert_array_equal(crop.image, square.image)
    np.testing.assert_array_equal(crop.photo_from_crop, square.photo_from_crop)


@pytest.mark.parametrize("degrees", [90, 180, -90, 135])
def test_the_crop_of_a_turned_face_is_that_of_the_upright_photo(photo: NDArray[np.uint8], degrees: float) -> None:
    upright = Image.fromarray(photo[:200, 120:320])
    turned = np.asarray(upright.rotate(-degrees, Image.Resampling.BICUBIC))
    crop = tight_crop(turned, turned_face(degrees), size=64)
    expected = tight_crop(np.asarray(upright), turned_face(0), size=64)
    assert np.abs(crop.image - expected.image).mean() < 0.02
    assert crop.face_side == pytest.approx(expected.face_side, rel=0.03)
