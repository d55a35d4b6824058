"""Faces that another program has marked are offered where none was found, once, and as what the file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.types import Box, NamedBox
from tests.fsr_desktop.restored_scene import Scene

FOUND = NamedBox(Box(20, 30, 90, 90), "Anna")  # where the scene has a face
OTHERS = (NamedBox(Box(300, 200, 80, 140), "Karl"), NamedBox(Box(10, 180, 60, 60), ""))


@pytest.fixture
def scene(qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Scene:
    return Scene(monkeypatch, tmp_path)


def test_the_offer_makes_faces_of_them_in_one_step_of_undo(scene: Scene) -> None:
    photo_id = scene.open("a.jpg", faces=1, regions=(FOUND, *OTHERS))
    (notice,) = scene.notices
    assert notice.text == "2 face(s) are marked in a.jpg where none was found"
    assert notice.hint == "The file calls them “Karl”."
    assert notice.photo_id == photo_id and notice.action and notice.action.run
    gone: list[str] = []
    scene.workspace.notice_gone.connect(gone.append)
    notice.action.run()
    photo = scene.workspace.session.get(photo_id)
    assert photo and gone == [notice.cause]
    assert [face.face.source for face in photo.edits.faces] == ["fake", "hand", "hand"]
    assert photo.edits.faces[1].face.box == Box(300, 200, 80, 100)  # as far as it is in the photo
    assert len({face.id for face in photo.edits.faces}) == 3
    scene.workspace.undo_stack.undo()
    assert len(photo.edits.faces) == 1


def test_a_photo_is_offered_them_when_it_is_looked_at_and_only_once(scene: Scene) -> None:
    first = scene.open("a.jpg", faces=0, regions=OTHERS)
    assert len(scene.notices) == 1  # and not besides that no face was found
    second = scene.open("b.jpg")
    scene.workspace.show_photo(first)
    scene.workspace.show_photo(second)
    assert len(scene.notices) == 1


def test_nothing_is_offered_where_all_marked_faces_were_found(scene: Scene) -> None:
    scene.open("a.jpg", regions=(FOUND,))
    assert scene.notices == []
