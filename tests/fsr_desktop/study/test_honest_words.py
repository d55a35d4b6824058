"""What Study says of what was not measured, not checked, or is as bright whatever it stands for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from engine.types import Box, FaceQuality
from tests.engine.explain.explained_face import explained_face, units_restoration
from tests.fsr_desktop.study.study_scene import Scene

pytestmark = pytest.mark.window


def test_the_region_of_a_unit_is_never_shown_without_its_estimate_and_its_weak_labels(scene: Scene) -> None:
    scene.restore(explained_face(units_restoration(0.0)))
    tiles, number = scene.tile("attention/AU43")
    assert tiles.item(number).text() == "0.00 · AU43 eyes closed"
    scene.click("attention/AU43")
    words = "Region of AU43 eyes closed · estimate 0.00 (weak labels)"
    assert scene.page.title.text() == tiles.item(number).toolTip() == words
    assert words in scene.page.pictures.panes[0].accessibleDescription()


def test_the_bars_of_a_profile_say_that_they_were_not_measured(scene: Scene) -> None:
    scene.restore(explained_face(units_restoration()))
    section = scene.page.panel.sections["bars/action_units"]
    assert section.head.text() == "Action units (weak labels)"
    turned = FaceQuality(width_px=16, detail_px=16, yaw=1.0)
    scene.page.state.choose_look("dic-x8")
    scene.finish(replace(explained_face(units_restoration()), quality=turned))
    section = scene.page.panel.sections["bars/action_units"]
    assert section.head.text() == "Action units (not measured)"
    notes = [label.text() for label in section.content.findChildren(QLabel)]
    assert any("neither learned nor measured" in note for note in notes)


def test_of_a_face_outlined_by_hand_it_is_said_that_nothing_has_checked_it(scene: Scene) -> None:
    scene.play.open(faces=1)
    row = scene.page.panel.face
    assert not row.unchecked.isVisible()
    scene.play.workspace.draw_face(Box(10, 10, 60, 60))
    scene.page.state.refresh()
    assert row.unchecked.isVisible() and "nothing has checked that it is a face" in row.unchecked.text()
