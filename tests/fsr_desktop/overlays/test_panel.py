"""Overlays are offered as the face has them, whatever they are called."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.explain.overlay import BarsOverlay, HeatOverlay, ImageOverlay, Overlay, OverlayStyle
from engine.messages import plain
from engine.process.protocol import FaceOutcome
from engine.types import Floats
from fsr_desktop.overlays.group import OverlayGroup
from fsr_desktop.overlays.panel import OverlaysDock
from fsr_desktop.session.face_results import FaceResults, LoadedFace
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace
from tests.fsr_desktop.open_photo import look_at_photo

pytestmark = pytest.mark.window


SIDE = 16


def heat(key: str, title: str, *, is_signed: bool = False) -> HeatOverlay:
    values = np.zeros((SIDE, SIDE), np.float32)
    low = -1.0 if is_signed else 0.0
    return HeatOverlay(
        key=key, title=plain(title), explanation=plain(f"About {key}"), values=values, low=low, is_signed=is_signed
    )


def step(number: int) -> ImageOverlay:
    image: Floats = np.full((SIDE, SIDE, 3), number / 4, np.float32)
    return ImageOverlay(key=f"passes/{number}", title=plain(f"Pass {number}"), explanation=plain("A pass"), image=image)


MAPS: tuple[Overlay, ...] = (
    heat("glow/mean", "Glow: mean"),
    heat("glow/one", "Glow: one"),
    heat("glow/two", "Glow: two"),
)
OTHERS: tuple[Overlay, ...] = (
    BarsOverlay(
        key="moves",
        title=plain("Moves"),
        explanation=plain("About moves"),
        names=(plain("a"), plain("b")),
        values=(0.2, 0.7),
    ),
    step(1),
    step(2),
    heat("residue", "Residue", is_signed=True),
)


class Results(FaceResults):
    """Faces that are there at once, or that come when they are told."""

    def __init__(self) -> None:
        super().__init__()
        self.faces: dict[Path, LoadedFace] = {}

    def get(self, path: Path) -> LoadedFace | None:
        return self.faces.get(path)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def results() -> Results:
    return Results()


@pytest.fixture
def dock(workspace: Workspace, view: View, results: Results, qtbot: QtBot) -> OverlaysDock:
    dock = OverlaysDock(workspace, view, results)
    qtbot.addWidget(dock)
    dock.resize(320, 700)
    dock.show()
    return dock


def restore(workspace: Workspace, results: Results, photo: PhotoItem, face_id: str, *overlays: Overlay) -> None:
    """Put a restored face with these overlays, as if the engine had made it."""
    face = photo.edits.face(face_id)
    assert face
    path = Path(f"/results/{photo.id}{face_id}.npz")
    results.faces[path] = LoadedFace(None, overlays)  # type: ignore[arg-type]
    photo.results[photo.key_of(face)] = FaceOutcome(id=face_id, status="restored", model="m", file=path)
    workspace.photo_changed.emit(photo.id)


def group(dock: OverlaysDock, name: str) -> OverlayGroup:
    found = [row for row in dock.findChildren(OverlayGroup, f"overlay_{name}") if row.isVisible()]
    assert len(found) == 1
    return found[0]


def shown(dock: OverlaysDock) -> list[str]:
    return [row.group for row in dock.findChildren(OverlayGroup) if row.isVisible()]


def switched_on(view: View) -> list[str]:
    return [style.overlay for style in view.current.overlays]


def test_it_says_what_to_do_as_long_as_nothing_is_restored(dock: OverlaysDock, workspace: Workspace) -> None:
    assert "Open a photo" in dock.message.text()
    look_at_photo(workspace, 40)
    assert dock.message.isVisible() and "Press Restore" in dock.message.text()


def test_it_says_why_a_face_was_not_restored(dock: OverlaysDock, workspace: Workspace) -> None:
    photo = look_at_photo(workspace, 400)
    key = photo.key_of(photo.edits.faces[0])
    photo.results[key] = FaceOutcome(id="f1", status="skipped", reason=plain("The face is too large."))
    workspace.photo_changed.emit(photo.id)
    assert "The face is too large." in dock.message.text()


def test_every_group_of_the_face_is_offered_whatever_it_is_called(
    dock: OverlaysDock, workspace: Workspace, results: Results
) -> None:
    photo = look_at_photo(workspace, 40)
    restore(workspace, results, photo, "f1", *MAPS, *OTHERS)
    assert shown(dock) == ["glow", "moves", "passes", "residue"]
    assert not dock.message.isVisible()
    assert [group(dock, name).switch_box.text() for name in ("glow", "passes", "residue")] == [
        "Glow",
        "Pass",
        "Residue",
    ]
    assert group(dock, "glow").toolTip() == "About glow/mean"


def test_a_face_that_is_still_read_is_shown_when_it_is_there(
    dock: OverlaysDock, workspace: Workspace, results: Results
) -> None:
    photo = look_at_photo(workspace, 40)
    restore(workspace, results, photo, "f1", *MAPS)
    path, face = next(iter(results.faces.items()))
    look_at_photo(workspace, 40)
    results.faces.clear()
    workspace.show_photo(photo.id)
    assert dock.message.isVisible() and shown(dock) == []
    results.faces[path] = face
    results.loaded.emit(str(path))
    assert shown(dock) == ["glow"]


def test_a_face_file_that_cannot_be_read_says_so(dock: OverlaysDock, workspace: Workspace, results: Results) -> None:
    photo = look_at_photo(workspace, 40)
    restore(workspace, results, photo, "f1", *MAPS)
    results.failed.emit(next(iter(map(str, results.faces))), plain("The file is damaged."))
    assert dock.message.isVisible() and dock.message.text() == "The file is damaged."


def test_switching_on_and_moving_the_layer_change_the_view(
    dock: OverlaysDock, workspace: Workspace, results: Results, view: View, qtbot: QtBot
) -> None:
    photo = look_at_photo(workspace, 40)
    restore(workspace, results, photo, "f1", *MAPS)
    row = group(dock, "glow")
    qtbot.keyClick(row.switch_box, Qt.Key.Key_Space)
    assert view.current.overlays == (OverlayStyle(overlay="glow/mean", opacity=0.6, colour_map="viridis"),)
    assert row.layers
    row.layers.slider.setValue(2)
    assert switched_on(view) == ["glow/two"] and row.layers.box.currentText() == "two"
    row.opacity.slider.setValue(30)
    assert view.current.overlays[0].opacity == pytest.approx(0.3)
    assert row.colour_box
    row.colour_box.setFocus()
    qtbot.keyClick(row.colour_box, Qt.Key.Key_Down)
    assert view.current.overlays[0].colour_map == row.colour_box.name != "viridis"
    qtbot.keyClick(row.switch_box, Qt.Key.Key_Space)
    assert view.current.overlays == ()


def test_opacity_and_colours_begin_as_the_settings_say(
    dock: OverlaysDock, workspace: Workspace, results: Results, view: View
) -> None:
    settings = workspace.settings
    settings.change(replace(settings.current, overlay_opacity=0.25, colour_map="magma"))
    photo = look_at_photo(workspace, 40)
    restore(workspace, results, photo, "f1", *MAPS)
    dock.toggle_group("glow")
    assert (view.current.overlays[0].opacity, view.current.overlays[0].colour_map) == (0.25, "magma")
    settings.change(replace(settings.current, colour_map="plasma"))
    assert shown(dock) == ["glow"]


def test_an_overlay_stays_on_for_another_face_that_has_it_and_for_the_first_again(
    dock: OverlaysDock, workspace: Workspace, results: Results, view: View
) -> None:
    photo = look_at_photo(workspace, 40, 50, 60)
    for face_id, overlays in (("f1", MAPS), ("f2", MAPS[:2]), ("f3", OTHERS)):
        restore(workspace, results, photo, face_id, *overlays)
    layers = group(dock, "glow").layers
    assert layers
    layers.slider.setValue(1)
    dock.toggle_group("glow")
    workspace.select_face("f2")
    assert group(dock, "glow").is_on and switched_on(view) == ["glow/one"]
    workspace.select_face("f3")
    assert "glow" not in shown(dock) and switched_on(view) == ["glow/one"]
    workspace.select_face("f1")
    assert group(dock, "glow").is_on and group(dock, "glow").layer == 1


def test_bars_are_shown_in_the_dock_and_a_signed_map_has_no_choice_of_colours(
    dock: OverlaysDock, workspace: Workspace, results: Results
) -> None:
    photo = look_at_photo(workspace, 40)
    restore(workspace, results, photo, "f1", *OTHERS)
    dock.toggle_group("moves")
    bars = group(dock, "moves").bars
    assert bars and bars.isVisible() and bars.accessibleDescription() == "a: 0.20; b: 0.70"
    assert group(dock, "residue").colour_box is None


def test_a_frame_of_the_film_strip_switches_its_layer_on(
    dock: OverlaysDock, workspace: Workspace, results: Results, view: View, qtbot: QtBot
) -> None:
    photo = look_at_photo(workspace, 40)
    restore(workspace, results, photo, "f1", *OTHERS)
    film = group(dock, "passes").film
    assert film and film.isVisible() and film.count() == 2
    place = film.visualItemRect(film.item(1)).center()
    qtbot.mouseClick(film.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.current.overlays == (OverlayStyle(overlay="passes/2", opacity=1.0, colour_map="viridis"),)


def test_shortcuts_act_on_the_heat_group_that_was_used_last(
    dock: OverlaysDock, workspace: Workspace, results: Results, view: View
) -> None:
    photo = look_at_photo(workspace, 40)
    restore(workspace, results, photo, "f1", *OTHERS, *MAPS)
    dock.toggle_group("glow")
    dock.next_layer()
    assert switched_on(view) == ["glow/one"]
    dock.previous_layer()
    dock.previous_layer()
    assert switched_on(view) == ["glow/two"]
    dock.change_opacity(0.1)
    assert view.current.overlays[0].opacity == pytest.approx(0.7)
    dock.change_opacity(9)
    assert view.current.overlays[0].opacity == 1.0


def test_a_shortcut_for_a_group_that_is_not_there_says_why(
    dock: OverlaysDock, workspace: Workspace, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(workspace.notice) as told:
        dock.toggle_group("glow")
    assert told.args
    notice = told.args[0]
    assert isinstance(notice, Notice) and "Open a photo" in notice.text


def test_boxes_and_points_follow_the_view_and_change_it(dock: OverlaysDock, view: View) -> None:
    assert dock.boxes.isChecked() and not dock.points.isChecked()
    dock.points.click()
    assert view.current.show_points
    view.change(replace(view.current, show_boxes=False))
    assert not dock.boxes.isChecked()
