"""What the speaker alone sees: the slide that is shown, the next one, notes, a clock, and the list of slides."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QObject, QSignalBlocker, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fsr_desktop.presenter.keys import verb_of
from fsr_desktop.presenter.stage import Stage

KEY = Qt.ItemDataRole.UserRole
ROW_PX = 28


@dataclass(frozen=True, eq=False)
class SpeakerState:
    """What the view shows. `slides` are all of the face: key, title, and whether it is on; `key` is of the current."""

    now: Sequence[QImage]
    now_title: str
    following: Sequence[QImage]
    following_title: str
    place: str
    key: str
    note: str
    slides: Sequence[tuple[str, str, bool]]


class SpeakerView(QWidget):
    """A window for the speaker's own screen.

    Signals: `noted` with the text for the current slide; `arranged` with the keys of all slides in their order and of
    those that are off; `pressed` with a key that is not for a field here.
    """

    noted = Signal(str)
    arranged = Signal(object, object)
    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("speaker_view")
        self.setWindowTitle(self.tr("Speaker view"))
        self.resize(1100, 700)
        self._started_s = time.monotonic()
        self._key = ""
        self._build()
        self._clock_timer = QTimer(self, interval=1000)
        self._clock_timer.timeout.connect(self._show_clock)
        self._clock_timer.start()
        self._show_clock()

    def show_state(self, state: SpeakerState) -> None:
        """Show another slide, or another order."""
        self._now.show_images([(image, "") for image in state.now])
        self._now_title.setText(f"{state.now_title}   {state.place}")
        self._next.show_images([(image, "") for image in state.following])
        self._next_title.setText(state.following_title)
        if self._key != state.key or not self.notes.hasFocus():
            with QSignalBlocker(self.notes):
                self.notes.setPlainText(state.note)
        self._list(state.slides, state.key, is_another=self._key != state.key)
        self._key = state.key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes this window alone; every other key is the presenter's."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            self.pressed.emit(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys: the notes take them only after a click, or Tab."""
        super().showEvent(event)
        self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a clicker are the talk's wherever the focus is, but for the notes."""
        is_press = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        return (is_press and self._takes(watched, event)) or super().eventFilter(watched, event)

    def _takes(self, widget: QObject, event: QKeyEvent) -> bool:
        verb = verb_of(event)
        if widget is self.notes:
            if event.key() != Qt.Key.Key_Escape:
                return False
            self.setFocus()
        elif verb == "play":
            self._press(widget)
        elif verb and not (widget is self.slides and verb in ("up", "down")):
            self.keyPressEvent(event)
        else:
            return False
        return True

    def _press(self, widget: QObject) -> None:
        """What Space would do, which is the talk's: press a button, or tick a row."""
        item = self.slides.currentItem()
        if isinstance(widget, QPushButton):
            widget.click()
        elif item:
            is_on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)

    # ---- parts

    def _build(self) -> None:
        self._now, self._next = Stage(self), Stage(self)
        self._now.setObjectName("speaker_now")
        self._next.setObjectName("speaker_next")
        self._now_title, self._next_title = self._words("now_title"), self._words("next_title")
        self.notes = QPlainTextEdit(self)
        self.notes.setObjectName("notes")
        self.notes.setAccessibleName(self.tr("Notes for this slide"))
        self.notes.setPlaceholderText(self.tr("Notes for this slide"))
        self.notes.setTabChangesFocus(True)
        self.notes.textChanged.connect(lambda: self.noted.emit(self.notes.toPlainText()))
        self.clock, self.elapsed = self._words("clock"), self._words("elapsed")
        for label in (self.clock, self.elapsed):
            font = label.font()
            font.setPointSizeF(2 * font.pointSizeF())
            label.setFont(font)
        again = QPushButton(self.tr("From zero"), self)
        again.setObjectName("restart_clock")
        again.clicked.connect(self._restart)
        clocks = QHBoxLayout()
        for widget in (self.clock, self.elapsed, again):
            clocks.addWidget(widget)
        side = QVBoxLayout()
        side.addLayout(clocks)
        side.addWidget(self.notes, 1)
        side.addWidget(self._slide_list(), 1)
        side.addLayout(self._moves())
        grid = QGridLayout(self)
        grid.addWidget(self._now_title, 0, 0)
        grid.addWidget(self._now, 1, 0)
        grid.addWidget(self._next_title, 2, 0)
        grid.addWidget(self._next, 3, 0)
        grid.addLayout(side, 0, 1, 4, 1)
        for row, stretch in ((1, 3), (3, 2)):
            grid.setRowStretch(row, stretch)
        for column, stretch in ((0, 3), (1, 2)):
            grid.setColumnStretch(column, stretch)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for widget in (self.notes, self.slides, *self.findChildren(QPushButton)):
            widget.installEventFilter(self)

    def _slide_list(self) -> QListWidget:
        self.slides = QListWidget(self)
        self.slides.setObjectName("slide_list")
        self.slides.setAccessibleName(self.tr("Slides: tick those that are shown"))
        self.slides.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.slides.itemChanged.connect(lambda _item: self._tell())
        self.slides.model().rowsMoved.connect(lambda *_what: self._tell())
        return self.slides

    def _moves(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, words, by in (("up", self.tr("Earlier"), -1), ("down", self.tr("Later"), 1)):
            button = QPushButton(words, self)
            button.setObjectName(f"slide_{name}")
            button.clicked.connect(lambda _checked=False, by=by: self._move(by))
            row.addWidget(button)
        return row

    def _words(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    # ---- slides

    def _list(self, slides: Sequence[tuple[str, str, bool]], key: str, *, is_another: bool) -> None:
        """The row of the slide that is shown is marked when it changes, so that a row can be moved meanwhile."""
        if [*slides] != self._rows():
            is_another = True
            with QSignalBlocker(self.slides):
                self.slides.clear()
                for name, title, is_on in slides:
                    item = QListWidgetItem(title)
                    item.setData(KEY, name)
                    item.setSizeHint(QSize(0, ROW_PX))
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
                    self.slides.addItem(item)
        if is_another and not self.slides.hasFocus():
            keys = [name for name, _title, _on in slides]
            self.slides.setCurrentRow(keys.index(key) if key in keys else -1)

    def _rows(self) -> list[tuple[str, str, bool]]:
        items = [self.slides.item(row) for row in range(self.slides.count())]
        return [(str(item.data(KEY)), item.text(), item.checkState() == Qt.CheckState.Checked) for item in items]

    def _move(self, by: int) -> None:
        row = self.slides.currentRow()
        if row >= 0 and 0 <= row + by < self.slides.count():
            self.slides.insertItem(row + by, self.slides.takeItem(row))
            self.slides.setCurrentRow(row + by)
            self._tell()

    def _tell(self) -> None:
        rows = self._rows()
        self.arranged.emit(
            tuple(key for key, _title, _on in rows), frozenset(key for key, _, is_on in rows if not is_on)
        )

    # ---- time

    def _restart(self) -> None:
        self._started_s = time.monotonic()
        self._show_clock()

    def _show_clock(self) -> None:
        self.clock.setText(QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat))
        minutes, seconds = divmod(int(time.monotonic() - self._started_s), 60)
        self.elapsed.setText(f"{minutes}:{seconds:02}")
