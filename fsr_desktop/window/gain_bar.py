"""How much stronger differences are shown, and what they mean: over the canvas, in the view "Difference" alone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from fsr_desktop.look.lettering import write_in
from fsr_desktop.look.theme import tokens
from fsr_desktop.looks.photo_column import ScaleBar
from fsr_desktop.session.view_state import View
from fsr_desktop.widgets.value_slider import ValueSlider

MOST_GAIN, USUAL_GAIN = 32, 8
WIDTH, EDGE, RADIUS = 300, 16, 6  # px


class GainBar(QFrame):
    """Lies at the top of `over`, in its middle, in no layout: toasts are below."""

    def __init__(self, view: View, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("gain_bar")
        self._view, self._over = view, over
        self.slider = ValueSlider(
            self.tr("Difference, made stronger"), self, low=1, high=MOST_GAIN, default=USUAL_GAIN, suffix=" ×"
        )
        self.slider.changed.connect(lambda gain: view.change(replace(view.current, difference_gain=float(gain))))
        self.scale, self.words = ScaleBar(self, colour_map="grey"), QLabel(self)
        self.words.setText(self.tr("Black is as before. Where there is colour, the colour has changed as well."))
        self.words.setWordWrap(True)
        write_in(self.words, "small", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(4)
        column.addWidget(self.slider)
        column.addWidget(self.scale)
        column.addWidget(self.words)
        over.installEventFilter(self)
        view.changed.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the place."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground as a toast has it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(tokens().toast_edge))
            painter.setBrush(QColor(tokens().toast))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)

    def _show(self) -> None:
        state = self._view.current
        self.slider.set_value(round(state.difference_gain))
        self.scale.show_ends("0", self.tr("{high} of 255").format(high=round(255 / state.difference_gain)))
        self.setVisible(state.mode == "difference")
        self.raise_()
        self._place()

    def _place(self) -> None:
        width = min(WIDTH, self._over.width() - 2 * EDGE)
        inside = self.layout()
        height = inside.heightForWidth(width) if inside and inside.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry((self._over.width() - width) // 2, EDGE, width, height)
