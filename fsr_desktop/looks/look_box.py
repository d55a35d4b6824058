"""The choice of a pane's look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fsr_desktop.looks.choices import LookChoice
from fsr_desktop.widgets.combo_box import ComboBox

OPENING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LookBox(ComboBox):
    """Every installed look, and the plain enlargements. Arrows open the list, Enter chooses in it: nothing is run by
    mere arrows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Look of this pane"))

    def show_choices(self, choices: Sequence[LookChoice], key: str) -> None:
        """List these, with `key` chosen."""
        self.clear_rows()
        for choice in choices:
            section = self.tr("For study") if choice.is_for_study else ""
            section = self.tr("Without a model") if choice.plain else section
            self.add_row(choice.key, choice.title, choice.said, section)
        self.set_key(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list instead of choosing what is next."""
        if event.key() in OPENING_KEYS:
            self.showPopup()
            event.accept()
        else:
            super().keyPressEvent(event)
