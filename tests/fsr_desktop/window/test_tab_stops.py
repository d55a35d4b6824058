"""The keyboard: every stop of Tab is seen, and they come in the order of the eye."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fsr_desktop.look.theme import apply_theme
from fsr_desktop.widgets.value_slider import ValueSlider
from tests.fsr_desktop.window.filled_window import FilledWindow

pytestmark = pytest.mark.window
MOST_STOPS = 80


@pytest.fixture
def filled(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FilledWindow]:
    apply_theme(qapp, "dark")
    filled = FilledWindow(qtbot, tmp_path, monkeypatch, width=1440, height=900)
    filled.fill()
    filled.window.activateWindow()
    qtbot.waitUntil(filled.window.isActiveWindow)
    yield filled
    filled.close()
    apply_theme(qapp, "system")


def place_of(widget: QWidget, window: QWidget) -> QPoint:
    parent = widget.parentWidget()
    whole = parent if isinstance(parent, ValueSlider) else widget  # the slider comes before its value
    return whole.mapTo(window, QPoint(0, 0))


@pytest.mark.parametrize("page", ["photo", "looks", "study"])
def test_every_stop_changes_the_picture_and_all_come_in_the_order_of_the_eye(filled: FilledWindow, page: str) -> None:
    window = filled.window
    parts = {
        "top bar": window.top_bar, "canvas": window.photo.middle, "panel": window.photo.panel,
        "strip": window.photo.strip,
    }  # fmt: skip
    with filled.page(page):
        window.top_bar.menu_button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(window, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        stops: list[QWidget] = []
        unseen: list[str] = []
        for _ in range(MOST_STOPS):
            before = window.grab().toImage()
            QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
            QTest.qWait(1)
            stop = QApplication.focusWidget()
            assert stop
            if stop in stops:
                break
            stops.append(stop)
            if window.grab().toImage() == before:
                unseen.append(f"{type(stop).__name__} {stop.objectName()}")
        assert unseen == []
        names = [next((name for name, part in parts.items() if part.isAncestorOf(stop)), page) for stop in stops]
        order = list(dict.fromkeys(names))
        assert len(stops) > 8 and names == sorted(names, key=order.index)
        assert order == (["top bar", "study"] if page == "study" else list(parts))
        rows = [place_of(stop, window).y() for stop, name in zip(stops, names, strict=True) if name == "panel"]
        assert rows == sorted(rows), list(
            zip(
                rows,
                [f"{type(s).__name__} {s.objectName()}" for s, n in zip(stops, names, strict=True) if n == "panel"],
                strict=True,
            )
        )
