"""What stands in the middle of a pane without a picture: a sign, a heading, why, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from fsr_desktop.look.icons import icon
from fsr_desktop.look.lettering import Ink, write_in

SIGN = 24  # px
WIDEST = 340  # px of a line


class PaneWords(QWidget):
    """Signals: `wanted` when its button is pressed."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign, self.title, self.text = QLabel(self), QLabel(self), QLabel(self)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 40, 16, 16)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self.sign, self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is self.text)
            label.setMaximumWidth(WIDEST)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        write_in(self.title, "head")
        write_in(self.text, ink="text2")

    def show_words(self, title: str, text: str, *, sign: str = "", button: str = "", ink: Ink = "text") -> None:
        """Show these; without a sign or a button there is none."""
        self.sign.setVisible(bool(sign))
        if sign:
            self.sign.setPixmap(icon(sign).pixmap(SIGN, SIGN))
        self.title.setText(title)
        write_in(self.title, "head", ink)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.text.setFixedWidth(max(120, min(WIDEST, self.width() - 32)))
        self.button.setText(button)
        self.button.setVisible(bool(button))
