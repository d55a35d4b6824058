from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from skimage import data

from engine.alignment.crop import FFHQ_POINTS
from engine.alignment.face_pose import pose_of, roll_rad
from engine.context import Cancelled, JobContext
from engine.detection.base import UNWATCHED
from engine.detection.centerface import CenterFace
from engine.detection.turned import MOST_LOOKED_AT, TurnedFaces
from engine.types import Box, Face, Pixels

POINTS = np.array(FFHQ_POINTS) * 100


class Played:
    """A detector that is told what it sees, and counts its looks."""

    name = "played"

    def __init__(self, faces: list[Face], look: Callable[[NDArray[np.uint8]], list[Face]] = lambda _: []) -> None:
        self.faces, self.look = faces, look
        self.looks: list[tuple[int, ...]] = []

    def detect(self, pixels: Pixels, context: JobContext = UNWATCHED) -> list[Face]:
        return self.faces

    def look_once(self, pixels: NDArray[np.uint8]) -> list[Face]:
        self.looks.append(pixels.shape)
        return self.look(pixels)


def face_at(left: float, top: float, *, score: float = 0.9, points: NDArray[np.float64] = POINTS) -> Face:
    return Face(
        Box(left + 23, top + 16, 56, 73),
        (points + np.array([left, top])).astype(np.float32),
        score=score,
        source="played",
    )


@pytest.fixture(scope="module")
def head() -> NDArray[np.uint8]:
    """The astronaut's head, 96 px; her face is about 42 px high."""
    cut = np.asarray(data.astronaut(), dtype=np.uint8)[:256, 100:356]
    return np.asarray(Image.fromarray(cut).resize((96, 96), Image.Resampling.BICUBIC))


@pytest.fixture(scope="module")
def detector() -> TurnedFaces:
    return TurnedFaces(CenterFace())


def turned(pixels: NDArray[np.uint8], degrees: float) -> NDArray[np.uint8]:
    """Clockwise, on a larger grey canvas."""
    canvas = Image.new("RGB", (140, 140), (120, 120, 120))
    canvas.paste(Image.fromarray(pixels), (22, 22))
    return np.asarray(canvas.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=(120, 120, 120)))


def test_a_photo_with_upright_faces_is_looked_at_once() -> None:
    faces = [face_at(0, 0), face_at(300, 20, score=0.55)]
    played = Played(faces)
    assert TurnedFaces(played).detect(np.zeros((400, 500, 3), np.uint8)) == faces
    assert played.looks == []


def test_a_photo_without_a_face_is_looked_at_again_in_three_small_copies() -> None:
    played = Played([])
    assert TurnedFaces(played).detect(np.zeros((3000, 4000, 3), np.uint8)) == []
    assert played.looks == [(816, 612, 3), (612, 816, 3), (816, 612, 3)]


def test_a_lone_weak_face_is_kept_where_no_turned_copy_shows_a_better_one() -> None:
    weak = face_at(100, 100, score=0.52)
    played = Played([weak])
    assert TurnedFaces(played).detect(np.zeros((300, 300, 3), np.uint8)) == [weak]
    assert len(played.looks) == 3


def test_a_doubtful_face_that_no_turn_makes_better_is_given_as_it_was_seen() -> None:
    odd = face_at(100, 100, points=POINTS * [1, 0.4] + [0, 30])
    sure = face_at(300, 100)
    played = Played([sure, odd])
    assert TurnedFaces(played).detect(np.zeros((400, 500, 3), np.uint8)) == [odd, sure]
    assert len(played.looks) == 4  # the face in four turns; none at the whole photo, which has a sure face


def test_of_a_crowd_of_doubtful_faces_only_the_largest_are_looked_at_closer_and_none_is_lost() -> None:
    crowd = [face_at(120 * (n % 8), 120 * (n // 8), points=POINTS[::-1]) for n in range(60)]
    played = Played([face_at(1000, 0), *crowd])
    assert len(TurnedFaces(played).detect(np.zeros((1000, 1200, 3), np.uint8))) == 61
    assert len(played.looks) == 4 * MOST_LOOKED_AT


@pytest.mark.parametrize("degrees", [0, 30, 60, 90, 135, 180, 270, 315])
def test_a_face_at_any_roll_is_found_once_with_its_roll(
    detector: TurnedFaces, head: NDArray[np.uint8], degrees: int
) -> None:
    upright = detector.detect(turned(head, 0))[0]
    (face,) = detector.detect(turned(head, degrees))
    assert face.points is not None and upright.points is not None
    off = roll_rad(face.points) - roll_rad(upright.points) - math.radians(degrees)
    assert abs(math.degrees(math.remainder(off, math.tau))) < 6
    away = [math.dist(one.box.centre, (70, 70)) for one in (face, upright)]
    assert away[0] == pytest.approx(away[1], abs=3)
    assert face.score > 0.7


def test_two_people_turned_differently_are_both_found(detector: TurnedFaces, head: NDArray[np.uint8]) -> None:
    side_by_side = np.concatenate([np.rot90(head, 1), np.rot90(head, 2)], axis=1)
    faces = sorted(detector.detect(np.ascontiguousarray(side_by_side)), key=lambda face: face.box.left)
    poses = [pose_of(face) for face in faces]
    quarters = [round(pose.roll_rad / (math.pi / 2)) % 4 for pose in poses if pose]
    assert quarters == [3, 2]


@pytest.mark.parametrize("name", ["chelsea", "coffee", "rocket"])
def test_a_photo_without_people_has_no_faces_in_any_turn(detector: TurnedFaces, name: str) -> None:
    pixels = np.asarray(getattr(data, name)(), dtype=np.uint8)[::3, ::3]
    assert detector.detect(np.ascontiguousarray(pixels)) == []


def test_looking_at_turned_copies_can_be_cancelled() -> None:
    played = Played([])
    context = JobContext(is_cancelled=lambda: bool(played.looks))
    with pytest.raises(Cancelled):
        TurnedFaces(played).detect(np.zeros((300, 300, 3), np.uint8), context)
    assert len(played.looks) == 1


@pytest.mark.parametrize("shape", [(0, 0), (0, 5), (1, 1), (31, 33)])
def test_empty_and_tiny_photos_have_no_faces(detector: TurnedFaces, shape: tuple[int, int]) -> None:
    assert detector.detect(np.zeros((*shape, 3), np.uint8)) == []


def test_sixteen_bits_give_the_same_faces_as_eight(detector: TurnedFaces, head: NDArray[np.uint8]) -> None:
    eight = turned(head, 180)
    (first,), (second,) = detector.detect(eight), detector.detect(eight.astype(np.uint16) * 257)
    assert np.abs(np.subtract(first.box.centre, second.box.centre)).max() < 0.2
