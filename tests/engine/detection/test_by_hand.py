from __future__ import annotations

import math

import pytest

from engine.detection.by_hand import face_from_box
from engine.errors import DetectionError
from engine.types import Box


def test_a_box_by_hand_becomes_a_face_without_points() -> None:
    face = face_from_box(Box(10, 20, 30, 40), photo_width=100, photo_height=100)
    assert face.box == Box(10, 20, 30, 40)
    assert face.points is None
    assert (face.score, face.source) == (1, "hand")


def test_a_box_over_the_edge_is_clipped() -> None:
    face = face_from_box(Box(-10, 80, 30, 40), photo_width=100, photo_height=90)
    assert face.box == Box(0, 80, 20, 10)


@pytest.mark.parametrize("box", [Box(0, 0, 0, 5), Box(0, 0, 5, 0), Box(5, 5, -3, 4)])
def test_a_box_without_area_is_refused(box: Box) -> None:
    with pytest.raises(DetectionError, match="area"):
        face_from_box(box, photo_width=100, photo_height=100)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_box_that_is_not_finite_is_refused(number: float) -> None:
    with pytest.raises(DetectionError, match="finite"):
        face_from_box(Box(number, 0, 5, 5), photo_width=100, photo_height=100)


@pytest.mark.parametrize("box", [Box(100, 0, 5, 5), Box(-20, 0, 20, 5), Box(0, 200, 5, 5), Box(99.5, 0, 9, 9)])
def test_a_box_outside_the_photo_is_refused(box: Box) -> None:
    with pytest.raises(DetectionError, match="outside"):
        face_from_box(box, photo_width=100, photo_height=100)
