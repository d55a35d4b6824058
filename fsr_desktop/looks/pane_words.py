"""What stands in the middle of a pane without a picture: a sign, a heading, why, and what can be done."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fsr_desktop.look.lettering import write_in
from fsr_desktop.look.signs import sign as sign_of
from fsr_desktop.look.theme import tokens
from fsr_desktop.widgets.vertical_scroll import VerticalScroll

Sign = Literal["state-refused", "state-failed"]
SIGN = 24  # px
WIDEST, BESIDE, BUTTON_SIDES = 340, 4, 30  # px of a line, beside it, and beside a button's words
BELOW_BOX, BELOW_WORDS, BELOW = 40, 12, 8  # px: the choice of the look lies above; the button; the foot


class PaneWords(QWidget):
    """They wrap, and scroll where the pane is too low for them, the button below them only where nothing else would be
    seen of them.

    Signals: `wanted` when its button is pressed.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        self._scroll = _Words(inside, self)
        self.sign, self.title, self.text = (QLabel(inside) for _ in range(3))
        self.button = QPushButton(self)
        self._button_words = ""
        self.button.clicked.connect(self.wanted)
        self._is_low = False  # and the button scrolls with the words
        self._column, self._whole = QVBoxLayout(inside), QVBoxLayout(self)
        self._fill(self._column)
        self._whole.setContentsMargins(0, BELOW_BOX, 0, BELOW)
        self._whole.setSpacing(BELOW_WORDS)
        self._whole.addStretch(2)
        self._whole.addWidget(self._scroll)
        self._whole.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._whole.addStretch(3)

    def _fill(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(BESIDE, 0, BESIDE, 0)
        column.setSpacing(8)
        for label in (self.sign, self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self.sign)
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # `_fit` says how large
            label.setMaximumWidth(WIDEST)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
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

    def sizeHint(self) -> QSize:
        """No more than a picture in its place would want: all panes are of one height."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Panes may become small."""
        return QSize(120, 56)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The same where all text becomes larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        width = min(WIDEST, self.width() - 2 * BESIDE - self._scroll.verticalScrollBar().sizeHint().width())
        room = max(100, width)
        for label in (self.title, self.text):
            label.setFixedSize(room, label.heightForWidth(room) if label.text() else 0)
        words, metrics = self._button_words, self.button.fontMetrics()
        if metrics.horizontalAdvance(words) > room - BUTTON_SIDES:
            words = _wrapped(words.partition(",")[0], metrics, room - BUTTON_SIDES)
        self.button.setText(words)
        self.button.setToolTip(self._button_words)
        self.button.setAccessibleName(self._button_words)
        self.button.setMinimumHeight(self.button.sizeHint().height())
        self._place_button()
        self._scroll.updateGeometry()

    def _place_button(self) -> None:
        beside_words = BELOW_BOX + BELOW_WORDS + self.button.minimumHeight() + BELOW
        is_low = self.height() < beside_words + self._scroll.minimumSizeHint().height()
        if is_low == self._is_low:
            return
        self._is_low = is_low
        (self._whole if is_low else self._column).removeWidget(self.button)
        if is_low:
            self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._whole.insertWidget(2, self.button, 0, Qt.AlignmentFlag.AlignHCenter)


class _Words(VerticalScroll):
    """As high as its words, and lower where there is less room."""

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        super().__init__(inside, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """All of the words."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """A line of them."""
        return QSize(100, self.fontMetrics().height())


def _wrapped(words: str, metrics: QFontMetrics, room: int) -> str:
    """The words on as many lines as they need."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
