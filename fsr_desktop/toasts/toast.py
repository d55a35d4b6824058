"""One notice as a small frame that floats over the canvas: a sign, words, what can be done, and a way to close it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QPropertyAnimation, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from fsr_desktop.look import paint
from fsr_desktop.look.lettering import font_of, text_scale, write_in
from fsr_desktop.look.signs import sign
from fsr_desktop.look.theme import tokens
from fsr_desktop.session.file_manager import open_folder
from fsr_desktop.session.notice import Level, Notice, NoticeAction
from fsr_desktop.toasts.rows import ToastRows
from fsr_desktop.widgets.breakable import breakable
from fsr_desktop.widgets.buttons import FlatButton, IconButton

STAYS_MS = 6000
WIDTH, WIDTH_WITH_ROWS = 372, 440
SIGN_SIDE, SIGN_AT = 16, QPointF(16, 15)
TEXT_LEFT = 44
SIGNS: dict[Level, str] = {"info": "info", "done": "state-restored", "warning": "warning", "error": "error"}


class Toast(QFrame):
    """A notice. One that does not stay goes after six seconds, but not under the mouse or with the keyboard in it.

    Signals: `closed` when the user or time closes it; `verb_wanted` with the action that the window shall do; `grown`
    when its words need another size.
    """

    closed = Signal()
    grown = Signal()
    verb_wanted = Signal(object)

    def __init__(self, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setObjectName(f"toast_{notice.level}")
        self.setAccessibleName(f"{self._level_word()}: {notice.text}")
        self.setAccessibleDescription(notice.hint)
        self._has_focus = False
        self.slide = QPropertyAnimation(self, b"pos", self)  # in and out
        self.slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self.closed)
        self.close_button = IconButton("close", self.tr("Close this message"), self)
        self.close_button.setObjectName("toast_close")
        self.close_button.setFixedSize(QSize(24, 24))
        self.close_button.clicked.connect(self.closed)
        self.action = notice.action or self._folder_action()
        self.action_button: QPushButton | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(TEXT_LEFT, 12, 12, 14)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._fill()

    @property
    def stays(self) -> bool:
        """Whether it stays until it is closed or its cause is gone."""
        return self.notice.stays or self.notice.level in ("warning", "error")

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in it."""
        return self._has_focus

    def start(self) -> None:
        """Begin its time, and have a screen reader say it."""
        self._go_on()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def set_has_focus(self, has_focus: bool) -> None:
        """Whether the keyboard is in it: then it does not go."""
        if has_focus != self._has_focus:
            self._has_focus = has_focus
            self._go_on()

    def press(self) -> None:
        """Do what it offers, and close it."""
        if self.action:
            self._do(self.action)

    def set_action(self, action: NoticeAction | None) -> None:
        """Offer another one than before, or none."""
        self.notice, self.action = replace(self.notice, action=action), action
        if self.action_button:
            self.action_button.setText(action.words if action else "")
            self.action_button.setVisible(action is not None)

    def size_in(self, width: int) -> QSize:
        """How large it is over a canvas of that width."""
        usual = WIDTH_WITH_ROWS if self.notice.rows else WIDTH
        wanted = min(round(usual * text_scale()), width)
        self.ensurePolished()
        return QSize(wanted, self._grid.totalHeightForWidth(wanted))

    def event(self, event: QEvent) -> bool:
        """Its words have changed their size with all text."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return done

    def enterEvent(self, event: QEnterEvent) -> None:
        """It does not go while it is read."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Its time starts anew."""
        self._go_on()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and the sign."""
        colours = tokens()
        inks = {"info": colours.text2, "done": colours.ok, "warning": colours.warn, "error": colours.bad}
        picture = sign(SIGNS[self.notice.level], QColor(inks[self.notice.level]), SIGN_SIDE, self.devicePixelRatioF())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.box(painter, QRectF(self.rect()), fill=colours.toast, edge=colours.toast_edge, radius=8)
            painter.drawPixmap(SIGN_AT, picture)

    def _fill(self) -> None:
        title = self._label(self.notice.text)
        title.setFont(font_of("body", QFont.Weight.DemiBold))
        self._grid.addWidget(title, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self.close_button, 0, 1, Qt.AlignmentFlag.AlignTop)
        if self.notice.hint:
            hint = self._label(self.notice.hint)
            write_in(hint, "body", "text2")
            self._grid.addWidget(hint, 1, 0)
        if self.notice.rows:
            rows = ToastRows(self.notice.rows, left=TEXT_LEFT - 16, parent=self)
            rows.pressed.connect(self._run)
            self._grid.setContentsMargins(16, 12, 12, 14)
            self._indent_words()
            self._grid.setRowMinimumHeight(2, 8)
            self._grid.addWidget(rows, 3, 0, 1, 2)
        if self.action or self.notice.more_actions:
            self._grid.setRowMinimumHeight(4, 10)
            self._grid.addLayout(self._buttons(), 5, 0, 1, 2)

    def _indent_words(self) -> None:
        for row in (0, 1):
            item = self._grid.itemAtPosition(row, 0)
            label = item.widget() if item else None
            if label:
                label.setContentsMargins(TEXT_LEFT - 16, 0, 0, 0)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self.notice.rows:
            row.addStretch(1)
        for more in self.notice.more_actions:
            flat = FlatButton(more.words, self)
            flat.clicked.connect(lambda _checked=False, more=more: self._run(more))
            row.addWidget(flat)
        if self.action:
            self.action_button = QPushButton(self.action.words, self)
            self.action_button.setObjectName("toast_action")
            self.action_button.setAutoDefault(False)
            self.action_button.clicked.connect(self.press)
            row.addWidget(self.action_button)
        if not self.notice.rows:
            row.addStretch(1)
        return row

    def _label(self, words: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setText(breakable(words))  # a name that is longer than a line would be cut
        if label.text() == words:  # else the places to break would be copied as well
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _folder_action(self) -> NoticeAction | None:
        folder = self.notice.folder
        return NoticeAction(self.tr("Show in folder"), lambda: open_folder(folder)) if folder else None

    def _do(self, action: NoticeAction) -> None:
        self.closed.emit()
        self._run(action)

    def _run(self, action: NoticeAction) -> None:
        if action.run:
            action.run()
        if action.verb or action.photo_ids:
            self.verb_wanted.emit(action)

    def _go_on(self) -> None:
        if self.stays or self._has_focus or self.underMouse():
            self._timer.stop()
        else:
            self._timer.start()

    def _level_word(self) -> str:
        return {
            "info": self.tr("Note"),
            "done": self.tr("Done"),
            "warning": self.tr("Warning"),
            "error": self.tr("Error"),
        }[self.notice.level]
