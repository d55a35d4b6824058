from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.types import Box
from fsr_desktop.canvas.viewport import LARGEST_ZOOM, Viewport, next_zoom, previous_zoom, wheel_zoom

sides = st.integers(1, 30_000)
panes = st.integers(50, 4000)


def view(width: int = 1000, height: int = 800, pane: tuple[int, int] = (500, 400)) -> Viewport:
    return Viewport(photo_width=width, photo_height=height, pane_width=pane[0], pane_height=pane[1]).fitted()


@given(sides, sides, panes, panes)
def test_a_fitted_photo_lies_whole_inside_its_pane(width: int, height: int, pane_w: int, pane_h: int) -> None:
    fitted = view(width, height, (pane_w, pane_h))
    left, top = fitted.to_pane(0, 0)
    right, bottom = fitted.to_pane(width, height)
    assert left >= 0 and top >= 0 and right <= pane_w + 1 and bottom <= pane_h + 1
    assert fitted.is_fitted


@given(st.floats(0.01, 32), st.floats(0, 1000), st.floats(0, 800))
def test_a_point_goes_to_the_pane_and_back(zoom: float, x: float, y: float) -> None:
    seen = view().zoomed(zoom)
    assert seen.to_photo(*seen.to_pane(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(st.floats(0, 500), st.floats(0, 400), st.floats(1.0, 8.0))
def test_zooming_in_keeps_what_is_under_the_cursor(x: float, y: float, factor: float) -> None:
    covering = view().zoomed(2.0)
    point = covering.to_photo(x, y)
    after = covering.zoomed(covering.zoom * factor, (x, y))
    assert after.to_pane(*point) == pytest.approx((x, y), abs=factor * 0.5 + 0.5)  # origins lie on whole px


def test_many_steps_of_zoom_do_not_drift() -> None:
    seen = view().zoomed(2.0).centred(400, 300)
    point = seen.to_photo(333, 111)
    for zoom in (3, 4.7, 9.1, 20, 11, 7.3, 3.1, 2.0):
        seen = seen.zoomed(zoom, (333, 111))
    assert seen.to_pane(*point) == pytest.approx((333, 111), abs=1.01)


@given(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5), st.floats(0.6, 32))
def test_panning_never_leaves_a_gap_beside_a_photo_that_covers_the_pane(dx: float, dy: float, zoom: float) -> None:
    seen = view().zoomed(zoom).panned(dx, dy)
    left, top = seen.to_pane(0, 0)
    right, bottom = seen.to_pane(1000, 800)
    assert left <= 0.5 and top <= 0.5 and right >= 499.4 and bottom >= 399.4


def test_the_origin_lies_on_whole_device_pixels() -> None:
    seen = view().zoomed(1.37, (17, 33)).panned(0.3, 0.7)
    assert all(isinstance(value, int) for value in seen.origin)


def test_a_fitted_photo_stays_fitted_in_a_larger_pane_and_a_zoomed_one_keeps_its_zoom() -> None:
    assert view().with_pane(1000, 800).zoom == pytest.approx(view(pane=(1000, 800)).zoom)
    zoomed = view().zoomed(2.0).centred(300, 300).with_pane(600, 500)
    assert (zoomed.zoom, zoomed.centre_x, zoomed.centre_y) == (2.0, 300, 300)


def test_zoom_stays_within_its_limits() -> None:
    assert view().zoomed(1e9).zoom == LARGEST_ZOOM
    assert view().zoomed(1e-9).zoom == 0.01
    assert view(1_000_000, 10).zoomed(1e-9).zoom < 0.01  # as far as the whole photo needs


def test_a_box_that_is_zoomed_to_is_whole_and_large_in_the_middle() -> None:
    box = Box(300, 300, 40, 60)
    seen = view().showing(box)
    left, top = seen.to_pane(box.left, box.top)
    right, bottom = seen.to_pane(box.right, box.bottom)
    assert left > 0 and top > 0 and right < 500 and bottom < 400
    assert bottom - top == pytest.approx(0.6 * 400, abs=1)
    assert (left + right) / 2 == pytest.approx(250, abs=1)


def test_usual_zooms_go_up_and_down_through_100_percent() -> None:
    assert next_zoom(0.9) == 1 and next_zoom(1) == 1.5 and next_zoom(32) == LARGEST_ZOOM
    assert previous_zoom(1.2) == 1 and previous_zoom(1) == pytest.approx(2 / 3) and previous_zoom(0.01) == 0.01


def test_the_wheel_stops_once_at_100_percent() -> None:
    assert wheel_zoom(0.9, 1) == 1.0 and wheel_zoom(1.1, -1) == 1.0
    assert wheel_zoom(1.0, 1) == pytest.approx(1.25) and wheel_zoom(1.0, -1) == pytest.approx(0.8)
