"""Landmarks of portraits, and that they follow the pixels into squares and crops."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.datasets.landmarks import MESH_POINTS, points_in_crop, portrait_landmarks
from engine.datasets.portraits import (
    Portrait,
    cut_quad,
    cut_square,
    file_from_quad,
    file_from_square,
    read_portraits,
    warp_antialiased,
)
from engine.errors import DataError
from engine.models.dic.spec import SPEC
from engine.priors.landmarks68 import COUNT, MIRROR
from engine.training.labels import face_labels, in_squares
from tests.faces import on_real_faces

SPOT = (123.0, 96.0)  # px of the file, from its edge: where the one bright blob is


@pytest.fixture
def portrait() -> Portrait:
    """A dark photo with one soft blob at `SPOT`."""
    rows, columns = np.mgrid[:200, :240] + 0.5  # pixel centres, from the edge
    blob = 255 * np.exp(-((columns - SPOT[0]) ** 2 + (rows - SPOT[1]) ** 2) / (2 * 4.0**2))
    return Portrait(
        name="blob",
        path=Path("blob.jpg"),
        source="test",
        split="val",
        native_quad=100,
        inside=1,
        is_grey=True,
        is_engraving=False,
        quad=((60.0, 40.0), (60.0, 160.0), (180.0, 160.0), (180.0, 40.0)),
        tight_centre=(117.3, 101.9),
        tight_side=101.7,
        pixels=np.repeat(blob.round().astype(np.uint8)[:, :, None], 3, axis=2),
    )


@pytest.fixture
def landmarks() -> NDArray[np.float32]:
    """68 landmarks, all of them at `SPOT`, pixel centres at integers."""
    return np.tile(np.array(SPOT, np.float32) - np.float32(0.5), (COUNT, 1))


def blob_of(image: NDArray[np.uint8]) -> NDArray[np.float64]:
    """The bright blob's centre of mass, x,y px, pixel centres at integers."""
    light = image[:, :, 0].astype(np.float64)
    rows, columns = np.mgrid[: light.shape[0], : light.shape[1]]
    return np.array([(light * columns).sum(), (light * rows).sum()]) / light.sum()


@pytest.mark.parametrize(("side_px", "extent"), [(228, 1.5), (128, 1.0)], ids=["stored square", "tight square"])
def test_landmarks_in_a_square_lie_on_the_pixels_they_lay_on(
    portrait: Portrait, landmarks: NDArray[np.float32], side_px: int, extent: float
) -> None:
    moved = points_in_crop(landmarks, file_from_square(portrait, side_px=side_px, extent=extent))
    assert moved.shape == (COUNT, 2) and moved.dtype == np.float32
    np.testing.assert_allclose(moved[0], blob_of(cut_square(portrait, side_px=side_px, extent=extent)), atol=0.05)


@pytest.mark.parametrize("mirror", [1, -1], ids=["as it is", "mirrored"])
def test_landmarks_in_a_turned_and_scaled_crop_lie_on_the_pixels_they_lay_on(
    portrait: Portrait, landmarks: NDArray[np.float32], mirror: int
) -> None:
    square = cut_square(portrait, side_px=228, extent=1.5)
    points = points_in_crop(landmarks, file_from_square(portrait, side_px=228, extent=1.5))
    turn = np.array([[np.cos(0.2), -np.sin(0.2)], [np.sin(0.2), np.cos(0.2)]]) @ np.diag([mirror, 1.0])
    linear = turn * (160 / 128)
    square_from_crop = np.column_stack([linear, np.array([117.2, 109.1]) - linear @ [63.5, 63.5]])
    crop = warp_antialiased(square, square_from_crop, 128, 160 / 128)
    moved = points_in_crop(points, square_from_crop)
    assert moved.dtype == np.float32
    np.testing.assert_allclose(moved[0], blob_of(crop), atol=0.1)


def test_landmarks_follow_the_quad(portrait: Portrait, landmarks: NDArray[np.float32]) -> None:
    factor = 120 / 128
    by_hand = np.array([[factor, 0, 60 + factor / 2 - 0.5], [0, factor, 40 + factor / 2 - 0.5]])
    np.testing.assert_allclose(file_from_quad(portrait, side_px=128), by_hand)
    moved = points_in_crop(landmarks, by_hand)
    np.testing.assert_allclose(moved[0], blob_of(cut_quad(portrait, side_px=128)), atol=0.1)


def test_only_a_mirrored_crop_renumbers_the_landmarks() -> None:
    points = np.random.default_rng(0).uniform(0, 128, (COUNT, 2)).astype(np.float32)
    mirror = np.array([[-1.0, 0, 127], [0, 1.0, 0]])
    np.testing.assert_allclose(points_in_crop(points, mirror)[:, 0], 127 - points[MIRROR, 0], rtol=1e-6)
    half_turn = np.array([[-1.0, 0, 127], [0, -1.0, 127]])
    np.testing.assert_allclose(points_in_crop(points, half_turn), 127 - points, rtol=1e-6)


@on_real_faces
def test_the_landmarks_of_a_portrait_are_its_own_and_form_a_face(folder: Path) -> None:
    portraits = read_portraits(folder, split="val", min_detail=180)
    points = portrait_landmarks(folder, [portrait.name for portrait in portraits])
    assert points.shape == (len(portraits), COUNT, 2) and points.dtype == np.float32
    backwards = portrait_landmarks(folder, [portrait.name for portrait in portraits[::-1]])
    np.testing.assert_array_equal(backwards, points[::-1])
    eyes, mouth = points[:, 36:48].mean(axis=1), points[:, 48:].mean(axis=1)
    nose, chin = points[:, 30], points[:, 8]
    assert ((eyes[:, 1] < nose[:, 1]) & (nose[:, 1] < mouth[:, 1]) & (mouth[:, 1] < chin[:, 1])).all()


@on_real_faces
def test_all_landmarks_lie_within_the_tight_square(folder: Path) -> None:
    portraits = read_portraits(folder, split="val", min_detail=180)
    known = face_labels(SPEC, ["landmarks"], portraits)
    points = in_squares(known, portraits, side_px=128, extent=1.0)["landmarks"].values
    assert (points > -0.5).all() and (points < 127.5).all()
    stored = in_squares(known, portraits, side_px=228, extent=1.5)["landmarks"].values
    np.testing.assert_allclose(stored - 113.5, (points - 63.5) * (152 / 128), atol=1e-2)


def test_each_landmark_is_another_point_of_the_mesh() -> None:
    assert len(set(MESH_POINTS)) == COUNT
    assert set(MESH_POINTS) <= set(range(468))


def test_a_folder_without_a_mesh_and_an_unknown_name_are_data_errors(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no face mesh"):
        portrait_landmarks(tmp_path, ["a"])
    np.savez(tmp_path / "mesh478.npz", names=np.array(["a"]), points=np.zeros((1, 478, 3), np.float16))
    assert portrait_landmarks(tmp_path, ["a", "a"]).shape == (2, COUNT, 2)
    with pytest.raises(DataError, match=r"of b \(1 of 2 missing\)"):
        portrait_landmarks(tmp_path, ["a", "b"])
