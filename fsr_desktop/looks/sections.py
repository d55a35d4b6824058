"""What the panel says of the looks: a table of their numbers, and how they are viewed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fsr_desktop.language.numbers import decimal
from fsr_desktop.look.icons import icon
from fsr_desktop.look.lettering import write_in
from fsr_desktop.look.theme import tokens
from fsr_desktop.looks.looks import Looks
from fsr_desktop.looks.pane_state import Failed, PaneState, Refused, Result
from fsr_desktop.widgets.section import Section


@dataclass(frozen=True)
class _Row:
    look: str
    departs: str
    made_for: str
    order: tuple[bool, float]


class LooksSections(QWidget):
    """The sections "The four looks" and "View" of what a `LooksView` shows."""

    def __init__(self, looks: Looks, save: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.viewing = LooksTable(looks, self), ViewSettings(looks, self)
        self.viewing.save_wanted.connect(save)
        self.sections = (
            Section(self.tr("The four looks"), self.table, self, key="looks/table"),
            Section(self.tr("View"), self.viewing, self, key="looks/view"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in self.sections:
            column.addWidget(section)


class LooksTable(QWidget):
    """Each look, how far it departs from the photo, and what it is made for; the nearest first."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._shown: tuple[_Row, ...] = ()
        self._rows = QWidget(self)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        write_in(self._note, "small", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rows)
        column.addWidget(self._note)
        looks.changed.connect(self.refresh)

    def lines(self) -> list[tuple[str, str, str]]:
        """What the table says, from above."""
        return [(row.look, row.departs, row.made_for) for row in self._shown]

    def refresh(self) -> None:
        """Say what is known now."""
        face = self._looks.face
        if face is None:
            return
        side = round(face.side_px)
        words = self.tr(
            "Departs: mean difference in brightness, of 255, after the result is reduced to {side} px again. Lower "
            "agrees better with the photo; it does not mean truer."
        )
        self._note.setText(words.format(side=side))
        found = (self._row(key) for key in dict.fromkeys(self._looks.panes))
        rows = tuple(sorted(filter(None, found), key=lambda row: row.order))
        if rows != self._shown:
            self._shown = rows
            self._rebuild()

    def _row(self, key: str) -> _Row | None:
        choice = self._looks.choice(key)
        if choice is None:
            return None
        state = self._looks.state(key)
        departs = state.departs if isinstance(state, Result) else 0.0
        return _Row(choice.title, self._words(state), choice.made_for, (not isinstance(state, Result), departs))

    def _words(self, state: PaneState) -> str:
        match state:
            case Result():
                return decimal(state.departs, 1)
            case Refused():
                return self.tr("refused")
            case Failed():
                return self.tr("failed")
            case _:
                return "…"

    def _rebuild(self) -> None:
        old, self._rows = self._rows, QWidget(self)
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)  # at the narrowest panel every language still has room for its names
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for column, words in enumerate((self.tr("Look"), self.tr("Departs"), self.tr("Made for"))):
            self._put(grid, 0, column, words, is_quiet=True, is_small=True)
        for number, row in enumerate(self._shown):
            grid.addWidget(_Hairline(self._rows), 2 * number + 1, 0, 1, 3)
            for column, words in enumerate((row.look, row.departs, row.made_for)):
                self._put(grid, 2 * number + 2, column, words, is_quiet=column == 2)
        layout = self.layout()
        assert layout
        layout.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()
        self._rows.show()

    def _put(
        self, grid: QGridLayout, row: int, column: int, words: str, *, is_quiet: bool, is_small: bool = False
    ) -> None:
        label = QLabel(words, self._rows)
        write_in(label, "small" if is_small else "body", "text2" if is_quiet else "text")
        if column:
            grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        else:
            label.setWordWrap(True)
            grid.addWidget(label, row, column)


class _Hairline(QWidget):
    """One px between rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens().line))


class ViewSettings(QWidget):
    """How the looks are viewed. Signals: `save_wanted`."""

    save_wanted = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.linked = QCheckBox(self.tr("Same zoom and place in all panes"), self)
        self.linked.setChecked(looks.is_linked)
        self.linked.toggled.connect(looks.set_linked)
        self.fifth = QCheckBox(self.tr("Plain enlargement as a fifth pane"), self)
        self.fifth.setChecked(looks.has_fifth_pane)
        self.fifth.toggled.connect(looks.set_fifth_pane)
        self.save_button = QPushButton(icon("save"), self.tr("Save this view…"), self)
        self.save_button.clicked.connect(self.save_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.linked)
        column.addWidget(self.fifth)
        column.addSpacing(4)
        column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
