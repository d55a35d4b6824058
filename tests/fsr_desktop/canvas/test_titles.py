"""What stands over a result where there is little room: that it is outside the range is nearly the last to go."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from fsr_desktop.canvas.pane import PanePainter
from fsr_desktop.canvas.panes import Part
from fsr_desktop.canvas.tile_grid import TileSource
from fsr_desktop.painters.ink import plate_size

pytestmark = pytest.mark.window
SOURCE = cast("TileSource", None)
WARNING, LIKELY = "außerhalb des Bereichs", "wahrscheinliche Gesichter"
PART = Part(SOURCE, QRect(0, 0, 9, 9), "Nachher", f"Natürlich, {WARNING} · {LIKELY}", warning=WARNING)


def painter_with(font: QFont) -> PanePainter:
    anything = SimpleNamespace()
    return PanePainter(anything, anything, SOURCE, anything, 1.0, anything, anything, font)  # type: ignore[arg-type]


def test_a_warning_goes_after_all_but_what_a_restored_face_is(qapp: QApplication) -> None:
    font = QFont(qapp.font())
    font.setPixelSize(17)
    painter, seen = painter_with(font), list[str]()
    for room in range(900, 0, -1):
        rows = painter._rows(PART, room)
        assert all(plate_size(font, *words)[0] <= room for words in rows)
        seen.append(" | ".join(" ".join(filter(None, words)) for words in rows))
    assert list(dict.fromkeys(seen)) == [
        f"Nachher Natürlich, {WARNING} · {LIKELY}",
        f"Nachher {WARNING} · {LIKELY}",
        f"{WARNING} · {LIKELY}",
        f"{LIKELY} | {WARNING}",
        WARNING,
        "",
    ]


def test_a_title_without_a_warning_is_one_row(qapp: QApplication) -> None:
    painter = painter_with(qapp.font())
    part = Part(SOURCE, QRect(0, 0, 9, 9), "After", "Natural · a likely face")
    assert painter._rows(part, 1000) == [("After", "Natural · a likely face")] and painter._rows(part, 5) == []
