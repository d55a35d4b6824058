"""The combo box whose list shows every row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from fsr_desktop.look.lettering import font_of
from fsr_desktop.look.theme import apply_text_size, apply_theme
from fsr_desktop.widgets.combo_box import ROW, TALL_ROW, ComboBox

pytestmark = pytest.mark.window
ROWS = [
    ("auto", "Auto", "by the size of each face", ""),
    ("natural", "Natural", "8–64 px, invents little", ""),
    ("guided", "Guided", "14–24 px, by 68 points and a great many words besides", "For study"),
    ("plain", "Plain", "", "For study"),
]


@pytest.fixture
def box(qtbot, qapp):
    apply_theme(qapp, "dark")
    box = ComboBox()
    qtbot.addWidget(box)
    for row in ROWS:
        box.add_row(*row)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    yield box
    apply_text_size(qapp, 100)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("count", [1, 4, 14])
def test_the_list_shows_all_its_rows(box, qapp, percent, count):
    apply_text_size(qapp, percent)
    for number in range(count - 4):
        box.add_row(f"own {number}", f"Own {number}")
    box.showPopup()
    view = box.view()
    rows = [view.sizeHintForRow(row) for row in range(box.count())]
    assert view.viewport().height() >= sum(rows)
    assert not view.verticalScrollBar().isVisible()
    words = QFontMetrics(font_of("small")).horizontalAdvance(ROWS[2][2])
    assert view.viewport().width() >= words
    assert rows[0] >= TALL_ROW and rows[box.findData("plain")] >= ROW
    box.hidePopup()


def test_the_first_row_is_chosen_and_the_program_sets_without_telling(box, qtbot):
    assert box.key() == "auto"
    with qtbot.assertNotEmitted(box.chosen):
        box.set_key("guided")
    assert (box.key(), box.currentText()) == ("guided", "Guided")
    box.set_key("nothing of the kind")
    assert box.key() == ""


def test_keys_choose_and_pass_over_headings(box):
    told: list[str] = []
    box.chosen.connect(told.append)
    box.setFocus()
    for _ in range(3):
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)  # the last one already
    assert told == ["natural", "guided", "plain"]


def test_a_row_of_the_open_list_is_chosen_by_a_click(box):
    told: list[str] = []
    box.chosen.connect(told.append)
    box.showPopup()
    view = box.view()
    for name in ("guided", "natural"):
        place = view.visualRect(box.model().index(box.findData(name), 0)).center()
        QTest.mouseMove(view.viewport(), place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == ["natural"]


def test_a_heading_cannot_be_chosen(box):
    heading = box.findText("For study")
    assert box.count() == len(ROWS) + 1  # one heading for both
    assert not box.model().index(heading, 0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_rows_can_be_replaced(box):
    box.clear_rows()
    assert (box.key(), box.count()) == ("", 0)
    box.add_row("x", "X", section="For study")
    assert (box.key(), box.count()) == ("x", 2)
