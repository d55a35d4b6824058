"""Sections fold, remember it, and move only where the system lets them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fsr_desktop.look.motion import has_still_desktop
from fsr_desktop.look.theme import apply_theme
from fsr_desktop.widgets.section import Section

pytestmark = pytest.mark.window


def still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fsr_desktop.widgets.section.duration_ms", lambda _usual: 0)


def section_of(qtbot, *, is_open: bool = True) -> Section:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    words = QLabel("many words " * 20)
    words.setWordWrap(True)
    section = Section("Faces", words, key="photo/faces", is_open=is_open)
    column.addWidget(section)
    column.addStretch(1)
    holder.resize(300, 500)
    holder.show()
    section.holder = holder  # pyright: ignore[reportAttributeAccessIssue] keeps it alive
    return section


def test_a_section_folds_and_opens_by_mouse_and_keys(qtbot, qapp, monkeypatch):
    still(monkeypatch)
    apply_theme(qapp, "dark")
    section = section_of(qtbot)
    open_height = section.height()
    told: list[bool] = []
    section.toggled.connect(told.append)
    QTest.mouseClick(section.head, Qt.MouseButton.LeftButton)
    assert not section.is_open and not section.content.isVisible()
    qtbot.waitUntil(lambda: section.height() < open_height - 20)
    for key, is_open in ((Qt.Key.Key_Return, True), (Qt.Key.Key_Left, False), (Qt.Key.Key_Space, True)):
        QTest.keyClick(section.head, key)
        assert section.is_open == section.content.isVisible() == is_open
    qtbot.waitUntil(lambda: section.height() == open_height)
    assert told == [False, True, False, True]


def test_folding_moves_and_ends_at_the_heights_of_head_and_content(qtbot, qapp):
    apply_theme(qapp, "dark")
    section = section_of(qtbot)
    open_height = section.height()
    seen: list[int] = []
    section.set_open(False)
    qtbot.waitUntil(lambda: seen.append(section.height()) or not section.content.isVisible(), timeout=2000)
    qtbot.waitUntil(lambda: section.height() == section.head.height())
    assert all(section.head.height() <= height <= open_height for height in seen)
    section.set_open(True)
    qtbot.waitUntil(lambda: section.height() == open_height, timeout=2000)


def test_what_was_folded_stays_so(qtbot, qapp, monkeypatch, own_data_folder):
    still(monkeypatch)
    section_of(qtbot).set_open(False)
    assert not section_of(qtbot).is_open
    assert list((own_data_folder / "config").glob("*.ini"))
    section_of(qtbot).set_open(True)
    assert section_of(qtbot, is_open=False).is_open


def test_a_section_begins_as_it_is_told(qtbot):
    assert not section_of(qtbot, is_open=False).is_open


def test_the_summary_is_heard_too(qtbot):
    section = section_of(qtbot)
    section.set_summary("2 of 2 restored")
    assert (section.head.accessibleName(), section.head.accessibleDescription()) == ("Faces", "2 of 2 restored")


@pytest.mark.parametrize(
    ("file", "name", "value"),
    [
        ("kdeglobals", "KDE/AnimationDurationFactor", "0"),
        ("gtk-4.0/settings.ini", "Settings/gtk-enable-animations", "0"),
    ],
)
def test_a_still_desktop_is_noticed(tmp_path, file, name, value):
    assert not has_still_desktop(tmp_path)
    (tmp_path / file).parent.mkdir(exist_ok=True)
    settings = QSettings(str(tmp_path / file), QSettings.Format.IniFormat)
    settings.setValue(name, value)
    settings.sync()
    assert has_still_desktop(tmp_path)
