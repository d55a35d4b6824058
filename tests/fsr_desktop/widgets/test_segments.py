"""Segments: who chooses, by which keys, and what is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from fsr_desktop.look.theme import apply_theme
from fsr_desktop.widgets.segments import Segments

pytestmark = pytest.mark.window
CHOICES = [("auto", "Auto"), ("natural", "Natural"), ("crisp", "Crisp")]


@pytest.fixture
def shown(qtbot, qapp):
    apply_theme(qapp, "dark")

    def show(*, applies_at_once: bool = True, is_wide: bool = False) -> tuple[Segments, list[str]]:
        segments = Segments(CHOICES, applies_at_once=applies_at_once, is_wide=is_wide)
        qtbot.addWidget(segments)
        segments.show()
        segments.activateWindow()
        qtbot.waitUntil(segments.isActiveWindow)
        told: list[str] = []
        segments.chosen.connect(told.append)
        return segments, told

    return show


def test_the_first_is_chosen_and_the_program_sets_without_telling(shown):
    segments, told = shown()
    assert segments.value() == "auto"
    segments.set_value("crisp")
    assert (segments.value(), told) == ("crisp", [])
    segments.set_value("nothing of the kind")
    assert (segments.value(), told) == ("", [])


def test_a_click_tells_once(shown):
    segments, told = shown()
    for _ in range(2):
        QTest.mouseClick(segments.button("natural"), Qt.MouseButton.LeftButton)
    assert (segments.value(), told) == ("natural", ["natural"])
    segments.set_value("auto")
    QTest.mouseClick(segments.button("natural"), Qt.MouseButton.LeftButton)
    assert told == ["natural", "natural"]


def test_arrows_choose_at_once_and_go_round(shown):
    segments, told = shown()
    segments.button("auto").setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(segments.focusWidget(), key)
    assert told == ["natural", "auto", "crisp"]


def test_arrows_only_move_where_a_choice_starts_work(shown):
    segments, told = shown(applies_at_once=False)
    segments.button("auto").setFocus()
    QTest.keyClick(segments.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(segments.focusWidget(), Qt.Key.Key_Right)
    assert (segments.value(), told, segments.button("crisp").hasFocus()) == ("auto", [], True)
    QTest.keyClick(segments.focusWidget(), Qt.Key.Key_Return)
    assert (segments.value(), told) == ("crisp", ["crisp"])


def test_what_cannot_be_chosen_is_passed_over_and_says_why(shown):
    segments, told = shown()
    segments.set_enabled("natural", False, "Too large")
    segments.button("auto").setFocus()
    QTest.keyClick(segments.focusWidget(), Qt.Key.Key_Right)
    assert told == ["crisp"]
    assert segments.button("natural").toolTip() == "Too large"
    QTest.mouseClick(segments.button("natural"), Qt.MouseButton.LeftButton)
    assert segments.value() == "crisp"


def test_other_choices_keep_what_was_chosen(shown):
    segments, told = shown()
    segments.set_value("crisp")
    segments.set_choices([*CHOICES, ("own", "My photos")])
    assert (segments.value(), segments.offered()) == ("crisp", ("auto", "natural", "crisp", "own"))
    segments.set_choices(CHOICES[:2])
    assert (segments.value(), told) == ("auto", [])


def test_wide_segments_share_the_width(shown):
    segments, _told = shown(is_wide=True)
    segments.resize(400, segments.height())
    widths = {segments.button(key).width() for key in segments.offered()}
    assert max(widths) - min(widths) <= 1 and min(widths) > 120


def test_screen_readers_hear_radio_buttons(shown):
    segments, _told = shown()
    segments.setAccessibleName("Look")
    interface = QAccessible.queryAccessibleInterface(segments.button("crisp"))
    assert interface is not None and interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "Crisp"
    assert interface.text(QAccessible.Text.Description) == "Look"


def test_a_very_long_name_is_cut_and_told_by_the_tooltip(shown):
    segments, _ = shown(is_wide=True)
    narrow = segments.minimumSizeHint().width()
    name = "The album of my grandmother's sister in Valparaíso"
    segments.set_choices([*CHOICES, ("own", name)])
    cut = segments.button("own")
    assert segments.minimumSizeHint().width() < narrow + cut.fontMetrics().horizontalAdvance(name)
    segments.resize(segments.minimumSizeHint())
    QTest.qWait(1)
    assert cut.toolTip() == name and segments.button("auto").toolTip() == ""
    segments.resize(900, segments.height())
    QTest.qWait(1)
    assert cut.toolTip() == ""
