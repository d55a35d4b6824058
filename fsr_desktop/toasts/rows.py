"""The rows of a notice that tells several things: each with its sign, what it is, why, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from fsr_desktop.look.lettering import write_in
from fsr_desktop.look.signs import sign
from fsr_desktop.look.theme import tokens
from fsr_desktop.look.tokens import Tokens
from fsr_desktop.session.notice import NoticeAction, NoticeRow
from fsr_desktop.widgets.buttons import LinkButton
from fsr_desktop.widgets.elided_label import ElidedLabel

MOST_ROWS = 4
SIGN_SIDE = 16


class ToastRows(QWidget):
    """A few rows; how many more there are is said. Signals: `pressed` with the `NoticeAction` of a row."""

    pressed = Signal(object)

    def __init__(self, rows: Sequence[NoticeRow], *, left: int, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in rows[:MOST_ROWS]:
            shown = ToastRow(row, left=left, parent=self)
            shown.pressed.connect(self.pressed)
            column.addWidget(shown)
        more = len(rows) - MOST_ROWS
        if more > 0:
            words = QLabel(self.tr("%n more: see “Needs you” below the photo.", "", more), self)
            words.setWordWrap(True)
            words.setContentsMargins(left, 8, 0, 0)
            write_in(words, "small", "text2")
            column.addWidget(words)


class ToastRow(QWidget):
    """One row. Signals: `pressed` with its action, once."""

    pressed = Signal(object)

    def __init__(self, row: NoticeRow, *, left: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        grid = QGridLayout(self)
        grid.setContentsMargins(left, 6, 4, 6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        title = ElidedLabel(row.title, parent=self)
        grid.addWidget(title, 0, 0)
        text = QLabel(row.text, self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        write_in(text, "small", "text2")
        grid.addWidget(text, 1, 0)
        if row.action:
            grid.addWidget(self._link(row.action), 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line above, and the sign."""
        colours = tokens()
        picture = sign(self.row.sign, QColor(ink_of(self.row.tone, colours)), SIGN_SIDE, self.devicePixelRatioF())
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, QColor(colours.line))
            painter.drawPixmap(QPointF(0, (self.height() - SIGN_SIDE) / 2), picture)

    def _link(self, action: NoticeAction) -> LinkButton:
        link = LinkButton(action.words, self)
        link.setAccessibleDescription(self.row.title)
        link.clicked.connect(lambda: link.setEnabled(False))
        link.clicked.connect(lambda: self.pressed.emit(action))
        return link


def ink_of(tone: str, colours: Tokens) -> str:
    """The colour of a sign."""
    inks = {"good": colours.ok, "warn": colours.warn, "bad": colours.bad, "accent": colours.ring}
    return inks.get(tone, colours.text)
