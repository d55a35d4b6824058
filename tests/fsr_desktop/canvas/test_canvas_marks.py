from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage

from engine.explain.overlay import BarsOverlay, HeatOverlay, ImageOverlay
from engine.messages import plain
from engine.types import Box
from fsr_desktop.canvas.canvas import Canvas
from fsr_desktop.canvas.marks import FaceMark, MarkState, mark_at
from fsr_desktop.canvas.scene import Layer
from fsr_desktop.painters.bars_of import bars_of
from fsr_desktop.painters.colour_bar import plate_size
from fsr_desktop.painters.placed import PlacedOverlay

STATES: tuple[MarkState, ...] = ("off", "waiting", "restored", "skipped", "failed", "on")


@pytest.fixture
def shown(canvas: Canvas, pyramid, settle) -> Canvas:
    """A grey photo of 200 x 100 px at 200 %, before and after; its upper left corner is at (0, 50)."""
    layer = Layer("", pyramid(np.full((100, 200, 3), 90, np.uint8)))
    canvas.show_photo((200, 100), [layer, layer], keep_view=False)
    canvas.set_zoom(2.0)
    settle(canvas)
    return canvas


def mark(state: MarkState) -> FaceMark:
    return FaceMark("a", Box(50, 20, 60, 60), np.array([[70.0, 40.0]], np.float32), "60 px", state)


def rgb(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    colour = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


def test_every_state_of_a_face_is_drawn_in_its_own_shape_even_without_colour(shown: Canvas) -> None:
    pictures: list[bytes] = []
    for state in STATES:
        shown.set_marks([mark(state)], "", show_boxes=True, show_points=False)
        pictures.append(bytes(shown.grab_view().convertToFormat(QImage.Format.Format_Grayscale8).constBits()))
    assert len(set(pictures)) == len(STATES)


def test_boxes_and_points_are_shown_when_asked_for(shown: Canvas) -> None:
    before = shown.grab_view()
    shown.set_marks([mark("off")], "", show_boxes=False, show_points=False)
    assert shown.grab_view() == before
    shown.set_marks([mark("off")], "", show_boxes=False, show_points=True)
    image = shown.grab_view()
    assert rgb(image, 141, 131) != rgb(before, 141, 131)  # photo (70, 40) is the middle of pixel 70
    assert rgb(image, 100, 130) == rgb(before, 100, 130)
    shown.set_marks([mark("off")], "", show_boxes=True, show_points=False)
    assert shown.grab_view() not in (before, image)


def test_the_selected_face_looks_different(shown: Canvas) -> None:
    shown.set_marks([mark("restored")], "", show_boxes=True, show_points=False)
    before = shown.grab_view()
    shown.set_marks([mark("restored")], "a", show_boxes=True, show_points=False)
    assert shown.grab_view() != before


def test_marks_are_drawn_in_every_pane(shown: Canvas, settle) -> None:
    shown.set_mode("side")
    settle(shown)
    before = shown.grab_view()
    shown.set_marks([mark("off")], "", show_boxes=True, show_points=True)
    marked = shown.grab_view()
    for pane in shown._panes:
        assert marked.copy(pane.place) != before.copy(pane.place)


def test_the_smallest_box_at_a_point_is_the_one_that_is_meant() -> None:
    marks = [
        FaceMark(name, Box(left, left, side, side), None, "", "on")
        for name, left, side in (("large", 0, 50), ("small", 10, 5))
    ]
    assert [mark_at(marks, x, x) for x in (12, 15, 49.9, 50)] == ["small", "large", "large", ""]


def hot_spot(colour_map: str = "grey") -> HeatOverlay:
    values = np.zeros((20, 20), np.float32)
    values[5, 12] = 1.0
    return HeatOverlay(key="attention/mean", title=plain("Attention"), explanation=plain(""), values=values)


def placed(overlay, *, opacity: float = 1.0) -> PlacedOverlay:
    """A crop of 20 px, turned by 90 degrees, twice as large in the photo: crop (x, y) -> photo (100 - 2y, 20 + 2x)."""
    return PlacedOverlay(overlay, np.array([[0.0, -2.0, 100.0], [2.0, 0.0, 20.0]]), 20, opacity, "grey")


def test_a_hot_spot_of_a_map_lies_on_the_pixel_of_the_photo_that_it_means(shown: Canvas) -> None:
    shown.set_overlays([placed(hot_spot())])
    image = shown.grab_view()
    # crop (12, 5) is photo (90, 44); its middle on the screen, edges at whole numbers: (2 * 90.5, 50 + 2 * 44.5)
    bright = [(x, y) for x in range(40, 240) for y in range(50, 160) if rgb(image, x, y)[0] > 160]
    middle = np.mean(np.array(bright), axis=0) + 0.5
    assert middle == pytest.approx((181, 139), abs=0.51)


def test_an_overlay_covers_exactly_its_crop(shown: Canvas) -> None:
    before = shown.grab_view()
    white = ImageOverlay(key="steps/1", title=plain(""), explanation=plain(""), image=np.ones((10, 10, 3), np.float32))
    shown.set_overlays([placed(white)])
    image = shown.grab_view()
    # edges of the crop: x from 100 - 2 * 19.5 to 100 + 1 as centres of photo px, half a px more as edges
    assert rgb(image, 124, 150) == (255, 255, 255) and rgb(image, 121, 150) == rgb(before, 121, 150)
    assert rgb(image, 201, 150) == (255, 255, 255) and rgb(image, 204, 150) == rgb(before, 204, 150)


def test_opacity_mixes_overlay_and_photo(shown: Canvas) -> None:
    white = ImageOverlay(key="steps/1", title=plain(""), explanation=plain(""), image=np.ones((10, 10, 3), np.float32))
    shown.set_overlays([placed(white, opacity=0.5)])
    assert rgb(shown.grab_view(), 160, 130)[0] == pytest.approx((90 + 255) / 2, abs=2)


def test_overlays_lie_on_after_only_and_not_while_the_original_is_held(shown: Canvas, settle) -> None:
    white = ImageOverlay(key="steps/1", title=plain(""), explanation=plain(""), image=np.ones((10, 10, 3), np.float32))
    shown.set_mode("split")
    shown.set_split(0.5)
    shown.set_split(0.4)  # at x = 160, in the middle of the crop
    settle(shown)
    shown.set_overlays([placed(white)])
    image = shown.grab_view()
    assert rgb(image, 150, 120) == (90, 90, 90) and rgb(image, 170, 120) == (255, 255, 255)
    shown.hold_original(True)
    settle(shown)
    assert rgb(shown.grab_view(), 170, 120) == (90, 90, 90)
    shown.hold_original(False)
    shown.set_mode("side")
    settle(shown)
    shown.centre_on(80, 40)
    left, right = (shown.grab_view().pixelColor(pane.place.center()).red() for pane in shown._panes)
    assert (left, right) == (90, 255)


def test_numbers_beside_the_face_are_not_painted_on_it(shown: Canvas) -> None:
    before = shown.grab_view()
    bars = BarsOverlay(key="action_units", title=plain(""), explanation=plain(""), names=(plain("a"),), values=(1.0,))
    shown.set_overlays([placed(bars)])
    assert shown.grab_view() == before


def test_a_map_comes_with_its_colour_bar_in_the_corner(shown: Canvas) -> None:
    before = shown.grab_view()
    shown.set_overlays([placed(hot_spot())])
    image = shown.grab_view()
    corner = image.rect().adjusted(250, 100, -10, -10)
    assert image.copy(corner) != before.copy(corner)


def placed_of(face: int, high: float) -> PlacedOverlay:
    overlay = HeatOverlay(
        key="changed", title=plain("Changed"), explanation=plain(""), values=np.zeros((4, 4), np.float32), high=high
    )
    return PlacedOverlay(overlay, np.eye(2, 3), 20, 1.0, "grey", face)


def test_bars_of_the_same_map_with_other_ends_name_their_faces(shown: Canvas) -> None:
    several = [placed_of(1, 20.0), placed_of(2, 50.0), placed_of(3, 50.0)]
    assert [(one.high, of) for one, _colours, of in bars_of(several)] == [(20.0, "Face 1"), (50.0, "Faces 2, 3")]
    assert [of for _one, _colours, of in bars_of(several[:1])] == [""]
    assert [of for _one, _colours, of in bars_of(several[1:])] == [""]  # one bar is true of both
    font = shown.font()
    overlay = several[0].overlay
    assert isinstance(overlay, HeatOverlay)
    (width, height), named = plate_size(font, overlay, 120), plate_size(font, overlay, 120, "Face 1")
    assert named[0] >= width and named[1] > height
    shown.set_overlays(several[:2])
    with_names = shown.grab_view()
    shown.set_overlays([replace(one, face=0) for one in several[:2]])
    assert shown.grab_view() != with_names


def test_a_small_face_that_is_not_selected_bears_its_name_alone(shown: Canvas, monkeypatch: pytest.MonkeyPatch) -> None:
    plates: list[tuple[str, str]] = []

    def noted(_painter: object, _ink: object, _corner: object, text: str, detail: str = "") -> None:
        plates.append((text, detail))

    monkeypatch.setattr("fsr_desktop.canvas.marks.draw_plate", noted)
    named = replace(mark("on"), title="Face 1", label="real detail 20 px")
    for selected in ("", "a"):
        shown.set_marks([named], selected, show_boxes=True, show_points=False)
        shown.grab_view()
    assert set(plates[:1]) == {("Face 1", "")} and plates[-1] == ("Face 1", "real detail 20 px")
