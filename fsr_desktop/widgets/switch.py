"""A switch: it shows or hides something at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from fsr_desktop.look import paint
from fsr_desktop.look.theme import tokens

TRACK = QSize(30, 16)
BETWEEN, HEIGHT = 9, 24  # px: track to words, and the least height for the mouse
KNOB, DOT = 5.0, 4.5  # px, radius when it is on and off


class Switch(QCheckBox):
    """A check box that looks like a switch, with its words beside it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """The track and the words."""
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text().replace("&", ""))
        width = TRACK.width() + (BETWEEN + words + 2 if self.text() else 0)
        return QSize(width, max(HEIGHT, metrics.height() + 4))

    def minimumSizeHint(self) -> QSize:
        """The whole of the words."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The track and the words can be pressed, not what is empty behind them."""
        return 0 <= pos.x() <= self.sizeHint().width() and 0 <= pos.y() <= self.height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its knob at the right and the colour of what is chosen when it is on."""
        colours = tokens()
        track = QRectF(0, (self.height() - TRACK.height()) / 2, TRACK.width(), TRACK.height())
        words = self.rect().adjusted(TRACK.width() + BETWEEN, 0, 0, 0)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_track(painter, track)
            painter.setPen(QColor(colours.text if self.isEnabled() else colours.disabled))
            middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, middle | Qt.TextFlag.TextHideMnemonic, self.text())

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        colours, middle = tokens(), track.center().y()
        if self.isChecked():
            fill = colours.ring if self.isEnabled() else colours.disabled
            paint.box(painter, track, fill=fill, radius=8)
            knob = colours.ring_text if self.isEnabled() else colours.panel
            paint.round_box(painter, QPointF(track.right() - 8, middle), KNOB, fill=knob)
            return
        edge = colours.text if self.isEnabled() and self.underMouse() else colours.outline
        edge = edge if self.isEnabled() else colours.disabled
        paint.box(painter, track, fill=colours.field, edge=edge, radius=8)
        paint.round_box(painter, QPointF(track.left() + 8, middle), DOT, fill=edge)
