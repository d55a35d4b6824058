from __future__ import annotations

import math

import numpy as np
import pytest

from engine.detection.turned_views import View, around, in_photo, quarter_turned, reduced
from engine.types import Box, Face

RAMP = np.dstack([*np.meshgrid(np.arange(90), np.arange(60)), np.zeros((60, 90))]).astype(np.uint8)  # x, y of each px


def place(view: View, column: float, row: float) -> tuple[float, float]:
    x, y = view.photo_from_view @ (column, row, 1)
    return float(x), float(y)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_every_pixel_of_a_quarter_turned_photo_leads_to_where_it_came_from(quarters: int) -> None:
    view = quarter_turned(RAMP, quarters)
    height, width = view.pixels.shape[:2]
    assert (width, height) == ((90, 60) if quarters % 2 == 0 else (60, 90))
    for column, row in ((0, 0), (width - 1, 3), (7, height - 1)):
        assert place(view, column, row) == pytest.approx(view.pixels[row, column, :2])


def test_a_face_that_is_turned_clockwise_is_upright_in_its_quarter() -> None:
    view = quarter_turned(RAMP, 1)
    right, down = place(view, 1, 0), place(view, 0, 1)
    origin = place(view, 0, 0)
    assert np.subtract(right, origin) == pytest.approx((0, 1))  # from eye to eye: downwards in the photo
    assert np.subtract(down, origin) == pytest.approx((-1, 0))


def test_a_reduced_copy_leads_back_to_the_photo() -> None:
    small, *scale = reduced(RAMP, area=60 * 90 // 9, largest_scale=3)
    assert small.shape == (20, 30, 3)
    view = quarter_turned(small, 2, scale=(scale[0], scale[1]))
    assert place(view, 29, 19) == pytest.approx(small[0, 0, :2].astype(float), abs=0.6)
    assert place(view, -0.5, -0.5) == pytest.approx((89.5, 59.5))


def test_a_small_photo_is_enlarged_so_many_times_at_most() -> None:
    small, *scale = reduced(RAMP, area=10**6, largest_scale=3)
    assert small.shape == (180, 270, 3)
    assert scale == [3, 3]


@pytest.mark.parametrize("degrees", [0, 40, 90, -120])
@pytest.mark.parametrize("size", [16, 64])
def test_the_middle_of_a_closer_view_is_what_was_looked_at(degrees: float, size: int) -> None:
    view = around(RAMP, (45.0, 30.0), side=24, roll_rad=math.radians(degrees), size=size)
    assert view.pixels.shape == (size, size, 3)
    middle = (size - 1) / 2
    assert place(view, middle, middle) == pytest.approx((45, 30))
    column, row = size // 4, size // 3
    assert place(view, column, row) == pytest.approx(view.pixels[row, column, :2].astype(float), abs=0.6)


def test_the_box_of_a_turned_face_swaps_its_sides_and_stays_inside_the_photo() -> None:
    points = np.array([[12, 23], [16, 23], [14, 25], [13, 28], [15, 28]], np.float32)
    face = Face(Box(10, 20, 8, 12), points, score=0.7, source="centerface")
    mapped = in_photo(face, quarter_turned(RAMP, 1), width=90, height=60)
    assert mapped is not None
    assert (mapped.box.width, mapped.box.height) == pytest.approx((12, 8))
    assert mapped.box.centre == pytest.approx((90 - 26, 14))
    assert (mapped.score, mapped.source) == (0.7, "centerface")
    assert mapped.points is not None
    np.testing.assert_allclose(mapped.points, [[66, 12], [66, 16], [64, 14], [61, 13], [61, 15]], atol=1e-4)
    assert in_photo(face, quarter_turned(RAMP, 1), width=40, height=60) is None


def test_the_box_of_a_face_between_quarters_keeps_its_diagonal() -> None:
    face = Face(Box(26, 24, 12, 16), np.zeros((5, 2), np.float32), score=0.7, source="centerface")
    mapped = in_photo(face, around(RAMP, (45, 30), side=64, roll_rad=0.7, size=64), width=90, height=60)
    assert mapped is not None
    assert math.hypot(mapped.box.width, mapped.box.height) == pytest.approx(20, abs=1e-6)
    assert mapped.box.centre == pytest.approx((45.5, 30.5))
