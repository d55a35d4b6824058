"""The slider whose value can be typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from fsr_desktop.look.theme import apply_theme
from fsr_desktop.widgets.value_slider import ValueSlider
from tests.fsr_desktop.double_click import double_click

pytestmark = pytest.mark.window


@pytest.fixture
def slider(qtbot, qapp):
    apply_theme(qapp, "dark")
    slider = ValueSlider("Strength", low=0, high=100, default=100)
    qtbot.addWidget(slider)
    slider.resize(240, slider.sizeHint().height())
    slider.show()
    slider.activateWindow()
    qtbot.waitUntil(slider.isActiveWindow)
    return slider


@pytest.fixture
def told(slider):
    told: list[int] = []
    slider.changed.connect(told.append)
    return told


def write(slider: ValueSlider, text: str, *, key: Qt.Key = Qt.Key.Key_Return) -> None:
    slider.field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(slider.field, text)
    QTest.keyClick(slider.field, key)


def test_the_program_sets_without_telling(slider, told):
    slider.set_value(40)
    assert (slider.value(), slider.field.text(), told) == (40, "40 %", [])


def test_a_click_jumps_and_a_double_click_sets_back(slider, told):
    middle = QPoint(slider.slider.width() // 4, slider.slider.height() // 2)
    QTest.mouseClick(slider.slider, Qt.MouseButton.LeftButton, pos=middle)
    assert slider.value() == pytest.approx(22, abs=3) and told == [slider.value()]
    double_click(slider.slider, middle)
    assert (slider.value(), told[-1]) == (100, 100)


@pytest.mark.parametrize(("typed", "value"), [("62", 62), ("7 %", 7), ("250", 100), ("-3", 0)])
def test_a_value_can_be_typed(slider, told, typed, value):
    slider.set_value(50)
    write(slider, typed)
    assert (slider.value(), slider.field.text(), told) == (value, f"{value} %", [value])


def test_what_is_no_number_changes_nothing(slider, told):
    write(slider, "much")
    assert (slider.value(), slider.field.text(), told) == (100, "100 %", [])


def test_escape_puts_the_value_back(slider, told):
    write(slider, "5", key=Qt.Key.Key_Escape)
    assert (slider.field.text(), told) == ("100 %", [])


def test_keys_move_the_slider_and_count_in_the_field(slider, told):
    slider.slider.setFocus()
    QTest.keyClick(slider.slider, Qt.Key.Key_PageDown)
    slider.field.setFocus()
    QTest.keyClick(slider.field, Qt.Key.Key_Down)
    QTest.keyClick(slider.field, Qt.Key.Key_Up)
    assert told == [90, 89, 90]


def test_the_wheel_goes_past_it_unless_it_has_the_focus(slider, told, qtbot):
    def wheel() -> bool:
        place = QPointF(10, 10)
        event = QWheelEvent(
            place, place, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        slider.slider.wheelEvent(event)
        return event.isAccepted()

    slider.field.setFocus()
    assert not wheel() and told == []
    slider.slider.setFocus()
    assert wheel() and told[-1] < 100


def test_what_cannot_be_used_shows_no_value(slider):
    slider.setEnabled(False)
    assert slider.field.text() == "–"
    slider.setEnabled(True)
    assert slider.field.text() == "100 %"


def test_both_parts_say_what_they_are(slider):
    assert slider.slider.accessibleName() == slider.field.accessibleName() == "Strength"


@pytest.mark.parametrize(("typed", "value"), [("1.5", 15), ("-0,3", -3), ("-2", -20), ("9", 40), ("x", 7)])
def test_a_slider_can_count_tenths(qtbot, qapp, typed, value):
    apply_theme(qapp, "dark")
    slider = ValueSlider("Direction 1", low=-40, high=40, default=0, suffix="", decimals=1)
    qtbot.addWidget(slider)
    slider.show()
    slider.activateWindow()
    qtbot.waitUntil(slider.isActiveWindow)
    slider.set_value(7)
    assert slider.field.text() == "0.7"
    write(slider, typed)
    assert slider.value() == value and slider.field.text().replace("−", "-") == f"{value / 10:.1f}"
    slider.field.editingFinished.emit()  # it reads what it has written itself, with a true minus sign
    assert slider.value() == value


def test_its_ends_can_change(slider, told):
    slider.set_ends(-200, 300, 250)
    slider.set_value(-150)
    assert (slider.value(), slider.field.text(), told) == (-150, "−150 %", [])
    slider.slider.reset_asked.emit()
    assert told == [250]
    needed = slider.field.fontMetrics().horizontalAdvance("−200 %")
    assert slider.field.width() > needed
