"""The upper edge of the filmstrip, by which it is made higher or lower."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

HEIGHT = 5  # px


class FilmEdge(QWidget):
    """Invisible but for the mouse. Signals: `dragged` by so many px upwards since the button went down; `pressed` when
    it went down; `reset` by a double click."""

    pressed = Signal()
    dragged = Signal(int)
    reset = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filmstrip_edge")
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setToolTip(self.tr("Drag to make the thumbnails larger or smaller"))
        self._start: QPointF | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._start = event.globalPosition()
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell how far it is dragged."""
        if self._start is not None:
            self.dragged.emit(round(self._start.y() - event.globalPosition().y()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._start = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Back to the usual height."""
        self._start = None
        self.reset.emit()
