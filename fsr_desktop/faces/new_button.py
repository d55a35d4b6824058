"""The round button for a new face, where the row of faces is too long to show it at its end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from fsr_desktop.faces.face_painter import CELL, PICTURE, RING, paint_new
from fsr_desktop.look.theme import tokens
from fsr_desktop.widgets.buttons import press_by_enter


class NewFaceButton(QToolButton):
    """Looks as the last entry of a `FaceRow` does."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("new_face")
        self.setFixedSize(CELL, CELL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(words)
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The circle with its plus, and the ring of the keyboard."""
        place = QRectF(0, 0, PICTURE, PICTURE)
        place.moveCenter(QRectF(self.rect()).center())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_new(painter, place, is_hovered=self.underMouse())
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(tokens().ring), RING + 1.0))
                painter.drawEllipse(place.adjusted(-3, -3, 3, 3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)
