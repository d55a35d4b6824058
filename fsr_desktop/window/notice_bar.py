"""Notices above the canvas: where the user looks, until he closes them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fsr_desktop.look.icons import icon
from fsr_desktop.session.notice import Notice

MOST_SHOWN = 3
INFO_FOR_MS = 8000
ICON_SIDE = 20


class NoticeBar(QWidget):
    """Shows up to three notices, the oldest on top; more wait until one is closed. It takes no room without any.

    Errors and warnings stay until they are closed; an info goes by itself after eight seconds, but not under the mouse.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice_bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._rows: list[NoticeRow] = []
        self._waiting: list[NoticeRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.hide()

    @property
    def shown(self) -> list[Notice]:
        """The notices that can be seen, the oldest first."""
        return [row.notice for row in self._rows]

    def show_notice(self, notice: Notice, action_text: str = "", action: Callable[[], object] | None = None) -> None:
        """Show a notice, with a button that does `action` and closes it; one that is shown already is not repeated."""
        same = next((row for row in (*self._rows, *self._waiting) if row.notice == notice), None)
        if same:
            same.stay()
            return
        row = NoticeRow(notice, action_text, action, self)
        row.closed.connect(lambda: self._close(row))
        row.hide()
        if len(self._rows) >= MOST_SHOWN and notice.level != "info":
            older_info = next((one for one in self._rows if one.notice.level == "info"), None)
            if older_info:
                self._close(older_info, fill=False)
        self._waiting.append(row)
        self._fill()

    def _fill(self) -> None:
        while self._waiting and len(self._rows) < MOST_SHOWN:
            self._waiting.sort(key=lambda row: row.notice.level == "info")  # errors do not wait behind an info
            row = self._waiting.pop(0)
            self._rows.append(row)
            self._column.addWidget(row)
            self.show()
            row.show()
            row.stay()
            row.announce()
        self.setVisible(bool(self._rows))

    def _close(self, row: NoticeRow, *, fill: bool = True) -> None:
        if row in self._rows:
            self._rows.remove(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        if fill:
            self._fill()


class NoticeRow(QFrame):
    """One notice. Signals: `closed` when the user, or time, closes it."""

    closed = Signal()

    def __init__(
        self, notice: Notice, action_text: str, action: Callable[[], object] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setObjectName(f"notice_{notice.level}")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setForegroundRole(QPalette.ColorRole.Text)
        self.setAccessibleName(f"{self._level_word()}: {notice.text}")
        self.setAccessibleDescription(notice.hint)
        self._timer = QTimer(self, singleShot=True, interval=INFO_FOR_MS)
        self._timer.timeout.connect(self.closed)
        self._sign = QLabel(self)
        self._sign.setAccessibleName(self._level_word())
        self._sign.setToolTip(self._level_word())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        if action_text and action:
            row.addWidget(self._action_button(action_text, action), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close_button(), 0, Qt.AlignmentFlag.AlignTop)
        self._draw_sign()

    def stay(self) -> None:
        """Start its time anew."""
        if self.notice.level in ("info", "done"):
            self._timer.start()

    def announce(self) -> None:
        """Have a screen reader say it."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def enterEvent(self, event: QEnterEvent) -> None:
        """It does not go while it is read."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Its time starts anew."""
        self.stay()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._draw_sign()

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        text = self._label(self.notice.text)
        bold = text.font()
        bold.setBold(True)
        text.setFont(bold)
        column.addWidget(text)
        if self.notice.hint:
            column.addWidget(self._label(self.notice.hint))
        return column

    def _label(self, words: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(words)
        label.setWordWrap(True)
        label.setForegroundRole(QPalette.ColorRole.Text)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _action_button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("notice_action")
        button.clicked.connect(lambda: action())
        button.clicked.connect(self.closed)
        return button

    def _close_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("notice_close")
        button.setAutoRaise(True)
        button.setIcon(icon("close"))
        button.setToolTip(self.tr("Close this notice"))
        button.setAccessibleName(self.tr("Close this notice"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self.closed)
        return button

    def _level_word(self) -> str:
        words = {
            "info": self.tr("Note"),
            "done": self.tr("Done"),
            "warning": self.tr("Warning"),
            "error": self.tr("Error"),
        }
        return words[self.notice.level]

    def _draw_sign(self) -> None:
        self._sign.setPixmap(
            icon("check" if self.notice.level == "done" else self.notice.level).pixmap(
                QSize(ICON_SIDE, ICON_SIDE), self.devicePixelRatioF()
            )
        )
