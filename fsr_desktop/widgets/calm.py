"""A slider that the mouse wheel leaves alone while one scrolls past."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QWidget

HEIGHT = 24  # px, of a slider


class CalmSlider(QSlider):
    """A level slider that the mouse wheel moves only where it has the focus, so that scrolling past changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(60)

    def sizeHint(self) -> QSize:
        """High enough for the mouse, and for the ring around the handle."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(super().minimumSizeHint().width(), HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The handle jumps to where the mouse is pressed, and follows it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderPosition(self._value_at(event.position().x()))
        super().mousePressEvent(event)

    def _value_at(self, x: float) -> int:
        length = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self)
        low, high = self.minimum(), self.maximum()
        return QStyle.sliderValueFromPosition(low, high, round(x - length / 2), self.width() - length)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls, unless the slider has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
