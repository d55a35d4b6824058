"""What stands in the middle of a pane without a picture: a sign, a heading, why, and what can be done."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from fsr_desktop.look.lettering import write_in
from fsr_desktop.look.signs import sign as sign_of
from fsr_desktop.look.theme import tokens

Sign = Literal["state-refused", "state-failed"]
SIGN = 24  # px
WIDEST, BESIDE = 340, 16  # px of a line, and beside it


class PaneWords(QWidget):
    """Signals: `wanted` when its button is pressed."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign, self.title, self.text = QLabel(self), QLabel(self), QLabel(self)
        self.button = QPushButton(self)
        self._button_words = ""
        self.button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 40, 4, 16)
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

    def show_words(self, title: str, text: str, *, sign: Sign | None = None, button: str = "") -> None:
        """Show these; without a sign or a button there is none."""
        self.sign.setVisible(sign is not None)
        if sign:
            colour = QColor(tokens().bad if sign == "state-failed" else tokens().warn)
            self.sign.setPixmap(sign_of(sign, colour, SIGN, self.devicePixelRatioF()))
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self._button_words = button
        self.button.setVisible(bool(button))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Panes may become small: the words wrap."""
        return QSize(120, 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(100, min(WIDEST, self.width() - 2 * BESIDE))
        self.text.setFixedWidth(room)
        metrics, words = self.button.fontMetrics(), self._button_words
        for shorter in (words.replace(", ", ",\n", 1), words.partition(",")[0]):
            if metrics.boundingRect(QRect(), 0, words).width() > room - 2 * BESIDE:
                words = shorter
        self.button.setText(words)
        self.button.setToolTip(self._button_words)
        self.button.setAccessibleName(self._button_words)
