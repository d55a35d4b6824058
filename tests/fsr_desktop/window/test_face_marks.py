"""What stands on the photo: no number at a face that says something else than the panel does, and what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.types import FaceQuality
from fsr_desktop.canvas.marks import FaceMark
from fsr_desktop.canvas.scene import Layer
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.view_state import View
from fsr_desktop.window.photo_page import PhotoPage
from tests.fsr_desktop.played_engine import Play

pytestmark = pytest.mark.window


def test_a_face_on_the_photo_bears_its_real_detail_and_never_a_width_that_its_frame_has_not(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = Play(tmp_path, monkeypatch)
    page = PhotoPage(play.workspace, View(), FaceResults())
    qtbot.addWidget(page)
    marks: list[FaceMark] = []

    def noted(found: Sequence[FaceMark], *_how: object, **_more: object) -> None:
        marks[:] = found

    monkeypatch.setattr(page.canvas, "set_marks", noted)
    photo = play.open(faces=2)
    assert photo.opened
    photo.opened = replace(photo.opened, qualities=(FaceQuality(width_px=47, detail_px=20.4),))
    page.refresh()
    assert [(mark.title, mark.label) for mark in marks] == [("Face 1", "real detail 20 px"), ("Face 2", "")]


def test_a_photo_that_is_not_restored_is_not_called_after(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = Play(tmp_path, monkeypatch)
    page = PhotoPage(play.workspace, View(), FaceResults())
    qtbot.addWidget(page)
    titles: list[str] = []

    def noted(_size: object, layers: Sequence[Layer], **_how: object) -> None:
        titles[:] = [layer.title for layer in layers]

    monkeypatch.setattr(page.canvas, "show_photo", noted)
    play.open(faces=1)
    page.refresh()
    assert titles == ["Before", "Not restored"]
    play.workspace.restore()
    play.finish_restore()
    page.refresh()
    assert titles == ["Before", "After"]
