from __future__ import annotations

import numpy as np
import pytest

from engine.errors import DataError
from engine.explain.colour_maps import COLOUR_MAPS, DIVERGING, colours, table
from engine.explain.nice_numbers import nice_above, nice_length

LUMA = np.array([0.299, 0.587, 0.114])


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("viridis", (68, 1, 84), (253, 231, 37)),
        ("magma", (0, 0, 4), (252, 253, 191)),
        ("grey", (0, 0, 0), (255, 255, 255)),
    ],
)
def test_the_ends_of_known_maps_have_their_published_colours(name: str, first, last) -> None:
    np.testing.assert_array_equal(table(name)[[0, -1]], [first, last])


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_a_sequential_map_has_256_colours_that_grow_brighter(name: str) -> None:
    shades = table(name)
    assert shades.shape == (256, 3) and shades.dtype == np.uint8
    assert (np.diff((shades @ LUMA)[::16]) > 0).all()


def test_the_diverging_map_is_pale_at_zero_blue_below_and_red_above() -> None:
    shades = table(DIVERGING).astype(int)
    assert shades[127:129].min() > 210
    assert shades[0, 2] > shades[0, 0] + 80
    assert shades[255, 0] > shades[255, 2] + 80


def test_values_beyond_the_ends_get_the_colours_of_the_ends() -> None:
    values = np.array([[-5, 0.2, 0.25, 0.4, 5, np.nan]], np.float32)
    shown = colours(values, low=0.2, high=0.4, name="grey")[0, :, 0]
    np.testing.assert_array_equal(shown, [0, 0, 64, 255, 255, 0])


def test_a_table_cannot_be_changed() -> None:
    with pytest.raises(ValueError):
        table("viridis")[0] = 0


def test_an_unknown_map_is_refused_with_those_there_are() -> None:
    with pytest.raises(DataError, match="rainbow") as caught:
        table("rainbow")
    assert "viridis" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("value", "above"),
    [(0.0331, 0.04), (0.3, 0.3), (np.float32(0.3), 0.3), (0.97, 1), (7, 8), (130, 150), (0, 1), (np.nan, 1)],
)
def test_an_axis_ends_at_the_next_round_number(value: float, above: float) -> None:
    assert nice_above(float(value)) == above


@pytest.mark.parametrize(("most", "length"), [(0.4, 1), (1.9, 1), (4.9, 2), (9.9, 5), (10, 10), (49, 20), (700, 500)])
def test_a_scale_bar_stands_for_one_two_or_five(most: float, length: int) -> None:
    assert nice_length(most) == length
