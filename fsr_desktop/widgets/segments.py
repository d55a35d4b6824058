"""A few choices beside each other, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from fsr_desktop.look import paint
from fsr_desktop.look.theme import tokens
from fsr_desktop.widgets.tab_order import put_after

HEIGHT, ABOVE, SIDE, EDGE = 28, 4, 11, 2  # px: the whole, around words, and around the segments
LONGEST = 22  # letters that are never cut
Choices = Sequence[tuple[str, str]]
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segments(QFrame):
    """Choices as pairs of key and words; with `is_wide` all as wide as the place allows, else as their words.

    Arrows choose at once, or with `applies_at_once` False only move, and Enter or Space chooses.
    Signals: `chosen` with the key, only when the user chose; `pressed_again` with that of one that was chosen already.
    """

    chosen = Signal(str)
    pressed_again = Signal(str)

    def __init__(
        self, choices: Choices, parent: QWidget | None = None, *, applies_at_once: bool = True, is_wide: bool = False
    ) -> None:
        super().__init__(parent)
        self._applies_at_once, self._is_wide = applies_at_once, is_wide
        self._buttons: dict[str, _Segment] = {}
        self._shown = ""  # as was set or told last
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._row.setSpacing(1)
        across = QSizePolicy.Policy.Expanding if is_wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)

    def set_choices(self, choices: Choices) -> None:
        """Offer these; what was chosen stays so if it is among them, else the first is."""
        before = self.value()
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {key: self._segment(key, words) for key, words in choices}
        put_after(self, *self._buttons.values())
        self.set_value(before if before in self._buttons else next(iter(self._buttons), ""))

    def value(self) -> str:
        """The key of what is chosen, "" if nothing is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Show this one as chosen, without telling; a key that is not offered leaves nothing chosen."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)
        self._shown = self.value()

    def offered(self) -> tuple[str, ...]:
        """What is offered, from the left."""
        return tuple(self._buttons)

    def button(self, key: str) -> QRadioButton:
        """The segment of a key, for a tooltip or a menu. Raises: KeyError."""
        return self._buttons[key]

    def set_enabled(self, key: str, on: bool, why: str = "") -> None:
        """Whether this one can be chosen; its tooltip says why not."""
        self._buttons[key].setEnabled(on)
        self._buttons[key].setToolTip(why)

    def setAccessibleName(self, name: str) -> None:
        """What is chosen here, as a screen reader says it."""
        super().setAccessibleName(name)
        for button in self._buttons.values():
            button.setAccessibleDescription(name)

    def step(self, from_key: str, by: int) -> None:
        """Go to the next segment that can be chosen, and choose it if arrows do."""
        able = [key for key, button in self._buttons.items() if button.isEnabled()]
        if from_key not in able or len(able) < 2:
            return
        to = able[(able.index(from_key) + by) % len(able)]
        self._buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
        if self._applies_at_once:
            self._buttons[to].click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What the segments lie in."""
        colours = tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = "" if colours.track != colours.field else colours.line
            paint.box(painter, self.rect(), fill=colours.track, edge=edge, radius=6)

    def _segment(self, key: str, words: str) -> _Segment:
        button = _Segment(key, words, self)
        button.setAccessibleDescription(self.accessibleName())
        if self._is_wide:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addButton(button)
        self._row.addWidget(button)
        button.clicked.connect(lambda: self._choose(key))
        return button

    def _choose(self, key: str) -> None:
        if key == self._shown:
            self.pressed_again.emit(key)
        else:
            self._shown = key
            self.chosen.emit(key)


class _Segment(QRadioButton):
    """One choice: a radio button that looks like a part of a bar."""

    def __init__(self, key: str, words: str, parent: Segments) -> None:
        super().__init__(words, parent)
        self._segments, self._key = parent, key
        self.setObjectName(f"segment_{key}")
        self.setProperty("ring", "parent")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The words with room around them."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text().replace("&", "")) + 2 * SIDE
        return QSize(width, max(HEIGHT - 2 * EDGE, metrics.height() + 2 * ABOVE - 2))

    def minimumSizeHint(self) -> QSize:
        """The whole of the words but for very long ones, and little around them."""
        whole = self.sizeHint() - QSize(2 * SIDE - 6, 0)
        return whole.boundedTo(QSize(LONGEST * QFontMetrics(self.font()).averageCharWidth(), whole.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that are cut stand in the tooltip."""
        super().resizeEvent(event)
        is_cut = self._words(self.width()) != self.text()
        if is_cut or self.toolTip() == self.text():
            self.setToolTip(self.text() if is_cut else "")

    def hitButton(self, _pos: QPoint) -> bool:
        """All of it can be pressed."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move; Enter and Space choose."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self._segments.step(self._key, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground if it is chosen or pointed at, and its words."""
        colours, rect = tokens(), QRectF(self.rect())
        is_pointed_at = self.isEnabled() and (self.underMouse() or self.hasFocus())
        colour = colours.text if self.isEnabled() else colours.disabled
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isChecked():
                colour = colours.sel_text if self.isEnabled() else colours.disabled
                paint.box(painter, rect, fill=colours.sel, edge=colours.sel_edge, radius=4)
            elif is_pointed_at:
                paint.box(painter, rect, fill=colours.hover, radius=4)
            painter.setPen(QColor(colour))
            words = self._words(self.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic, words)

    def _words(self, width: int) -> str:
        """The words, or as much of them as there is room for."""
        return QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
