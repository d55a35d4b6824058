"""Tells what the cursor points at, not too often."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer

from fsr_desktop.canvas.scene import CursorInfo

INTERVAL_MS = 50


class CursorReporter(QObject):
    """Calls `report` with what `look` finds under the cursor: at once, then at most twenty times a second."""

    def __init__(
        self,
        look: Callable[[QPointF], CursorInfo | None],
        report: Callable[[CursorInfo | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look, self._report = look, report
        self._waiting: QPointF | None = None
        self._is_waiting = False
        self._pause = QTimer(self, singleShot=True, interval=INTERVAL_MS)
        self._pause.timeout.connect(self._tell_waiting)

    def move(self, place: QPointF | None) -> None:
        """The cursor is there now; None: it has left."""
        self._waiting, self._is_waiting = place, True
        if not self._pause.isActive():
            self._tell_waiting()

    def _tell_waiting(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self._report(self._look(self._waiting) if self._waiting is not None else None)
            self._pause.start()
