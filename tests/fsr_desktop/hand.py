"""The user's hand: real events for the mouse, the keyboard and what is dropped, each counted as one action."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QTabBar, QWidget

from engine.types import Box
from fsr_desktop.canvas.canvas import Canvas
from fsr_desktop.widgets.click_guard import ClickGuard

LONG_S = 120.0  # the machine may be busy
SETTLED_S = 5.0  # a list lays itself out a moment after it is filled
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hand:
    """Does what a user does in a window. `actions` counts; waiting and looking are none."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.actions = 0

    def drop(self, paths: Sequence[Path]) -> None:
        """Drop files into the middle of the window."""
        self.actions += 1
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place = self.window.rect().center()
        copy, native = Qt.DropAction.CopyAction, self.window.windowHandle()
        enter = QDragEnterEvent(place, copy, data, LEFT, NO_KEY)
        QApplication.sendEvent(native, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(native, QDropEvent(QPointF(place), copy, data, LEFT, NO_KEY))

    def press(self, keys: str) -> None:
        """Press keys together, wherever the focus is."""
        self.actions += 1
        pressed = QKeySequence(keys)[0]  # pyright: ignore[reportIndexIssue] it has keys
        target = QApplication.activeModalWidget() or QApplication.focusWidget() or self.window
        QTest.keyClick(target.windowHandle() or target, pressed.key(), pressed.keyboardModifiers())

    def click(self, widget: QWidget, place: QPoint | None = None, *, with_ctrl: bool = False) -> None:
        """Click into a widget that is seen, by default into its middle; no quicker than one reads what it says."""
        self.actions += 1
        while any(guard.holds(widget) for guard in self.window.findChildren(ClickGuard)):
            QTest.qWait(10)
        place = widget.rect().center() if place is None else place
        assert widget.isVisible() and widget.isEnabled(), widget
        assert widget.visibleRegion().contains(place), (widget, place)
        modifier = Qt.KeyboardModifier.ControlModifier if with_ctrl else NO_KEY
        QTest.mouseClick(widget, LEFT, modifier, place)

    def click_face(self, canvas: Canvas, box: Box) -> None:
        """Click a face in the photo."""
        self.click(canvas, canvas.on_screen(box, 0).center().toPoint())

    def click_tab(self, tabs: QTabBar, words: str) -> None:
        """Click the tab with these words."""
        index = next(index for index in range(tabs.count()) if tabs.tabText(index) == words)
        self.click(tabs, tabs.tabRect(index).center())

    def click_row(self, rows: QListView, row: int, *, with_ctrl: bool = False) -> None:
        """Click a row of a list."""
        index = rows.model().index(row, 0)
        end = time.monotonic() + SETTLED_S
        while not rows.viewport().visibleRegion().contains(rows.visualRect(index).center()):
            assert time.monotonic() < end, (rows, row)
            QTest.qWait(10)
        self.click(rows.viewport(), rows.visualRect(index).center(), with_ctrl=with_ctrl)

    def click_in_menu(self, menu: QMenu, action: QAction) -> None:
        """Click a row of an open menu."""
        self.click(menu, menu.actionGeometry(action).center())

    def then(self, is_so: Callable[[], bool], do: Callable[[], object]) -> None:
        """Go on while a menu or a dialog holds up the program: once something is so."""

        def look() -> None:
            if is_so():
                do()
            elif time.monotonic() < end:
                QTimer.singleShot(10, look)

        end = time.monotonic() + LONG_S
        QTimer.singleShot(10, look)
