"""A restoration with steps, points, heatmaps and maps of face components shows all of them, by their own names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.explain.overlay import PointsOverlay
from engine.pipeline.face_file import FaceFile, write_face_file
from engine.process.protocol import FaceOutcome
from engine.types import Restoration
from fsr_desktop.overlays.group import OverlayGroup
from fsr_desktop.overlays.panel import OverlaysDock
from fsr_desktop.session.face_results import FaceResults
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace
from tests.engine.explain.explained_face import bare_restoration, explained_face, flat_image, ramp
from tests.fsr_desktop.open_photo import look_at_photo

pytestmark = pytest.mark.window
COMPONENTS = ("left_eye", "right_eye", "nose", "mouth", "jaw_line")
POINTS = tuple(f"point_{number}" for number in range(1, 69))
SOON_MS = 30_000  # the machine may be busy


def rich_restoration() -> Restoration:
    """Three steps, five named maps, 68 heatmaps and 68 points, as an iterative model gives them."""
    generator = np.random.default_rng(5)
    return replace(
        bare_restoration(),
        steps=tuple(flat_image(level, level, level) for level in (0.1, 0.3, 0.4)),
        attention={name: ramp(8, 8)[None, None] for name in COMPONENTS},
        heatmaps=np.tile(ramp(8, 8), (1, 68, 1, 1)),
        names={"heatmaps": POINTS},
        landmarks=generator.uniform(4, 28, (1, 68, 2)).astype(np.float32),
    )


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def dock(workspace: Workspace, view: View, qtbot: QtBot, tmp_path: Path) -> OverlaysDock:
    """The dock with such a face, read from its file as the window reads it."""
    results = FaceResults(workspace)
    dock = OverlaysDock(workspace, view, results)
    qtbot.addWidget(dock)
    dock.resize(320, 900)
    dock.show()
    show(workspace, results, explained_face(rich_restoration()), tmp_path / "face.npz", qtbot)
    return dock


def show(workspace: Workspace, results: FaceResults, file: FaceFile, path: Path, qtbot: QtBot) -> None:
    write_face_file(file, path)
    photo = look_at_photo(workspace, 40)
    key = photo.key_of(photo.edits.faces[0])
    photo.results[key] = FaceOutcome(id="f1", status="restored", model=file.model, file=path)
    with qtbot.waitSignal(results.loaded, timeout=SOON_MS):
        workspace.photo_changed.emit(photo.id)


def group(dock: OverlaysDock, name: str) -> OverlayGroup:
    (found,) = [row for row in dock.findChildren(OverlayGroup, f"overlay_{name}") if row.isVisible()]
    return found


def names_in(row: OverlayGroup) -> list[str]:
    assert row.layers
    return [row.layers.box.itemText(index) for index in range(row.layers.box.count())]


def switched_on(view: View) -> list[str]:
    return [style.overlay for style in view.current.overlays]


def test_steps_are_a_film_strip_that_the_keyboard_walks_through(dock: OverlaysDock, view: View, qtbot: QtBot) -> None:
    row = group(dock, "steps")
    film = row.film
    assert film and film.isVisible() and row.layers is None
    assert film.count() >= 3
    assert film.accessibleName() and all(film.item(index).text() for index in range(film.count()))
    film.setFocus(Qt.FocusReason.TabFocusReason)
    assert switched_on(view) == []  # passing by chooses nothing
    qtbot.keyClick(film, Qt.Key.Key_Space)
    assert switched_on(view) == ["steps/1"] and row.is_on
    qtbot.keyClick(film, Qt.Key.Key_Right)
    assert switched_on(view) == ["steps/2"]
    qtbot.keyClick(film, Qt.Key.Key_Left)
    assert switched_on(view) == ["steps/1"]
    assert film.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_each_component_map_is_offered_by_its_name(dock: OverlaysDock, view: View) -> None:
    row = group(dock, "attention")
    assert names_in(row)[1:] == ["left eye", "right eye", "nose", "mouth", "jaw line"]
    row.switch(is_on=True)
    assert row.layers and row.layers.isVisible()
    row.layers.box.activated.emit(4)
    assert switched_on(view) == ["attention/mouth"] and row.layers.slider.value() == 4


def test_each_of_68_heatmaps_is_offered_by_its_name(dock: OverlaysDock, view: View, qtbot: QtBot) -> None:
    row = group(dock, "heatmaps")
    assert names_in(row)[1:] == [name.replace("_", " ") for name in POINTS]
    row.switch(is_on=True)
    assert row.layers
    row.layers.box.setFocus()
    qtbot.keyClick(row.layers.box, Qt.Key.Key_End)
    assert switched_on(view) == ["heatmaps/point_68"]
    assert row.layers.slider.accessibleDescription() == "Layer 69 of 69: point 68"
    row.layers.slider.setValue(42)
    assert switched_on(view) == ["heatmaps/point_42"] and row.layers.box.currentText() == "point 42"
    qtbot.keyClicks(row.layers.box, "all")
    assert switched_on(view) == ["heatmaps/all"]


def test_the_points_are_all_there_and_switch_on_by_themselves(dock: OverlaysDock, view: View) -> None:
    row = group(dock, "landmarks")
    (points,) = row._overlays
    assert isinstance(points, PointsOverlay) and points.points.shape == (68, 2) and points.lines
    row.switch(is_on=True)
    assert switched_on(view) == ["landmarks"] and row.layers is None


def test_overlays_of_several_groups_are_on_together(dock: OverlaysDock, view: View) -> None:
    for name in ("attention", "landmarks", "heatmaps"):
        group(dock, name).switch(is_on=True)
    assert switched_on(view) == ["attention/mean", "landmarks", "heatmaps/all"]
