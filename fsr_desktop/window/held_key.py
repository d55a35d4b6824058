"""A key that acts for as long as it is held, wherever in the window the keyboard is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_WRITING = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)


class HeldKey(QObject):
    """Calls `hold` with True while the shortcut of an action is down in `window`, and with False after that; letters
    that are written into a field stay letters."""

    def __init__(self, window: QWidget, action: QAction, hold: Callable[[bool], None]) -> None:
        super().__init__(window)
        self._window, self._action, self._hold = window, action, hold
        self._is_held = False
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        app.applicationStateChanged.connect(self._let_go)  # pyright: ignore[reportAttributeAccessIssue]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key, before a widget or a shortcut does."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        wanted = self._action.shortcut()
        if wanted.isEmpty() or QKeySequence(event.keyCombination()) != wanted:
            return False
        if isinstance(QApplication.focusWidget(), _WRITING):
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if not event.isAutoRepeat():
            self._set(kind == QEvent.Type.KeyPress)
        return True

    def _let_go(self, *_state: object) -> None:
        self._set(False)  # a key that is released in another program is not seen here

    def _set(self, is_held: bool) -> None:
        if is_held != self._is_held:
            self._is_held = is_held
            self._hold(is_held)
