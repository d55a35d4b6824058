"""Faces stand in one row where that costs little of their size."""

from __future__ import annotations

import pytest

from fsr_desktop.looks.arranging import columns_for


@pytest.mark.parametrize(
    ("count", "width", "height", "columns"),
    [
        (4, 700, 600, 2),  # a window of 1280 x 800
        (4, 1200, 900, 2),
        (4, 3000, 1960, 4),  # 3840 x 2160
        (5, 700, 600, 3),
        (5, 3000, 1960, 3),
        (4, 2400, 700, 4),  # low and wide
        (5, 3000, 900, 5),
        (2, 700, 600, 2),
        (1, 700, 600, 1),
        (4, 0, 0, 2),  # before it is shown
    ],
)
def test_how_many_stand_in_a_row(count: int, width: int, height: int, columns: int) -> None:
    assert columns_for(count, width=width, height=height) == columns
