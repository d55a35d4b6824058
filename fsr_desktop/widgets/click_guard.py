"""Clicks that were meant for what stood there before."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class ClickGuard(QObject):
    """Keeps the further clicks of a double click, or of a quick series, from buttons that come under the mouse by it.

    A press is ignored within the time of a double click after the last one, and after `begin`, which says that other
    buttons stand there now. The keyboard is left alone.
    """

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QObject) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._until_s = 0.0
        for button in self._buttons:
            button.installEventFilter(self)

    def begin(self) -> None:
        """Ignore clicks for a moment from now on."""
        self._until_s = monotonic() + QApplication.doubleClickInterval() / 1000

    def holds(self, button: QObject) -> bool:
        """Whether a click at this button would be ignored now."""
        return button in self._buttons and monotonic() < self._until_s

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the press away where it follows too soon."""
        if event.type() not in PRESSES:
            return super().eventFilter(watched, event)
        is_ignored = self.holds(watched) or event.type() == QEvent.Type.MouseButtonDblClick
        self.begin()
        return is_ignored
