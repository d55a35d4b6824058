"""What every control of the window keeps: a ring for the keyboard, a name, room for its words at each text size."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fsr_desktop.look.focus_ring import MARGIN, focus_by_keys
from fsr_desktop.look.theme import apply_text_size, apply_theme
from fsr_desktop.widgets.accent_button import AccentButton
from fsr_desktop.widgets.buttons import FlatButton, IconButton, LinkButton
from fsr_desktop.widgets.calm import CalmSlider
from fsr_desktop.widgets.combo_box import ComboBox
from fsr_desktop.widgets.number_field import WholeNumberField
from fsr_desktop.widgets.section import Section
from fsr_desktop.widgets.segments import Segments
from fsr_desktop.widgets.switch import Switch
from fsr_desktop.widgets.value_slider import ValueSlider
from tests.fsr_desktop.pixels import pixels_of

pytestmark = pytest.mark.window
WORDS = "Wiederherstellen"


def combo() -> ComboBox:
    box = ComboBox()
    box.add_row("a", WORDS)
    box.add_row("b", "B")
    return box


def accent() -> AccentButton:
    button = AccentButton(WORDS)
    button.set_menu(QMenu(button))
    return button


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "accent": accent,
    "button": lambda: QPushButton(WORDS),
    "flat": lambda: FlatButton(WORDS),
    "link": lambda: LinkButton(WORDS),
    "icon": lambda: IconButton("undo", WORDS),
    "segments": lambda: Segments([("a", WORDS), ("b", "B")]),
    "check box": lambda: QCheckBox(WORDS),
    "radio": lambda: QRadioButton(WORDS),
    "switch": lambda: Switch(WORDS),
    "slider": lambda: ValueSlider(WORDS),
    "calm slider": CalmSlider,
    "combo": combo,
    "line": lambda: QLineEdit(WORDS),
    "number": WholeNumberField,
    "section": lambda: Section(WORDS, QLabel("x"), key="test"),
}
WITH_WORDS = ("accent", "flat", "link", "segments", "check box", "radio", "switch", "slider", "combo", "section")


@pytest.fixture(params=["dark", "light", "contrast"])
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    apply_theme(qapp, request.param)
    return request.param


@pytest.fixture(autouse=True)
def usual_text(qapp: QApplication):
    apply_theme(qapp, "dark")
    yield
    apply_text_size(qapp, 100)


@pytest.fixture
def place(qtbot: QtBot):
    """Shows a widget between two buttons, in a window that stays until the end of the test."""
    kept: list[QWidget] = []

    def show(widget: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        column.setContentsMargins(24, 24, 24, 24)
        for one in (QPushButton("before"), widget, QPushButton("behind")):
            column.addWidget(one)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show


def seen_of(window: QWidget, widget: QWidget) -> np.ndarray:
    """The pixels of a widget and of the ring's place around it."""
    around = QRect(widget.mapTo(window, QPoint()), widget.size()).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    return pixels_of(window.grab(around))


@pytest.mark.parametrize("name", CONTROLS)
def test_every_tab_stop_shows_a_ring(place, themed, name):
    widget = CONTROLS[name]()
    window = place(widget)
    focus_by_keys(window.findChildren(QPushButton)[0])
    stops = 0
    while True:
        before = seen_of(window, widget)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        focused = window.focusWidget()
        if focused is None or not (focused is widget or widget.isAncestorOf(focused)):
            break
        stops += 1
        assert np.abs(seen_of(window, widget).astype(int) - before).max() > 60, type(focused)
    assert stops == (2 if name == "slider" else 1)
    assert window.focusWidget() is not widget


def test_a_click_shows_no_ring(place):
    box = QCheckBox("x")
    window = place(box)
    QTest.mousePress(box, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    ring = window.findChild(QWidget, "focus_ring")
    QTest.mouseRelease(box, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert box.hasFocus() and (ring is None or not ring.isVisible())


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("name", WITH_WORDS)
def test_words_have_room_at_each_text_size(place, qapp, name, percent):
    apply_text_size(qapp, percent)
    widget = CONTROLS[name]()
    window = place(widget)
    window.adjustSize()
    metrics = QFontMetrics(qapp.font())
    assert widget.width() >= metrics.horizontalAdvance(WORDS)
    assert widget.height() >= metrics.height()
    assert widget.width() >= widget.minimumSizeHint().width() and widget.height() >= widget.minimumSizeHint().height()


@pytest.mark.parametrize("name", CONTROLS)
def test_controls_grow_with_the_text(place, qapp, name):
    widget = CONTROLS[name]()
    place(widget)
    usual = widget.sizeHint()
    apply_text_size(qapp, 150)
    qapp.processEvents()  # layouts ask again
    now = widget.sizeHint()
    if name in WITH_WORDS:
        assert now.width() > usual.width()
    assert now.height() >= usual.height()


@pytest.mark.parametrize("name", CONTROLS)
def test_controls_are_large_enough_for_the_mouse(place, name):
    widget = CONTROLS[name]()
    place(widget)
    assert widget.height() >= 24


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("accent", QAccessible.Role.ButtonMenu), ("flat", QAccessible.Role.Button), ("icon", QAccessible.Role.Button),
        ("switch", QAccessible.Role.CheckBox), ("combo", QAccessible.Role.ComboBox),
    ],
)  # fmt: skip
def test_screen_readers_hear_what_a_control_is(place, name, role):
    widget = CONTROLS[name]()
    place(widget)
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None and interface.role() == role
    assert name == "combo" or WORDS in interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("name", ["flat", "link", "icon", "accent"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button(place, qtbot, name, key):
    widget = CONTROLS[name]()
    place(widget)
    widget.setFocus()
    with qtbot.waitSignal(widget.clicked):  # pyright: ignore[reportAttributeAccessIssue] all of them are buttons
        QTest.keyClick(widget, key)


@pytest.mark.parametrize("percent", [100, 150])
def test_the_menu_opens_where_its_sign_is_drawn_and_the_words_press(place, qapp, percent):
    apply_text_size(qapp, percent)
    button = accent()
    told: list[str] = []
    button.menu().addAction("One")
    button.menu().aboutToShow.connect(lambda: told.append("menu"))
    button.menu().aboutToShow.connect(lambda: QTimer.singleShot(0, button.menu().close))
    button.clicked.connect(lambda: told.append("clicked"))
    place(button)
    menu, middle = button.menu_part(), button.height() // 2
    picture = button.grab().toImage()
    ground = picture.pixelColor(menu.right() - 4, middle)
    drawn = [x for x in range(button.width()) if x > menu.left() + 2 and picture.pixelColor(x, middle) != ground]
    assert drawn  # the arrow
    for x, expected in (
        (menu.left() - 2, "clicked"), (menu.left() + 1, "menu"), (drawn[0], "menu"), (menu.center().x(), "menu"),
        (menu.right(), "menu"), (button.words_part().center().x(), "clicked"),
    ):  # fmt: skip
        told.clear()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(x, middle))
        assert told == [expected], x
    told.clear()
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert told == ["menu"]
