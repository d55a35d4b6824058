from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPalette, QTransform

from engine.explain.colour_maps import DIVERGING, table
from engine.explain.overlay import HeatOverlay, Overlay, PointsOverlay, RenderedOverlay
from engine.messages import plain
from fsr_desktop.look.image_of import image_of
from fsr_desktop.painters.all_painters import paint_overlay
from fsr_desktop.painters.colour_bar import paint_colour_bar
from fsr_desktop.painters.ink import ink_of
from fsr_desktop.painters.pixels import KeptImages
from fsr_desktop.painters.placed import PlacedOverlay

IDENTITY = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])


def painted(
    overlay: Overlay,
    kept: KeptImages,
    colour_map: str = "viridis",
    zoom: float = 1.0,
    *,
    opacity: float = 1.0,
    ground: int = 0xFF000000,
) -> QImage:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    paint_overlay(
        painter,
        PlacedOverlay(overlay, IDENTITY, 100, opacity, colour_map),
        screen_from_photo=QTransform.fromScale(zoom, zoom),
        visible=QRectF(image.rect()),
        kept=kept,
        ink=ink_of(QPalette()),
    )
    painter.end()
    return image


def rgb(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    colour = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


def heat(value: float, *, low: float = 0.0, is_signed: bool = False) -> HeatOverlay:
    values = np.full((4, 4), value, np.float32)
    return HeatOverlay(
        key="x",
        title=plain("Map"),
        explanation=plain(""),
        values=values,
        low=low,
        is_signed=is_signed,
        unit=plain("luma"),
    )


@pytest.mark.parametrize("zoom", [1.0, 3000.0])
def test_a_map_has_the_colours_of_its_colour_map_at_any_zoom(qapp: QGuiApplication, zoom: float) -> None:
    image = painted(heat(1.0), KeptImages(), zoom=zoom)
    assert rgb(image, 50, 50) == tuple(table("viridis")[-1])
    assert rgb(image, 99, 99) == tuple(table("viridis")[-1])


def test_a_signed_map_has_a_diverging_one_whatever_is_chosen(qapp: QGuiApplication) -> None:
    image = painted(heat(-1.0, low=-1.0, is_signed=True), KeptImages(), "magma")
    assert rgb(image, 50, 50) == tuple(table(DIVERGING)[0])


def test_a_map_is_coloured_once_for_each_colour_map(qapp: QGuiApplication) -> None:
    kept, overlay = KeptImages(), heat(0.5)
    painted(overlay, kept)
    first = kept.get(overlay, "viridis")
    painted(overlay, kept)
    assert first is not None and kept.get(overlay, "viridis") is first
    assert kept.get(overlay, "magma") is None and kept.get(heat(0.5), "viridis") is None


@pytest.mark.parametrize("opacity", [0.0, 0.25, 1.0])
def test_a_rendered_face_blends_where_it_is_and_leaves_the_rest(qapp: QGuiApplication, opacity: float) -> None:
    picture, covers = np.zeros((10, 10, 3), np.float32), np.zeros((10, 10), np.float32)
    picture[:, :5], covers[:, :5] = (1.0, 0.4, 0.0), 1.0  # the left half
    overlay = RenderedOverlay(key="x", title=plain(""), explanation=plain(""), image=picture, covers=covers)
    image = painted(overlay, KeptImages(), opacity=opacity, ground=0xFF0080FF)
    below, drawn = np.array([0, 128, 255]), np.array([255, 102, 0])
    np.testing.assert_allclose(rgb(image, 20, 50), below + opacity * (drawn - below), atol=2)
    assert rgb(image, 80, 50) == (0, 128, 255)


def test_points_are_dots_of_the_same_size_at_any_zoom(qapp: QGuiApplication) -> None:
    points = np.array([[20.0, 20.0], [40.0, 30.0]], np.float32)
    overlay = PointsOverlay(key="landmarks", title=plain(""), explanation=plain(""), points=points, lines=((0, 1),))
    small, large = (painted(overlay, KeptImages(), zoom=zoom) for zoom in (1.0, 2.0))
    assert small.pixelColor(20, 20).lightness() > 60 and large.pixelColor(41, 41).lightness() > 60
    assert small.pixelColor(30, 25).lightness() > 60  # the line
    assert large.pixelColor(51, 41).lightness() < 60


def test_an_overlay_of_an_unknown_kind_is_left_out(qapp: QGuiApplication) -> None:
    image = painted(Overlay(key="new", title=plain(""), explanation=plain("")), KeptImages())
    assert rgb(image, 50, 50) == (0, 0, 0)


def test_a_colour_bar_goes_from_the_high_end_down_to_the_low_one(qapp: QGuiApplication) -> None:
    image = QImage(200, 220, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    plate = paint_colour_bar(
        painter,
        heat(0.0),
        "viridis",
        bottom_right=QPointF(190, 210),
        room=200,
        kept=KeptImages(),
        ink=ink_of(QPalette()),
    )
    painter.end()
    assert plate.bottomRight() == QPointF(190, 210) and plate.top() >= 0
    x = int(plate.left()) + 13
    seen = [rgb(image, x, y) for y in range(int(plate.top()), 210)]
    places = [
        min(range(len(seen)), key=lambda i: sum(abs(a - int(b)) for a, b in zip(seen[i], colour, strict=True)))
        for colour in (table("viridis")[-1], table("viridis")[128], table("viridis")[0])
    ]
    assert places == sorted(places) and places[2] - places[0] > 60


def test_a_bar_without_room_is_left_out(qapp: QGuiApplication) -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    where = QPointF(50, 50)
    plate = paint_colour_bar(
        painter, heat(0.0), "grey", bottom_right=where, room=50, kept=KeptImages(), ink=ink_of(QPalette())
    )
    painter.end()
    assert plate.isEmpty()


def test_an_array_becomes_the_same_picture(qapp: QGuiApplication) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (5, 7, 3), np.uint8)
    image = image_of(pixels)
    got = np.array([[rgb(image, x, y) for x in range(7)] for y in range(5)])
    np.testing.assert_array_equal(got, pixels)
