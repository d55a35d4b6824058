"""Faces that another program has marked in a photo, and that no detector found."""

from __future__ import annotations

from collections.abc import Sequence

from engine.detection.by_hand import face_from_box
from engine.types import Box, Face, NamedBox


def marked_without_face(regions: Sequence[NamedBox], faces: Sequence[Face]) -> tuple[NamedBox, ...]:
    """The marked faces that are none of those that were found: neither middle lies in the other's box."""
    return tuple(region for region in regions if not any(_is_one(region.box, face.box) for face in faces))


def with_marked(faces: Sequence[Face], regions: Sequence[NamedBox], *, width: int, height: int) -> list[Face]:
    """Found faces and, after them, the marked ones that were not found, in a photo of `width` x `height` px."""
    marked = marked_without_face(regions, faces)
    return [*faces, *(face_from_box(one.box, photo_width=width, photo_height=height) for one in marked)]


def _is_one(one: Box, other: Box) -> bool:
    return _holds(one, other.centre) or _holds(other, one.centre)


def _holds(box: Box, place: tuple[float, float]) -> bool:
    return box.left <= place[0] <= box.right and box.top <= place[1] <= box.bottom
