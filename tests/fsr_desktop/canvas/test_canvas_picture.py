from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from fsr_desktop.canvas.canvas import Canvas
from fsr_desktop.canvas.scene import Layer, PlacedPatch
from tests.fsr_desktop.canvas.layers import unseen_patch

RED, BLUE = (200, 0, 0), (0, 0, 200)


@pytest.mark.parametrize("zoom", [1.0, 2.0, 8.0, 16.0])
def test_every_photo_pixel_is_sharp_and_in_its_place(canvas, pyramid, settle, zoom: float) -> None:
    photo = np.random.default_rng(5).integers(0, 256, (600, 700, 3), np.uint8)  # tiles meet at 512
    canvas.show_photo((700, 600), [Layer("Before", pyramid(photo))], keep_view=False)
    canvas.set_zoom(zoom)
    canvas.centre_on(515, 511)
    settle(canvas)
    image = canvas.grab_view()
    left, top = canvas._viewport.origin
    for x, y in ((20, 20), (199, 149), (203, 160), (390, 290)):
        expected = photo[int((y - top) / zoom), int((x - left) / zoom)]
        assert image.pixelColor(x, y).getRgb()[:3] == tuple(expected), (x, y)


@pytest.mark.parametrize("zoom", [1.0, 2.0, 8.0])
def test_before_and_after_of_twice_the_size_lie_exactly_on_each_other(canvas, pyramid, settle, zoom: float) -> None:
    photo = np.random.default_rng(5).integers(0, 256, (300, 400, 3), np.uint8)
    picture = pyramid(photo)
    doubled = photo.repeat(2, axis=0).repeat(2, axis=1)
    patch = PlacedPatch(0, 0, doubled, np.ones((600, 800), np.float32), 1.0, "face", 2)
    layers = [Layer("Before", picture), Layer("After", picture, (patch,))]
    canvas.show_photo((400, 300), layers, keep_view=False)
    canvas.set_zoom(zoom)
    canvas.centre_on(131, 77)
    settle(canvas)
    after = canvas.grab_view()
    canvas.hold_original(True)
    settle(canvas)
    before = canvas.grab_view()
    for x, y in ((101, 101), (207, 33), (333, 250)):  # away from titles
        assert before.pixel(x, y) == after.pixel(x, y)


def test_a_reduced_photo_is_smooth_without_seams_between_tiles(canvas, pyramid, settle) -> None:
    grey = np.full((1100, 1500, 3), 120, np.uint8)
    canvas.show_photo((1500, 1100), [Layer("", pyramid(grey, levels=2))], keep_view=False)
    canvas.set_zoom(0.31)
    settle(canvas)
    image = canvas.grab_view()
    left, _ = canvas._viewport.origin
    inside = range(max(0, left), min(400, left + int(1500 * 0.31)))
    assert {image.pixel(x, 150) & 0xFFFFFF for x in inside} == {0x787878}


def test_fine_stripes_become_their_mean_when_reduced(canvas, pyramid, settle, colour_at) -> None:
    stripes = np.zeros((512, 512, 3), np.uint8)
    stripes[:, ::2] = 200
    canvas.show_photo((512, 512), [Layer("", pyramid(stripes, levels=3))], keep_view=False)
    canvas.set_zoom(0.5)
    settle(canvas)
    assert colour_at(canvas, 250, 250) == (100, 100, 100)


def test_after_is_the_last_layer_and_the_first_while_it_is_held(canvas, two_layers, settle, colour_at) -> None:
    canvas.show_photo(*two_layers, keep_view=False)
    settle(canvas)
    assert colour_at(canvas, 50, 50) == BLUE
    canvas.hold_original(True)
    settle(canvas)
    assert colour_at(canvas, 50, 50) == RED
    canvas.hold_original(False)
    settle(canvas)
    assert colour_at(canvas, 50, 50) == BLUE


def test_split_shows_before_left_and_after_right_of_the_divider(canvas, two_layers, settle, colour_at) -> None:
    canvas.set_mode("split")
    canvas.set_split(0.5)
    canvas.show_photo(*two_layers, keep_view=False)
    canvas.set_split(0.3)
    settle(canvas)
    assert colour_at(canvas, 30, 50) == RED
    assert colour_at(canvas, 90, 50) == BLUE
    canvas.hold_original(True)
    settle(canvas)
    assert colour_at(canvas, 90, 50) == RED


def test_side_by_side_shows_one_pane_for_each_layer_with_one_view(canvas, two_layers, settle) -> None:
    size, (before, after) = two_layers
    green = replace(before, title="Green", picture=after.picture)
    canvas.set_mode("side")
    canvas.show_photo(size, [before, after, green, after], keep_view=False)
    canvas.set_zoom(1.5)
    canvas.centre_on(100, 50)
    settle(canvas)
    image = canvas.grab_view()
    centres = [pane.place.center() for pane in canvas._panes]
    assert [image.pixelColor(point).getRgb()[:3] for point in centres] == [RED, BLUE, BLUE, BLUE]
    assert len({(pane.place.width(), pane.place.height()) for pane in canvas._panes}) == 1
    points = [canvas.photo_point(pane.place.center().toPointF(), index) for index, pane in enumerate(canvas._panes)]
    assert all(point == pytest.approx(points[0]) for point in points)


def test_difference_is_shown_with_its_gain(canvas, pyramid, settle, colour_at) -> None:
    before = Layer("", pyramid(np.full((100, 200, 3), (50, 60, 70), np.uint8)))
    after = Layer("", pyramid(np.full((100, 200, 3), (60, 60, 50), np.uint8)))
    canvas.set_mode("difference")
    canvas.set_difference_gain(5.0)
    canvas.show_photo((200, 100), [before, after], keep_view=False)
    settle(canvas)
    assert colour_at(canvas, 100, 50) == (50, 0, 100)
    canvas.set_difference_gain(2.0)
    settle(canvas)
    assert colour_at(canvas, 100, 50) == (20, 0, 40)


def test_another_strength_is_shown_and_the_last_version_until_then(canvas, pyramid, settle, colour_at) -> None:
    size, picture = (200, 100), pyramid(np.full((100, 200, 3), 100, np.uint8))
    white = np.full((40, 40, 3), 200, np.uint8)
    patch = PlacedPatch(20, 20, white, np.ones((40, 40), np.float32), 1.0, "face")
    layers = [Layer("Before", picture), Layer("After", picture, (patch,))]
    canvas.show_photo(size, layers, keep_view=False)
    settle(canvas)
    assert colour_at(canvas, 40, 40) == (200, 200, 200)
    weaker = replace(layers[1], patches=(replace(patch, strength=0.5),))
    canvas.show_photo(size, [layers[0], weaker], keep_view=True)
    assert colour_at(canvas, 40, 40) == (200, 200, 200)  # nothing has arrived yet, nothing is blank
    settle(canvas)
    assert colour_at(canvas, 40, 40) == (150, 150, 150)
    assert colour_at(canvas, 100, 50) == (100, 100, 100)


def test_an_enlarged_picture_that_comes_later_leaves_nothing_blank(canvas, pyramid, settle, colour_at) -> None:
    red = Layer("Before", pyramid(np.full((100, 200, 3), RED, np.uint8)))
    canvas.show_photo((200, 100), [red, replace(red, title="After")], keep_view=False)
    settle(canvas)
    canvas.show_photo(
        (200, 100),
        [red, Layer("After", pyramid(np.full((100, 200, 3), BLUE, np.uint8)), (unseen_patch(2),))],
        keep_view=True,
    )
    assert colour_at(canvas, 100, 50) == RED
    settle(canvas)
    assert colour_at(canvas, 100, 50) == BLUE


def test_the_view_is_kept_or_begins_anew(canvas, two_layers) -> None:
    canvas.show_photo(*two_layers, keep_view=False)
    fitted = canvas.zoom
    canvas.set_zoom(8.0)
    canvas.centre_on(120, 40)
    kept = canvas._viewport
    canvas.show_photo(*two_layers, keep_view=True)
    assert canvas._viewport == kept
    canvas.show_photo(*two_layers, keep_view=False)
    assert canvas.zoom == pytest.approx(fitted)


def test_without_a_photo_there_is_only_neutral_ground(canvas, two_layers, settle) -> None:
    canvas.show_photo(*two_layers, keep_view=False)
    settle(canvas)
    canvas.show_photo(None, [], keep_view=False)
    for lightness in (20, 240):
        palette = QPalette(canvas.palette())
        palette.setColor(QPalette.ColorRole.Window, palette.window().color().fromRgb(lightness, lightness, lightness))
        canvas.setPalette(palette)
        image = canvas.grab_view()
        colours = {image.pixel(x, y) & 0xFFFFFF for x in range(0, 400, 7) for y in range(0, 300, 7)}
        assert len(colours) == 1
        grey = colours.pop()
        assert grey & 255 == (grey >> 8) & 255 == grey >> 16
    assert canvas.zoom == 1.0
    for act in (canvas.fit, canvas.zoom_in, canvas.zoom_out, canvas.actual_size, canvas.start_drawing):
        act()
    assert not canvas.is_drawing


def test_a_photo_that_is_replaced_while_its_tiles_are_computed_does_no_harm(canvas, pyramid, settle, colour_at) -> None:
    large = Layer("", pyramid(np.full((3000, 3000, 3), RED, np.uint8), levels=3))
    small = Layer("", pyramid(np.full((100, 100, 3), BLUE, np.uint8)))
    for _ in range(10):
        canvas.show_photo((3000, 3000), [large], keep_view=False)
        canvas.actual_size()
        canvas.repaint()
        canvas.show_photo((100, 100), [small], keep_view=False)
        canvas.repaint()
    settle(canvas)
    assert colour_at(canvas, 50, 50) == BLUE


def test_a_canvas_that_is_destroyed_while_its_tiles_are_computed_does_no_harm(qtbot, pyramid) -> None:
    layer = Layer("", pyramid(np.full((3000, 3000, 3), RED, np.uint8), levels=3))
    for _ in range(5):
        widget = Canvas()
        widget.resize(800, 600)
        widget.show()
        widget.show_photo((3000, 3000), [layer], keep_view=False)
        widget.actual_size()
        widget.repaint()
        widget.deleteLater()
        QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
        del widget
    qtbot.wait(50)


def test_a_picture_whose_files_are_gone_does_no_harm(canvas, two_layers, settle) -> None:
    size, layers = two_layers
    (layers[1].picture.folder / "level0.npy").unlink()
    canvas.show_photo(size, layers, keep_view=False)
    settle(canvas)
    assert canvas.grab_view().pixelColor(200, 150).getRgb()[:3] == RED  # what stands in for it


def test_no_more_tiles_are_kept_than_allowed_besides_those_that_are_seen(canvas, pyramid, settle) -> None:
    canvas.set_cache_limit(2**20)
    canvas.show_photo((4000, 600), [Layer("", pyramid(np.zeros((600, 4000, 3), np.uint8)))], keep_view=False)
    canvas.actual_size()
    for x in range(200, 4000, 400):
        canvas.centre_on(x, 300)
        settle(canvas)
    tile = 514 * 514 * 4
    assert canvas._store._bytes <= 2**20 + 20 * tile  # level 0 is the coarsest here, too: all of it is wanted
    canvas.show_photo(None, [], keep_view=False)
    canvas.set_cache_limit(0)
    assert canvas._store._bytes == 0
