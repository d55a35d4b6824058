"""A slider under its name, and its value at the right, which can be typed."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from fsr_desktop.language.numbers import decimal
from fsr_desktop.widgets.calm import CalmSlider

SIDES = 18  # px, before and behind the value in its field
NUMBER = re.compile(r"[-\N{MINUS SIGN}]?\d+(?:[.,]\d+)?")


class ValueSlider(QWidget):
    """A whole number from `low` to `high` in the unit `suffix`; a double click on the slider sets `default`. With
    `decimals` it counts parts: 25 with one is written 2.5.

    Signals: `changed` with the number, only when the user changed it.
    """

    changed = Signal(int)

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        low: int = 0,
        high: int = 100,
        default: int = 100,
        suffix: str = " %",
        decimals: int = 0,
    ) -> None:
        super().__init__(parent)
        self._suffix, self._decimals, self._default, self._is_mixed = suffix, decimals, default, False
        self._label = QLabel(self)
        self.slider = _Slider(self)
        self.field = _Field(self)
        self._lay_out()
        self.set_title(title)
        self.set_ends(low, high, default)
        self.set_value(default)
        self.slider.valueChanged.connect(self._take)
        self.slider.reset_asked.connect(lambda: self.slider.setValue(self._default))
        self.field.typed.connect(self._take_typed)

    def value(self) -> int:
        """The number as it is shown."""
        return self.slider.value()

    def set_value(self, value: int, *, is_mixed: bool = False) -> None:
        """Show a number without telling; a mixed one stands between several, and is written as a dash."""
        self._is_mixed = is_mixed
        with QSignalBlocker(self.slider):
            self.slider.setValue(value)
        self._write()

    def set_ends(self, low: int, high: int, default: int) -> None:
        """Go from `low` to `high` from now on; a double click sets `default`."""
        self._default = default
        with QSignalBlocker(self.slider):
            self.slider.setRange(low, high)
        self.slider.setPageStep(max(1, (high - low) // 10))
        self.field.set_ends([self._words(end) for end in (low, high)])

    def set_title(self, title: str) -> None:
        """Name it; screen readers say the same."""
        self._label.setText(title)
        self.slider.setAccessibleName(title)
        self.field.setAccessibleName(title)

    def changeEvent(self, event: QEvent) -> None:
        """A dash stands for the value of what cannot be used."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._write()

    def _lay_out(self) -> None:
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self._label, 1)
        row.addWidget(self.field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.slider)

    def _write(self) -> None:
        is_known = self.isEnabled() and not self._is_mixed
        self.field.setText(self._words(self.value()) if is_known else "\N{EN DASH}")

    def _words(self, value: int) -> str:
        return f"{decimal(value / 10**self._decimals, self._decimals)}{self._suffix}"

    def _take(self, value: int) -> None:
        self._is_mixed = False
        self._write()
        self.changed.emit(value)

    def _take_typed(self) -> None:
        number = NUMBER.search(self.field.text())
        if number:
            typed = float(number[0].replace("\N{MINUS SIGN}", "-").replace(",", "."))
            self.slider.setValue(round(typed * 10**self._decimals))  # it tells if that is another one
        self._write()


class _Slider(CalmSlider):
    """A slider that says when it is double clicked, and shows the ring around its handle."""

    reset_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ring", "own")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the usual value."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset_asked.emit()
            event.accept()


class _Field(QLineEdit):
    """The value, which looks like words until the mouse or the keyboard comes.

    Signals: `typed`, when the user has finished to write.
    """

    typed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ends = [""]
        self.setProperty("is_value", True)
        self.setProperty("ring", "own")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setMaxLength(12)
        self.editingFinished.connect(self.typed)

    def set_ends(self, ends: list[str]) -> None:
        """The first and the last value that it shows."""
        self._ends = ends
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Its width follows the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """All of it can be written over at once."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the value back; the arrows up and down count."""
        owner = self.parent()
        if event.key() == Qt.Key.Key_Escape and self.isModified() and isinstance(owner, ValueSlider):
            owner.set_value(owner.value())
            self.setModified(False)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and isinstance(owner, ValueSlider):
            owner.slider.setValue(owner.value() + (1 if event.key() == Qt.Key.Key_Up else -1))
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setFixedWidth(max(self.fontMetrics().horizontalAdvance(end) for end in self._ends) + SIDES)
