"""All that a model gives of a face can be looked at, whatever it is called."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from engine.explain.overlay import BarsOverlay, HeatOverlay, PromisedOverlay
from engine.pipeline.face_file import read_face_file, write_face_file
from engine.process.protocol import RestoreFaces, SingledOut, SingleOut
from engine.types import Restoration
from fsr_desktop.language.numbers import significant
from fsr_desktop.study.entries import input_entry
from fsr_desktop.study.panel import BarGroup, Promise
from fsr_desktop.study.panes import GAP
from fsr_desktop.study.strip import Strip
from fsr_desktop.study.tiles import KEY, Tiles
from fsr_desktop.widgets.buttons import FlatButton
from tests.engine.explain.explained_face import bare_restoration, explained_face, flat_image, ramp
from tests.engine.explain.fitted_restoration import fitted_restoration
from tests.fsr_desktop.study.study_scene import SOON_MS, Scene

pytestmark = pytest.mark.window
PARTS = ("left_eye", "right_eye", "nose", "mouth", "jaw_line")


def rich_restoration() -> Restoration:
    """Three passes, five maps, 68 heatmaps and points, as a model that works in turns gives them."""
    generator = np.random.default_rng(5)
    return replace(
        bare_restoration(),
        steps=tuple(flat_image(level, level, level) for level in (0.1, 0.3)),
        attention={name: ramp(8, 8)[None, None] for name in PARTS},
        heatmaps=np.tile(ramp(8, 8), (1, 68, 1, 1)),
        landmarks=generator.uniform(4, 28, (1, 68, 2)).astype(np.float32),
    )


def test_it_says_what_to_do_as_long_as_nothing_is_restored(scene: Scene) -> None:
    assert "Open a photo" in scene.page.message.text() and not scene.page.strip.isVisible()
    scene.play.open(faces=1)
    assert scene.page.message.isVisible() and "Restore the face" in scene.page.message.text()
    scene.page.toggle_group("attention")
    assert "Restore the face" in scene.play.notices[-1].text


@pytest.mark.parametrize("restoration", [None, rich_restoration(), bare_restoration()], ids=["full", "rich", "bare"])
def test_every_overlay_of_a_face_can_be_reached(scene: Scene, restoration: Restoration | None) -> None:
    scene.restore(replace(explained_face(restoration), can_single_out=True))
    offered = scene.page.state.loaded.offered if scene.page.state.loaded else ()
    charts = [chart for group in scene.page.findChildren(BarGroup) for chart in group.charts]
    assert len(charts) == sum(isinstance(one, BarsOverlay) for one in offered)
    promises = scene.page.findChildren(Promise)
    assert len(promises) == sum(isinstance(one, PromisedOverlay) for one in offered) == 1
    drawn = [one.key for one in offered if not isinstance(one, BarsOverlay | PromisedOverlay)]
    assert sorted(scene.keys) == sorted([*drawn, "input"])
    for key in drawn:
        scene.page.state.show(key)
        active = scene.page.state.active
        assert active and active.key == key and scene.page.sentence.text() == str(active.overlay.explanation)


def test_a_click_shows_one_and_ctrl_a_second_beside_it(scene: Scene) -> None:
    scene.restore(explained_face(rich_restoration()))
    first, second = scene.page.pictures.panes
    scene.click("landmarks")
    assert scene.page.state.shown == ("landmarks",) and first.isVisible() and not second.isVisible()
    scene.click("attention/mouth", with_ctrl=True)
    assert scene.page.state.shown == ("landmarks", "attention/mouth") and second.isVisible()
    assert "68, found by Natural" in first.accessibleDescription()
    assert all("a likely face" in pane.accessibleDescription() for pane in (first, second))
    assert scene.page.title.text() == "Attention: mouth" and scene.page.place.text() == "5 of 6"
    bars = scene.page.pictures.bars
    assert bars[0].accessibleName() == "" and bars[1].accessibleName().endswith("1")
    scene.click("attention/mouth", with_ctrl=True)
    assert scene.page.state.shown == ("landmarks",) and not second.isVisible()
    assert bars[0].accessibleName() == "" and not bars[1].isVisible()


def is_built(strip: Strip, rows: int) -> bool:
    """Whether all tiles are there and the strip is as high as they need."""
    inside = strip.widget()
    needed = inside.sizeHint().height() + strip.horizontalScrollBar().sizeHint().height() if inside else 0
    return len(strip.lists) == rows and strip.height() == needed


def test_buttons_stay_where_they_are_from_map_to_map(scene: Scene, qtbot: QtBot) -> None:
    scene.restore(explained_face(rich_restoration()))
    page, places, lines = scene.page, set[int](), set[int]()
    page.resize(1200, 800)  # the sentences of some have one line then, of others two
    qtbot.waitUntil(lambda: is_built(page.strip, len(page.state.rows)), timeout=SOON_MS)
    for key in scene.keys:
        page.state.show(key)
        qtbot.wait(1)  # for the layout
        places.add(page.next_button.y())
        sentence = page.sentence
        lines.add(1 + sentence.fontMetrics().horizontalAdvance(sentence.text()) // sentence.width())
    assert len(places) == 1 and len(lines) > 1


def test_two_maps_beside_each_other_have_each_their_own_colour_bar(scene: Scene) -> None:
    weak = {"left_eye": 0.4 * ramp(8, 8)[None, None], "mouth": 0.15 * ramp(8, 8)[None, None]}
    scene.restore(explained_face(replace(bare_restoration(), attention=weak)))
    scene.page.resize(1280, 700)
    scene.click("attention/left_eye")
    scene.click("attention/mouth", with_ctrl=True)
    shown = [entry.overlay for key in scene.page.state.shown if (entry := scene.page.state.entry(key))]
    ends = [one.high for one in shown if isinstance(one, HeatOverlay)]
    assert len(set(ends)) == 2
    panes, bars = scene.page.pictures.panes, scene.page.pictures.bars
    for pane, bar, end, name in zip(panes, bars, ends, ("left eye", "mouth"), strict=True):
        assert bar.isVisible() and 0 < bar.x() - pane.geometry().right() <= GAP + 1
        assert name in bar.accessibleName() and bar.accessibleName().endswith(significant(end))
        assert bar.width() >= bar.sizeHint().width() and pane.width() > 300
    scene.page.state.set_mode("photo")
    assert [bar.accessibleName() for bar in bars] == ["", ""]


def test_the_keyboard_walks_through_a_list_and_chooses(scene: Scene, qtbot: QtBot) -> None:
    scene.restore(explained_face(rich_restoration()))
    tiles, number = scene.tile("steps/1")
    before = scene.page.state.shown
    tiles.setFocus(Qt.FocusReason.TabFocusReason)
    tiles.setCurrentRow(number)
    qtbot.keyClick(tiles, Qt.Key.Key_Right)
    assert scene.page.state.shown == before  # walking chooses nothing
    qtbot.keyClick(tiles, Qt.Key.Key_Return)
    assert scene.page.state.shown == ("steps/2",)
    assert all(tiles.accessibleName() for tiles in scene.page.strip.lists)


def test_head_chooses_photo_map_or_both(scene: Scene, qtbot: QtBot) -> None:
    scene.restore(explained_face(rich_restoration()))
    pane = scene.page.pictures.panes[0]
    qtbot.waitUntil(lambda: pane.picture is not None, timeout=SOON_MS)
    assert scene.page.head.value() == "over" and len(pane._overlays) == 1
    qtbot.keyClick(scene.page.head.button("over"), Qt.Key.Key_Right)
    assert scene.page.state.mode == "alone" and pane.picture is None and len(pane._overlays) == 1
    scene.page.state.show("attention/mouth")
    assert scene.page.title.text() and scene.page.pictures.bars[0].accessibleName()
    scene.page.head.button("photo").click()
    assert pane.picture is not None and pane._overlays == ()
    assert "mouth" not in pane.accessibleDescription() and "a likely face" in pane.accessibleDescription()
    assert scene.page.title.text() == scene.page.place.text() == scene.page.sentence.text() == ""
    assert scene.page.pictures.bars[0].accessibleName() == ""  # nothing there for it to explain
    scene.page.state.show("steps/1")
    assert scene.page.title.text()  # a picture is seen in every view


def test_what_was_given_is_named_by_the_faces_size_in_the_photo(scene: Scene) -> None:
    scene.restore(replace(explained_face(bare_restoration()), face_side=140.0))  # the crop is larger than the face
    given = scene.page.state.entry("input")
    assert scene.page.state.face and round(scene.page.state.face.side_px) == 47
    assert given and given.title == "In: 47 px"
    assert input_entry(given.overlay, face_px=100, reduced_px=16).title == "In: 16 of 100 px"  # pyright: ignore
    assert input_entry(given.overlay, face_px=12, reduced_px=16).title == "In: 12 px"  # pyright: ignore


def test_actions_step_toggle_play_and_change_the_opacity(scene: Scene) -> None:
    scene.restore(explained_face(rich_restoration()))
    scene.page.toggle_group("attention")
    assert scene.page.state.mode == "photo"  # it was shown
    scene.page.toggle_group("attention")
    assert scene.page.state.shown == ("attention/mean",) and scene.page.state.mode == "over"
    scene.page.next_map()
    assert scene.page.state.shown == ("attention/left_eye",)
    scene.page.previous_map()
    assert scene.page.state.shown == ("attention/mean",)
    before = scene.page.state.opacity
    scene.page.change_opacity(0.1)
    assert scene.page.state.opacity == pytest.approx(before + 0.1)
    assert scene.page.panel.colours.opacity.value() == round(100 * (before + 0.1))
    scene.page.play()
    assert scene.page.state.is_playing and scene.page.play_button.accessibleName() == "Stop"
    scene.page.play()
    assert not scene.page.state.is_playing
    scene.page.toggle_group("glow")
    assert "no such map" in scene.play.notices[-1].text


def test_the_strip_is_as_high_as_its_tiles(scene: Scene, qtbot: QtBot) -> None:
    scene.restore(explained_face(bare_restoration()))
    scene.wait_for_strip()
    strip = scene.page.strip
    tiles = strip.lists[-1]
    qtbot.waitUntil(lambda: tiles.isVisible() and strip.viewport().rect().contains(tiles.geometry().bottomLeft()))


def test_colours_are_offered_for_maps_without_a_sign_alone(scene: Scene) -> None:
    scene.restore(explained_face(replace(bare_restoration(), attention={"left": ramp(8, 8)[None, None]})))
    state, choice = scene.page.state, scene.page.panel.colours.map
    heats = {one.key: one for one in state.loaded.offered if isinstance(one, HeatOverlay)} if state.loaded else {}
    assert {one.is_signed for one in heats.values()} == {True, False}
    for key, overlay in heats.items():
        state.show(key)
        assert choice.isEnabled() is not overlay.is_signed
        assert ("of its own" in choice.toolTip()) is overlay.is_signed


def test_the_strip_has_room_before_its_tiles_are_there(scene: Scene, qtbot: QtBot) -> None:
    strip = Strip(scene.page.state)
    qtbot.addWidget(strip)
    before = strip.height()
    strip.show()
    QCoreApplication.sendPostedEvents(strip.widget(), QEvent.Type.LayoutRequest)
    assert strip.height() == before > 88 and not strip.lists
    scene.restore(explained_face(rich_restoration()))
    qtbot.waitUntil(lambda: len(strip.lists) == len(scene.page.state.rows), timeout=SOON_MS)
    qtbot.waitUntil(lambda: strip.height() != before, timeout=SOON_MS)
    assert abs(strip.height() - before) < 30  # a second line of names at most


def test_what_is_promised_is_computed_and_shown(scene: Scene, qtbot: QtBot) -> None:
    scene.restore(replace(explained_face(), can_single_out=True))
    (promise,) = scene.page.findChildren(Promise)
    assert promise.button.text() == "Compute" and not promise.failure.isVisible()
    qtbot.keyClick(promise.button, Qt.Key.Key_Space)
    assert isinstance(scene.play.job, SingleOut)
    assert not promise.button.isEnabled() and promise.button.text() == "Computing…"
    scene.play.fail("The disk is full.", "Make room.")
    assert promise.button.isEnabled() and promise.failure.text() == "The disk is full. Make room."
    promise.button.click()
    job = scene.play.job
    assert isinstance(job, SingleOut)
    face = read_face_file(job.file)
    singled = {"right_eye": flat_image(0.2, 0, 0), "mouth": flat_image(0.4, 0, 0)}
    write_face_file(replace(face, restoration=replace(face.restoration, singled=singled)), job.file)
    scene.play.finish(SingledOut(file=job.file))
    qtbot.waitUntil(lambda: scene.page.state.shown == ("singled/right_eye",), timeout=SOON_MS)
    scene.wait_for_strip()
    assert "singled/mouth" in scene.keys


def test_another_look_is_run_once_and_studied_without_changing_the_photo(scene: Scene, qtbot: QtBot) -> None:
    scene.restore(explained_face())
    box = scene.page.panel.face.look
    assert box.key() == "sparnet-x8"
    box.setCurrentIndex(box.findData("dic-x8"))
    box.activated.emit(box.currentIndex())
    job = scene.play.job
    assert isinstance(job, RestoreFaces) and job.faces[0].model == "dic-x8"
    scene.finish(explained_face(rich_restoration()))
    assert scene.page.panel.face.look.key() == "dic-x8" and scene.play.photo.edits.faces[0].model == "auto"
    assert scene.page.strip.lists[0].accessibleName() == "Guided, step by step"


def test_what_is_shown_stays_for_another_face_that_has_it(scene: Scene, qtbot: QtBot) -> None:
    scene.restore(explained_face(rich_restoration()))
    scene.page.state.show("attention/mouth")
    scene.page.state.choose_look("dic-x8")
    scene.finish(explained_face(rich_restoration()))
    assert scene.page.state.shown == ("attention/mouth",)
    scene.page.state.choose_look("sparnet-hd")
    scene.finish(explained_face(bare_restoration()))
    assert scene.page.state.shown == ("changed",)


def test_exports_are_offered_where_there_are_any(scene: Scene, qtbot: QtBot) -> None:
    scene.restore(explained_face())
    assert scene.page.findChildren(FlatButton) == []
    told: list[str] = []
    scene.page.offer_exports(animation=lambda: told.append("animation"), figure=lambda: told.append("figure"))
    for button in scene.page.findChildren(FlatButton):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["animation", "figure"]


def test_maps_have_small_multiples_in_the_panel(scene: Scene) -> None:
    scene.restore(explained_face(rich_restoration()))
    content = scene.page.panel.sections["attention"].content
    assert isinstance(content, Tiles) and content.count() == 6
    place = content.visualItemRect(content.item(3)).center()
    scene.qtbot.mouseClick(content.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert scene.page.state.shown == (str(content.item(3).data(KEY)),)
    assert "heatmaps" not in scene.page.panel.sections  # 69 are too many for that


def test_a_rendered_face_lies_over_the_face_as_faintly_as_the_slider_says(scene: Scene) -> None:
    scene.restore(explained_face(fitted_restoration()))
    scene.page.state.show("rendered_prior")
    scene.page.state.set_opacity(0.3)
    pane = scene.page.pictures.panes[0]
    assert [placed.opacity for placed in pane._overlays] == [0.3]
    assert {"a likely face", "a model, not evidence"} <= {chip.words for chip, _corner in pane._chips}
    scene.page.state.set_mode("alone")
    assert [placed.opacity for placed in pane._overlays] == [1.0] and pane.picture is None
    assert "a likely face" not in pane.accessibleDescription()
    assert "a model, not evidence" in pane.accessibleDescription()
    scene.page.state.set_mode("photo")
    assert pane._overlays == () and "model" not in pane.accessibleDescription()
