"""What is guessed in a face is said, and shown over the photo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.pipeline.face_file import write_face_file
from fsr_desktop.overlays.guessed_section import GuessedSection
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.view_state import View
from tests.engine.explain.explained_face import explained_face
from tests.fsr_desktop.played_engine import Play

pytestmark = pytest.mark.window
SOON_MS = 30_000  # the machine may be busy


@pytest.fixture
def play(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    return Play(tmp_path, monkeypatch)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def section(play: Play, view: View, qtbot: QtBot) -> Iterator[GuessedSection]:
    results = FaceResults()
    section = GuessedSection(play.workspace, view, results)
    qtbot.addWidget(section)
    section.show()
    yield section
    results.close()


def restore(play: Play, section: GuessedSection, qtbot: QtBot) -> None:
    play.open(faces=1)
    play.workspace.restore()
    path = play.outcome("f1").file
    assert path
    face = explained_face(consistency=np.full((16, 16), 0.05, np.float32))
    write_face_file(replace(face, scale=4, face_side=49.2), path)
    play.finish_restore()
    qtbot.waitUntil(lambda: section.switches["changed"].isEnabled(), timeout=SOON_MS)


def switched_on(view: View) -> list[str]:
    return [style.overlay for style in view.current.overlays]


def test_before_a_face_is_restored_nothing_can_be_switched(section: GuessedSection, play: Play) -> None:
    play.open(faces=1)
    assert not any(switch.isEnabled() for switch in section.switches.values())
    assert "Once a face is restored" in section.sentence.text()
    section.toggle(0)
    assert not section.switches["changed"].isChecked()


def test_it_says_how_many_pixels_the_photo_has_and_how_many_are_shown(
    section: GuessedSection, play: Play, qtbot: QtBot
) -> None:
    restore(play, section, qtbot)
    assert section.sentence.text().startswith(
        "This face has 47 px in the photo, with about 47 px of real detail, and 188 px here."
    )
    assert section.scales["consistency"].accessibleName() == "−15 – 15"
    assert section.scales["changed"].accessibleName().startswith("0 – ")


def test_switches_show_their_map_alone_or_together(
    section: GuessedSection, play: Play, view: View, qtbot: QtBot
) -> None:
    restore(play, section, qtbot)
    assert not section.opacity.isVisible()
    qtbot.keyClick(section.switches["changed"], Qt.Key.Key_Space)
    assert switched_on(view) == ["changed"] and section.opacity.isVisible()
    section.toggle(1)
    assert switched_on(view) == ["changed", "consistency"]
    section.opacity.slider.setValue(30)
    assert {style.opacity for style in view.current.overlays} == {0.3}
    section.toggle(0)
    assert switched_on(view) == ["consistency"]


def test_a_switch_follows_the_view(section: GuessedSection, play: Play, view: View, qtbot: QtBot) -> None:
    restore(play, section, qtbot)
    section.toggle(0)
    view.change(replace(view.current, overlays=()))
    assert not section.switches["changed"].isChecked()


def test_it_says_of_which_face_it_speaks_where_there_are_several(
    section: GuessedSection, play: Play, qtbot: QtBot
) -> None:
    play.open(faces=2)
    play.workspace.restore()
    for face in ("f1", "f2"):
        path = play.outcome(face).file
        assert path
        write_face_file(replace(explained_face(), scale=4), path)
    play.finish_restore()
    play.workspace.select_face("f2")
    qtbot.waitUntil(lambda: section.sentence.text().startswith("Face 2 has 48 px"), timeout=SOON_MS)
    play.workspace.select_face(None)
    qtbot.waitUntil(lambda: section.sentence.text().startswith("Face 1 has 47 px"), timeout=SOON_MS)
