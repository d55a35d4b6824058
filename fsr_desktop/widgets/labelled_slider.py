"""A slider with its name and a number field beside it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fsr_desktop.widgets.calm import CalmSlider, CalmSpinBox


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
