"""A label that wraps and shortens."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from fsr_desktop.widgets.elided_label import ElidedLabel

LONG = "skipped: the face is 212 px wide, larger than the 8 to 96 px that this model is meant for, so it stays"


def test_a_long_text_takes_its_lines_and_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG, lines=3)
    qtbot.addWidget(label)
    lines = label.shown_lines(120)
    assert len(lines) == 3 and lines[-1].endswith("…")
    assert all(label.fontMetrics().horizontalAdvance(line) <= 120 for line in lines)
    assert label.heightForWidth(120) == 3 * label.fontMetrics().lineSpacing()
    assert label.toolTip() == LONG


def test_a_text_that_fits_is_whole(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG, lines=3)
    qtbot.addWidget(label)
    assert "".join(label.shown_lines(5000)) == LONG
    label.setText("short")
    assert label.shown_lines(120) == ["short"] and label.heightForWidth(120) == label.fontMetrics().lineSpacing()


def test_widths_that_are_asked_for_by_turns_are_laid_out_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    label = ElidedLabel(LONG, lines=3)
    qtbot.addWidget(label)
    widths = list[int]()
    lay_out = label._lay_out
    monkeypatch.setattr(label, "_lay_out", lambda width: (widths.append(width), lay_out(width))[1])
    for width in (120, 200, 120, 200):
        assert label.shown_lines(width)
    assert widths == [120, 200]
    label.setText("short")
    assert label.shown_lines(120) == ["short"] and widths == [120, 200, 120]
    for width in range(300, 400):
        label.shown_lines(width)
    assert len(label._laid_out) <= 8
