"""The names below the small pictures of Study."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from fsr_desktop.look.lettering import font_of
from fsr_desktop.look.theme import apply_text_size
from fsr_desktop.study.strip import SIDE
from fsr_desktop.study.tiles import name_lines

pytestmark = pytest.mark.window


@pytest.mark.parametrize("text", [100, 115, 130, 150])
@pytest.mark.parametrize("name", ["mean of all units", "Facial points", "Mittel aller Einheiten", "linkes Auge"])
def test_a_name_is_whole_in_large_text(qapp: QApplication, text: int, name: str) -> None:
    apply_text_size(qapp, text)
    try:
        lines = name_lines(name, QFontMetrics(font_of("small")), round(1.5 * SIDE))
        assert " ".join(lines) == name and len(lines) <= 2
        usual = name_lines(name, QFontMetrics(font_of("small")), SIDE)
        assert text > 130 or " ".join(usual) == name
    finally:
        apply_text_size(qapp, 100)


def test_what_has_no_room_on_two_lines_ends_in_dots(qapp: QApplication) -> None:
    lines = name_lines("a name that is far too long for so small a picture", QFontMetrics(font_of("small")), SIDE)
    assert len(lines) == 2 and lines[1].endswith("…")
    assert name_lines("", QFontMetrics(font_of("small")), SIDE) == [""]
