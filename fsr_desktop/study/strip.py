"""The strip below the pictures: what the model was given, its steps, its maps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from fsr_desktop.look.lettering import write_in
from fsr_desktop.look.theme import tokens
from fsr_desktop.study.entries import StripRow
from fsr_desktop.study.state import StudyState
from fsr_desktop.study.tiles import Tiles

SIDE, BETWEEN, MARGIN = 88, 16, 12


class Strip(QScrollArea):
    """The rows of a `StudyState` beside each other, each under its heading; the wheel scrolls level."""

    def __init__(self, state: StudyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._shown: tuple[StripRow, ...] = ()
        self.lists: list[Tiles] = []
        self._row = QHBoxLayout()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._build_next)
        self.setObjectName("study_strip")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        state.face_changed.connect(self.refresh)
        state.shown_changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Show the rows that there are, one in each turn of the event loop: they may have many tiles."""
        if self._shown == self._state.rows and self.widget():
            return
        self._shown = self._state.rows
        self.lists = []
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(MARGIN, 8, MARGIN, 4)
        self._row.setSpacing(BETWEEN)
        self._row.addStretch(1)
        inside.setAutoFillBackground(False)
        self.setWidget(inside)
        if self.minimumHeight() == 0:  # until its tiles are there: their height but for longer names
            line = self.fontMetrics().height()
            self.setFixedHeight(2 * line + SIDE + BETWEEN + MARGIN + self.horizontalScrollBar().sizeHint().height())
        self._next.start()

    def _build_next(self) -> None:
        number, inside = len(self.lists), self.widget()
        if inside is None or number >= len(self._shown):
            return
        self._row.insertLayout(number, self._part(self._shown[number], inside, hint=number == 1))
        self.lists[-1].viewport().installEventFilter(self)
        if len(self.lists) < len(self._shown):
            self._next.start()
        else:
            self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel over a list scrolls the strip, which is as high as what is in it once that is shown."""
        inside = self.widget()
        is_told = self.lists and event.type() == QEvent.Type.LayoutRequest
        if is_told and inside is not None and watched is inside:
            self.setFixedHeight(inside.sizeHint().height() + self.horizontalScrollBar().sizeHint().height())
        if isinstance(event, QWheelEvent):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y() - event.angleDelta().x())
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of bars, with a hairline above."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), QColor(tokens().bar))
            painter.fillRect(0, 0, self.viewport().width(), 1, QColor(tokens().line))
        super().paintEvent(event)

    def _part(self, part: StripRow, parent: QWidget, *, hint: bool) -> QVBoxLayout:
        heading, words = QLabel(part.heading, parent), QLabel(parent)
        font = heading.font()
        font.setWeight(font.Weight.DemiBold)
        heading.setFont(font)
        write_in(words, ink="text2")
        words.setText(self.tr("click shows one, Ctrl+click a second beside it") if hint else "")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(heading)
        head.addWidget(words)
        head.addStretch(1)
        tiles = Tiles(self._state, SIDE, parent)
        tiles.setAccessibleName(part.heading)
        tiles.show_entries(part.entries)
        self.lists.append(tiles)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(tiles)
        column.addStretch(1)  # beside a list of longer names
        return column

    def _follow(self) -> None:
        """What is shown is seen in the strip."""
        active = self._state.active
        for tiles, part in zip(self.lists, self._shown, strict=False):
            for number, entry in enumerate(part.entries):
                item = tiles.item(number)
                if active and entry.key == active.key and item:
                    place = tiles.pos() + tiles.visualItemRect(item).center()
                    self.ensureVisible(place.x(), place.y(), SIDE, 0)
