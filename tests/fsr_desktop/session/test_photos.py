"""The session's data, without Qt."""

from __future__ import annotations

import time
from pathlib import Path

from fsr_desktop.session.photos import Session


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


def test_five_thousand_photos_are_added_in_a_moment() -> None:
    session = Session()
    started = time.process_time()
    for number in range(5000):
        session.add(Path(f"/folder/{number}.jpg"))
    assert time.process_time() - started < 1.0
