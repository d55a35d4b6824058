"""One look of the face: which, what it made, how far that departs from the photo, and a button that takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fsr_desktop.language.numbers import decimal
from fsr_desktop.look.lettering import write_in
from fsr_desktop.look.theme import tokens
from fsr_desktop.looks.choices import LookChoice
from fsr_desktop.looks.look_box import LookBox
from fsr_desktop.looks.pane_state import Failed, PaneState, Refused, Result, Running
from fsr_desktop.looks.pane_words import PaneWords
from fsr_desktop.painters.chips import Chip
from fsr_desktop.painters.face_pane import FacePane

CORNER = QPoint(8, 8)
NARROW = 330  # px; in a narrower pane words and button do not stand beside each other
BOTTOM_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class LookPane(QFrame):
    """Shows one state and nothing of another.

    Signals: `chosen` with the key of another look; `wanted` when the button in its middle is pressed (run it all the
    same, or again); `used` when the face is to be restored with this look.
    """

    chosen = Signal(str)
    wanted = Signal()
    used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face, self.words = FacePane(self), PaneWords(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.face)
        self._stack.addWidget(self.words)
        self.departs, self.said = QLabel(self), QLabel(self)
        write_in(self.said, "small", "text2")
        self.use_button = QPushButton(self.tr("Use this one"), self)
        self.box = LookBox(self)
        self._foot = self._make_foot()
        self._state: PaneState = Running()
        self._is_plain = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot)
        self.box.raise_()
        self.box.chosen.connect(self.chosen)
        self.words.wanted.connect(self.wanted)
        self.use_button.clicked.connect(self.used)
        QWidget.setTabOrder(self.box, self.words.button)
        QWidget.setTabOrder(self.words.button, self.use_button)

    def show_choices(self, choices: Sequence[LookChoice], key: str) -> None:
        """The looks to choose from, and the one that is shown."""
        self.box.show_choices(choices, key)
        self._place_box()

    def show_state(self, choice: LookChoice | None, state: PaneState, *, is_auto: bool, is_used: bool) -> None:
        """What became of the look; `is_auto`: it is what Auto would take."""
        title = choice.title if choice else ""
        self.setAccessibleName(title)
        self.use_button.setEnabled(isinstance(state, Result) and not is_used)
        can_be_used = choice is None or choice.plain is None
        self.use_button.setVisible(can_be_used and not isinstance(state, Refused | Failed))  # room for why
        self.use_button.setText(self.tr("In use") if is_used else self.tr("Use this one"))
        self.use_button.setAccessibleName(self.tr("Use {look}").format(look=title))
        self._state, self._is_plain = state, choice is not None and choice.plain is not None
        self._show_middle(state)
        self.departs.setText(self._departs(state))
        write_in(self.departs, ink="text" if isinstance(state, Result) else "text2")
        self.said.setText(self._said(choice, state, is_auto=is_auto) if choice else "")

    def sheet_words(self, state: PaneState, *, is_plain: bool) -> str:
        """What is said below its picture where the view is saved."""
        match state:
            case Result():
                marks = [self.tr("departs from the photo by {number}").format(number=decimal(state.departs, 1))]
                marks += [self.tr("outside its range")] if state.is_outside_range else []
                return " · ".join([self.tr("a likely face") if not is_plain else self.tr("nothing is guessed"), *marks])
            case Refused() | Failed():
                return state.reason
            case _:
                return self.tr("No result yet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The choice stays within the pane."""
        super().resizeEvent(event)
        self._place_box()
        across, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(below if self._is_narrow else across)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < NARROW

    def _place_box(self) -> None:
        self.box.ensurePolished()
        wanted = self.box.sizeHint()
        self.box.setGeometry(QRect(CORNER, wanted.boundedTo(QSize(self.width() - 2 * CORNER.x(), wanted.height()))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the pane and of its foot."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens().panel))
            if self._stack.currentWidget() is self.words:
                bottom = self._stack.geometry().bottom()
                painter.fillRect(0, bottom, self.width(), 1, QColor(tokens().line))

    def _make_foot(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.departs)
        words.addWidget(self.said)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 6, 8, 6)
        foot.addLayout(words, 1)
        foot.addWidget(self.use_button, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (self.departs, self.said):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return foot

    def _show_middle(self, state: PaneState) -> None:
        if isinstance(state, Result):
            self.face.show_picture(state.picture)
            self._show_chips(state)
            self.words.show_words("", "")  # they take no room from the picture
            self._stack.setCurrentWidget(self.face)
            return
        self.face.show_picture(None)
        self.face.show_chips()
        match state:
            case Running():
                self.words.show_words(self.tr("Reading…") if state.is_reading else self.tr("Restoring…"), "")
            case Refused():
                button = self.tr("Run it all the same, marked “outside its range”")
                self.words.show_words(self.tr("Not restored"), state.reason, sign="state-refused", button=button)
            case Failed():
                again = self.tr("Run it again")
                self.words.show_words(self.tr("Failed"), state.reason, sign="state-failed", button=again)
        self._stack.setCurrentWidget(self.words)

    def _show_chips(self, state: Result) -> None:
        below = Chip(self.tr("nothing is guessed")) if self._is_plain else Chip(self.tr("a likely face"))
        outside = Chip(self.tr("Outside its range"), is_warning=True)  # below: above, the choice of the look covers it
        self.face.show_chips((below, BOTTOM_LEFT), *([(outside, BOTTOM_LEFT)] if state.is_outside_range else []))

    def _departs(self, state: PaneState) -> str:
        match state:
            case Result():
                return self.tr("Departs from the photo by <b>{number}</b>").format(number=decimal(state.departs, 1))
            case Running():
                return self.tr("No result yet")
            case _:
                return self.tr("No result")

    def _said(self, choice: LookChoice, state: PaneState, *, is_auto: bool) -> str:
        if isinstance(state, Result) and state.is_outside_range:
            return choice.made_for + " · " + self.tr("outside its range, marked")
        if is_auto:
            return choice.made_for + " · " + self.tr("what Auto would take")
        return choice.said.replace(", ", " · ", 1) if choice.model else choice.said
