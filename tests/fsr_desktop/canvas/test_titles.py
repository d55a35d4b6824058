"""What stands over a result where there is little room: that it is outside the range is nearly the last to go."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from engine.pipeline.picture_file import PictureFile
from fsr_desktop.canvas.pane import PanePainter
from fsr_desktop.canvas.panes import Part, arrange, sources_of
from fsr_desktop.canvas.patch_levels import PatchLevels
from fsr_desktop.canvas.scene import Layer
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


def test_a_difference_says_what_is_outside_the_range_and_likely_beside_the_bar_in_its_middle(
    qapp: QApplication,
) -> None:
    picture = PictureFile(folder=Path(), width=200, height=100, levels=1)
    layers = [Layer("Before", picture), Layer("After", picture, detail=PART.detail, warning=WARNING)]
    (pane,) = arrange(
        sources_of(layers, PatchLevels()),
        "difference",
        photo=(200, 100),
        size=(1000, 600),
        split=0.5,
        gain=8.0,
        is_original_held=False,
    )
    (part,) = pane.parts
    rows = painter_with(qapp.font())._rows(part, part.room * part.area.width())
    assert " ".join(rows[-1]).strip().startswith(WARNING) or WARNING in " ".join(rows[0])
    assert LIKELY in " ".join(rows[0]) and part.room * 1000 <= (1000 - 300) / 2  # the bar is 300 px wide
