"""The look of a face, or of all: by its size, the usual ones as words, and the rest in a menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from fsr_desktop.session.photos import AUTO
from fsr_desktop.widgets.segments import Segments

MORE = "more"


@dataclass(frozen=True)
class Look:
    """A model as it is chosen: its id, its plain name, the sizes it is for, and whether it is a usual one."""

    id: str
    name: str
    said: str
    is_usual: bool


class LookChoice(QWidget):
    """Words in a row; the last opens the menu of the others, and has the name of what was chosen there, so that the
    row stays as wide as it is. Signals: `chosen` with the model's id, only by the user: arrow keys alone choose
    nothing."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks: tuple[Look, ...] = ()
        self._value: str | None = AUTO
        self._words: list[tuple[str, str]] = []
        self.segments = Segments([], self, applies_at_once=False, is_wide=True)
        self.segments.setObjectName("look")
        self.segments.setAccessibleName(self.tr("Look"))
        self.segments.chosen.connect(self._pick)
        self.segments.pressed_again.connect(lambda key: self._pick(key) if key == MORE else None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.segments)
        self._fill()

    def set_looks(self, looks: Sequence[Look]) -> None:
        """What there is to choose from."""
        if tuple(looks) != self._looks:
            self._looks = tuple(looks)
            self._fill()

    def show_value(self, model: str | None) -> None:
        """Show what is chosen; None where faces differ. A model that is gone is named by its id."""
        if model != self._value:
            self._value = model
            self._fill()

    def menu(self) -> QMenu:
        """The other looks."""
        menu = QMenu(self)
        for look in self._looks:
            if look.is_usual:
                continue
            action = menu.addAction(f"{look.name}\t{look.said}".rstrip())
            action.setCheckable(True)
            action.setChecked(look.id == self._value)
            action.triggered.connect(lambda _on=False, model=look.id: self.chosen.emit(model))
        return menu

    def _fill(self) -> None:
        words = [(AUTO, self.tr("Auto")), *((look.id, look.name) for look in self._looks if look.is_usual)]
        if self._is_other:
            name = next((look.name for look in self._looks if look.id == self._value), self._value or "")
            words.append((MORE, f"{name}…"))
        elif any(not look.is_usual for look in self._looks):
            words.append((MORE, self.tr("More…")))
        if words != self._words:  # else what the mouse points at stays what it is
            self._words = words
            self.segments.set_choices(words)
        self._show_chosen()

    @property
    def _is_other(self) -> bool:
        """Whether what is chosen is none of the usual ones."""
        usual = {AUTO, *(look.id for look in self._looks if look.is_usual)}
        return self._value is not None and self._value not in usual

    def _show_chosen(self) -> None:
        self.segments.set_value(MORE if self._is_other else self._value or "")

    def _pick(self, key: str) -> None:
        if key != MORE:
            self.chosen.emit(key)
            return
        self._show_chosen()
        menu = self.menu()
        menu.exec(self.segments.mapToGlobal(QPoint(0, self.segments.height())))
        menu.deleteLater()
