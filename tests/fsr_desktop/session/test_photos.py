"""The session's data, without Qt."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from engine.pipeline.picture_file import PictureFile
from engine.process.protocol import FaceOutcome
from engine.types import Box, Face
from fsr_desktop.session.photos import FaceEdit, PhotoEdits, PhotoItem, Session


def test_a_photo_is_in_the_session_once_until_it_is_left() -> None:
    session = Session()
    photo = session.add(Path("/a.jpg"))
    assert photo and session.add(Path("/a.jpg")) is None
    session.remove(photo.id)
    again = session.add(Path("/a.jpg"))
    assert again and again.id != photo.id


def test_leaving_the_last_photo_leaves_none_to_look_at() -> None:
    session = Session()
    photos = [session.add(Path(f"/{name}.jpg")) for name in "ab"]
    assert photos[0] and photos[1]
    session.current_id = photos[1].id
    session.remove(photos[1].id)
    assert session.current is photos[0]
    session.remove(photos[0].id)
    session.remove("unknown")
    assert session.current is None and len(session) == 0


def two_restored_faces(*scales: int) -> PhotoItem:
    face = Face(Box(0, 0, 40, 40), None, 1.0, "hand")
    faces = tuple(FaceEdit(id=f"f{n}", face=face, side_px=40.0 * n) for n in range(1, len(scales) + 1))
    picture = PictureFile(folder=Path("/none"), width=560, height=420, levels=1)
    photo = PhotoItem(id="p1", path=Path("/a.jpg"), state="ready", picture=picture, edits=PhotoEdits(faces=faces))
    for edit, scale in zip(faces, scales, strict=True):
        outcome = FaceOutcome(id=edit.id, status="restored", file=Path("/f.npz"), scale=scale)
        photo.results[photo.key_of(edit)] = outcome
    return photo


def test_an_export_takes_the_scale_that_the_restored_faces_need_which_are_on() -> None:
    photo = two_restored_faces(4, 2)
    assert photo.export_scale.scale == 4 and "faces of 40–80 px" in str(photo.export_scale.reason)
    small, large = photo.edits.faces
    photo.edits = replace(photo.edits, faces=(replace(small, is_on=False), large))
    assert photo.export_scale.scale == 2 and "a face of 80 px" in str(photo.export_scale.reason)
    photo.edits = replace(photo.edits, faces=())
    assert photo.export_scale.scale == 1


@pytest.mark.parametrize("scale", [1, 2, 4])
def test_an_export_keeps_the_scale_that_was_chosen_and_has_no_reason(scale: int) -> None:
    photo = two_restored_faces(4)
    photo.edits = replace(photo.edits, scale=scale)
    assert photo.export_scale.scale == scale and not photo.export_scale.reason
    assert photo.is_restored  # another scale needs no other result


def test_five_thousand_photos_are_added_in_a_moment() -> None:
    session = Session()
    started = time.process_time()
    for number in range(5000):
        session.add(Path(f"/folder/{number}.jpg"))
    assert time.process_time() - started < 1.0
