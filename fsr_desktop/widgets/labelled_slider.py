"""A slider with its name and a number field beside it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QSpinBox, QVBoxLayout, QWidget


class CalmSlider(QSlider):
    """A level slider that the mouse wheel moves only where it has the focus, so that scrolling past changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(60)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls, unless the slider has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CalmSpinBox(QSpinBox):
    """A number field that the mouse wheel changes only where it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls, unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class LabelledSlider(QWidget):
    """A whole number from `low` to `high`, by slider, keys or typing; `suffix` is its unit.

    Signals: `changed` with the number, only when the user changed it.
    """

    changed = Signal(int)

    def __init__(
        self, label: str, *, low: int = 0, high: int = 100, suffix: str = " %", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = QLabel(label, self)
        self.slider = CalmSlider(self)
        self.slider.setRange(low, high)
        self.slider.setPageStep(max(1, (high - low) // 10))
        self.number = CalmSpinBox(self)
        self.number.setRange(low, high)
        self.number.setSuffix(suffix)
        self._label.setBuddy(self.number)
        row = QHBoxLayout()
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._label)
        column.addLayout(row)
        self.set_label(label)
        self.slider.valueChanged.connect(self._take)
        self.number.valueChanged.connect(self._take)

    @property
    def value(self) -> int:
        """The number as it is shown."""
        return self.slider.value()

    def set_value(self, value: int) -> None:
        """Show a number without telling."""
        with QSignalBlocker(self.slider), QSignalBlocker(self.number):
            self.slider.setValue(value)
            self.number.setValue(value)

    def set_label(self, label: str) -> None:
        """Name it; screen readers say the same."""
        self._label.setText(label)
        self.slider.setAccessibleName(label)
        self.number.setAccessibleName(label)

    def _take(self, value: int) -> None:
        self.set_value(value)
        self.changed.emit(value)
