"""Which photos the filmstrip shows: a button for each state that some are in, with how many."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from fsr_desktop.look import paint
from fsr_desktop.look.lettering import font_of
from fsr_desktop.look.signs import draw_sign
from fsr_desktop.look.theme import tokens
from fsr_desktop.photos.film_model import FILTERS, Filter

HEIGHT, SIDE, GAP, SIGN, RADIUS = 24, 8, 6, 12, 4  # px
SIGNS: dict[Filter, str] = {
    "all": "",
    "restored": "state-restored",
    "not yet": "state-not-yet",
    "no face": "state-no-face",
    "needs you": "warning",
}

translate = QCoreApplication.translate


class FilmFilters(QWidget):
    """The filters that some photo goes through, and "All". Signals: `chosen` with a filter, by the user or because the
    last photo of the one that was chosen has left it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons: dict[Filter, FilterButton] = {}
        for name in FILTERS:
            button = FilterButton(name, self)
            button.clicked.connect(partial(self._pressed, name))
            self._group.addButton(button)
            row.addWidget(button)
            self.buttons[name] = button
        self.buttons["all"].setChecked(True)

    @property
    def current(self) -> Filter:
        """The one that is chosen."""
        checked: list[Filter] = [name for name, button in self.buttons.items() if button.isChecked()]
        return checked[0] if checked else "all"

    def choose(self, name: Filter) -> None:
        """Choose this one, and tell it."""
        self.buttons[name].setChecked(True)
        self.chosen.emit(name)

    def _pressed(self, name: Filter, _is_on: bool = True) -> None:
        self.choose(name)

    def set_counts(self, counts: Counter[Filter]) -> None:
        """Show how many photos go through each, and only those that some go through."""
        for name, button in self.buttons.items():
            button.set_count(counts[name])
            button.setVisible(name == "all" or counts[name] > 0)
        if self.current != "all" and not counts[self.current]:
            self.choose("all")

    def set_short(self, is_short: bool) -> None:
        """Leave out the words beside signs where there is little room."""
        for button in self.buttons.values():
            button.set_short(is_short)

    def whole_width(self) -> int:
        """How wide they are with all their words."""
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        return sum(button.whole_width() for button in shown) + 4 * max(0, len(shown) - 1)


class FilterButton(QToolButton):
    """One filter: its sign, its word, and how many photos it lets through."""

    def __init__(self, name: Filter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name: Filter = name
        self._count = 0
        self._is_short = False
        self.setObjectName(f"filter_{name.replace(' ', '_')}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.word)
        self.set_count(0)

    @property
    def word(self) -> str:
        """What it shows, in the user's language."""
        return {
            "all": translate("FilmFilters", "All"),
            "restored": translate("FilmFilters", "Restored"),
            "not yet": translate("FilmFilters", "Not yet"),
            "no face": translate("FilmFilters", "No face"),
            "needs you": translate("FilmFilters", "Needs you"),
        }[self._name]

    def set_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.setAccessibleName(f"{self.word}, {count}")
        self.updateGeometry()
        self.update()

    def set_short(self, is_short: bool) -> None:
        """Show the word, or only the sign where there is one."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    def whole_width(self) -> int:
        """Its width with its word."""
        return self._width(is_short=False)

    def sizeHint(self) -> QSize:
        """As wide as what it shows."""
        return QSize(self._width(is_short=self._is_short), max(HEIGHT, self._metrics_height() + 6))

    def minimumSizeHint(self) -> QSize:
        """The whole of it."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sign, word and number."""
        colours = tokens()
        needs = self._name == "needs you"
        ink = colours.warn if needs else colours.text if self.isChecked() else colours.text2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isChecked():
                paint.box(painter, self.rect(), fill=colours.raised, radius=RADIUS)
                if colours.raised == colours.bar:  # high contrast: an edge says it
                    paint.box(painter, self.rect(), edge=colours.ring, radius=RADIUS)
            elif self.underMouse():
                paint.box(painter, self.rect(), fill=colours.hover, radius=RADIUS)
            left = float(SIDE)
            if SIGNS[self._name]:
                place = QRectF(left, (self.height() - SIGN) / 2, SIGN, SIGN)
                draw_sign(painter, SIGNS[self._name], place, ink)
                left += SIGN + GAP
            if not self._is_short or not SIGNS[self._name]:
                left += self._write(painter, left, self.word, ink, font_of("body", QFont.Weight.Medium)) + GAP
            self._write(painter, left, str(self._count), ink if needs else colours.text2, font_of("body"))

    def _write(self, painter: QPainter, left: float, words: str, ink: str, font: QFont) -> int:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        width = painter.fontMetrics().horizontalAdvance(words)
        place = QRectF(left, 0, width + 2, self.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        return width

    def _width(self, *, is_short: bool) -> int:
        metrics = self.fontMetrics()
        width = 2 * SIDE + metrics.horizontalAdvance(str(self._count)) + 2
        if SIGNS[self._name]:
            width += SIGN + GAP
        if not is_short or not SIGNS[self._name]:
            width += metrics.horizontalAdvance(self.word) + GAP + 4
        return width

    def _metrics_height(self) -> int:
        return self.fontMetrics().height()
