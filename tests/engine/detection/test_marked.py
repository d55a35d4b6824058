"""Faces that another program marked: those that were found are not offered a second time."""

from __future__ import annotations

from engine.detection.marked import marked_without_face, with_marked
from engine.types import Box, Face, NamedBox

FOUND = Face(Box(10, 20, 100, 120), None, 0.9, "fake")
SAME = NamedBox(Box(0, 0, 150, 160), "Anna")  # another program's boxes are larger, or smaller
SAME_SMALL = NamedBox(Box(50, 70, 20, 20), "")
OTHER = NamedBox(Box(130, 20, 100, 100), "Karl")


def test_a_marked_face_that_was_found_is_none_more() -> None:
    assert marked_without_face([SAME, SAME_SMALL, OTHER], [FOUND]) == (OTHER,)
    assert marked_without_face([SAME], []) == (SAME,)


def test_marked_faces_come_after_the_found_ones_and_end_at_the_photos_edge() -> None:
    faces = with_marked([FOUND], [SAME, OTHER], width=200, height=200)
    assert faces[0] is FOUND and len(faces) == 2
    assert faces[1].box == Box(130, 20, 70, 100) and faces[1].source == "hand"
