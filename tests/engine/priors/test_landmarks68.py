"""Names, mirror images and errors of the 68 landmarks; left and right on the faces of real portraits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.datasets.landmarks import portrait_landmarks
from engine.datasets.portraits import read_portraits
from engine.priors.landmarks68 import COUNT, MIRROR, NAMES, Floating, face_width, nrmse

FACES = Path(__file__).parents[4] / "shared" / "faces"
needs_faces = pytest.mark.skipif(not FACES.exists(), reason="the training portraits are not on this machine")
WIDTH = 560


@pytest.fixture(scope="module")
def faces() -> Floating:
    """The landmarks of all validation portraits."""
    portraits = read_portraits(FACES, split="val", min_detail=0)
    return portrait_landmarks(FACES, [portrait.name for portrait in portraits])


def _landmarks_of(part: str) -> list[int]:
    return [landmark for landmark, name in enumerate(NAMES) if name.startswith(part)]


def test_there_is_one_name_for_each_landmark() -> None:
    assert len(NAMES) == len(set(NAMES)) == COUNT
    assert NAMES[8] == "jaw 9" and NAMES[30] == "nose bridge 4" and NAMES[36] == "right eye 1"
    assert NAMES[45] == "left eye 4" and NAMES[48] == "outer lip 1" and NAMES[60] == "inner lip 1"


def test_mirroring_twice_changes_nothing() -> None:
    np.testing.assert_array_equal(MIRROR[MIRROR], np.arange(COUNT))


def test_a_mirrored_landmark_has_the_name_of_the_other_side() -> None:
    for landmark, counterpart in enumerate(MIRROR):
        ours, theirs = NAMES[landmark].split(), NAMES[counterpart].split()
        swapped = {"right": "left", "left": "right"}.get(ours[0], ours[0])
        assert [swapped, *ours[1:-1]] == theirs[:-1]
    middle = [NAMES[i] for i in np.flatnonzero(np.arange(COUNT) == MIRROR)]
    bridge = [f"nose bridge {number}" for number in (1, 2, 3, 4)]
    lips = ["outer lip 4", "outer lip 10", "inner lip 3", "inner lip 7"]
    assert middle == ["jaw 9", *bridge, "nose base 3", *lips]


def mirror_points(points: Floating, width: int) -> Floating:
    mirrored = points[..., MIRROR, :].copy()
    mirrored[..., 0] = width - 1 - mirrored[..., 0]
    return mirrored


@needs_faces
def test_mirrored_faces_keep_their_right_side_at_the_left_of_the_picture(faces: Floating) -> None:
    for points in (faces, mirror_points(faces, WIDTH)):
        for name in ("brow", "eye"):
            right, left = (_landmarks_of(f"{side} {name}") for side in ("right", "left"))
            assert (points[:, right, 0].mean(axis=1) < points[:, left, 0].mean(axis=1)).all()
        assert (points[:, 0, 0] < points[:, 16, 0]).all()  # the jaw's ends
        assert (points[:, 48, 0] < points[:, 54, 0]).all()  # the mouth's corners
        assert (points[:, 60, 0] < points[:, 64, 0]).all()
        assert (points[:, 31, 0] < points[:, 35, 0]).all()  # the nose's wings


@needs_faces
def test_mirrored_faces_keep_their_upper_lids_and_lips_above_the_lower_ones(faces: Floating) -> None:
    lids_and_outer_lips = ((37, 41), (38, 40), (43, 47), (44, 46), (50, 58), (51, 57), (52, 56))
    inner_lips = ((61, 67), (62, 66), (63, 65))
    for points in (faces, mirror_points(faces, WIDTH)):
        is_open = np.linalg.norm(points[:, 62] - points[:, 66], axis=1) > 0.03 * face_width(points)
        assert is_open.any()
        assert all((points[:, above, 1] < points[:, below, 1]).mean() > 0.97 for above, below in lids_and_outer_lips)
        assert all((points[is_open, above, 1] < points[is_open, below, 1]).all() for above, below in inner_lips)


@needs_faces
def test_a_frontal_face_nearly_coincides_with_its_mirror_image_and_no_other_order_fits_better(faces: Floating) -> None:
    asymmetry = []
    for points in faces:
        centred = points - points.mean(axis=0)
        mirrored = mirror_points(centred, 1)
        asymmetry.append(float(nrmse(mirrored[None], centred[None])[0]))
    frontal = faces[int(np.argmin(asymmetry))]
    centred = frontal - frontal.mean(axis=0)
    assert min(asymmetry) < 0.02
    reflected = centred * (-1, 1)
    distances = np.linalg.norm(centred[:, None] - reflected[None], axis=2)
    nearest = distances.argmin(axis=1)
    lids_and_lips = {*range(60, 68)}  # of a closed mouth, the lips coincide
    wrong = {i for i in range(COUNT) if nearest[i] != MIRROR[i]} - lids_and_lips
    assert not wrong


def test_the_width_of_a_face_is_between_the_ends_of_its_jaw() -> None:
    points = np.zeros((COUNT, 2), np.float32)
    points[0], points[16] = (10, 20), (40, 60)
    assert face_width(points) == 50
    np.testing.assert_array_equal(face_width(np.stack([points, 2 * points])), [50, 100])


def test_the_error_is_the_root_mean_square_over_the_width_of_the_true_face() -> None:
    truth = np.zeros((2, COUNT, 2))
    truth[:, 16] = [(100, 0)]
    found = truth.copy()
    found[1, :17] += (3, 4)  # 17 of 68 landmarks by 5 px
    np.testing.assert_allclose(nrmse(found, truth), [0, 5 * np.sqrt(17 / 68) / 100])
    assert np.isnan(nrmse(truth, np.zeros((2, COUNT, 2)))).all()
