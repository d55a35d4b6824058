"""Where a place of the photo lies in a pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSizeF

from fsr_desktop.painters.place import Place


@pytest.mark.parametrize("size", [(400, 400), (440, 400), (400, 440), (900, 300), (120, 800)])
def test_all_of_a_place_is_seen_as_large_as_the_pane_allows(size: tuple[int, int]) -> None:
    place, pane = Place(30, 50, 64), QSizeF(*size)
    seen, to_screen = place.seen_in(pane), place.screen_from_photo(pane)
    corners = [to_screen.map(QPointF(30 + x, 50 + y)) for x, y in ((0, 0), (64, 64))]
    for corner in corners:
        assert -0.001 <= corner.x() <= size[0] + 0.001 and -0.001 <= corner.y() <= size[1] + 0.001
    assert seen.width() == seen.height() == pytest.approx(min(size))
    assert (corners[0] - seen.topLeft()).manhattanLength() < 0.001
    assert (corners[1] - seen.bottomRight()).manhattanLength() < 0.001
