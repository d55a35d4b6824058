"""Notices when the mouse rests, so that the presenter's bar and the cursor can go by themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

REST_MS = 3000
_MOVES = (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.HoverMove)


class HidesWhenIdle(QObject):
    """Hides `bar` and the cursor over `window` once the mouse has rested; any movement brings them back.

    While the mouse is over the bar, or the keyboard's focus in it, it stays.
    """

    def __init__(self, window: QWidget, bar: QWidget) -> None:
        super().__init__(window)
        self._window, self._bar = window, bar
        self.is_hidden = False
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._rest)
        for widget in (window, *window.findChildren(QWidget)):
            widget.setMouseTracking(True)
            widget.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wake up at each movement, and where the focus comes into the bar."""
        came_in = event.type() == QEvent.Type.FocusIn and watched in self._bar.findChildren(QWidget)
        if event.type() in _MOVES or came_in:
            self.wake()
        return super().eventFilter(watched, event)

    def wake(self) -> None:
        """Show the bar again."""
        self._timer.start()
        if self.is_hidden:
            self.is_hidden = False
            self._window.unsetCursor()
            self._set_seen(True)

    def _rest(self) -> None:
        focus = self._window.focusWidget()
        if self._bar.underMouse() or (focus is not None and self._bar.isAncestorOf(focus)):
            self._timer.start()
            return
        self.is_hidden = True
        self._window.setCursor(Qt.CursorShape.BlankCursor)
        self._set_seen(False)

    def _set_seen(self, is_seen: bool) -> None:
        """Its room stays, so that no picture moves."""
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._bar.setVisible(is_seen)
