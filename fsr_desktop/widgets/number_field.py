"""Fields for numbers whose text keeps a distance from the frame, which a style sheet cannot give them."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

LEFT = 6  # px


class WholeNumberField(QSpinBox):
    """A field for a whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(LEFT, 0, 0, 0)


class NumberField(QDoubleSpinBox):
    """A field for a number with a fraction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(LEFT, 0, 0, 0)
