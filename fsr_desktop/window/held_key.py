"""A key that acts for as long as it is held, wherever in the window the keyboard is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_WRITING = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)


class HeldKey(QObject):
    """Calls `hold` with True while the shortcut of an action is down in `window`, and with False after that; letters
    that are written into a field stay letters.

    The key is taken where it enters the window, before a list searches for it; as a shortcut it is declined before
    that, once no widget has wanted it.
    """

    def __init__(self, window: QWidget, action: QAction, hold: Callable[[bool], None]) -> None:
        super().__init__(window)
        self._window, self._action, self._hold = window, action, hold
        self._is_held = False
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.applicationStateChanged.connect(self._let_go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the window, and once it is shown where its keys come in."""
        if watched is not self._window:
            return isinstance(event, QKeyEvent) and self._is_taken(event)
        if event.type() == QEvent.Type.Show:
            self._window.windowHandle().installEventFilter(self)
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_wanted(event):
            event.accept()
            return True
        return False

    def _is_taken(self, event: QKeyEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not self._is_wanted(event):
            return False
        if not event.isAutoRepeat():
            self._set(event.type() == QEvent.Type.KeyPress)
        return True

    def _is_wanted(self, event: QKeyEvent) -> bool:
        wanted = self._action.shortcut()
        is_key = not wanted.isEmpty() and QKeySequence(event.keyCombination()) == wanted
        return is_key and not isinstance(QApplication.focusWidget(), _WRITING)

    def _let_go(self, *_state: object) -> None:
        self._set(False)  # a key that is released in another program is not seen here

    def _set(self, is_held: bool) -> None:
        if is_held != self._is_held:
            self._is_held = is_held
            self._hold(is_held)
