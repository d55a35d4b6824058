"""The keys of presenter mode, over the slide, until any key is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from fsr_desktop.presenter.stage import ACCENT, INK, PAPER
from fsr_desktop.presenter.words import key_rows

LETTER_SHARE, SMALLEST_LETTER = 44, 13  # part of the window's height, and px


class KeySheet(QFrame):
    """A table of keys in the middle of its parent; hidden at first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = parent
        self.setObjectName("presenter_keys")
        self.setAccessibleName(self.tr("Keys"))
        self.setStyleSheet(f"QFrame#presenter_keys {{ background: {PAPER.name()}; border: 2px solid {INK.name()}; }}")
        self._labels: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(28, 20, 28, 20)
        grid.setHorizontalSpacing(28)
        for row, words in enumerate(key_rows()):
            for column, text in enumerate(words):
                label = QLabel(text, self)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setStyleSheet(f"color: {(INK if column else ACCENT).name()};")
                grid.addWidget(label, row, column)
                self._labels.append(label)
        self.hide()

    def toggle(self) -> None:
        """Show it, or hide it."""
        self.setVisible(not self.isVisible())
        self.place()

    def place(self) -> None:
        """In the middle of the parent, with letters that fit its height."""
        whole = self._whole.rect()
        for label in self._labels:
            font = QFont(label.font())
            font.setPixelSize(max(SMALLEST_LETTER, whole.height() // LETTER_SHARE))
            label.setFont(font)
        self.adjustSize()
        self.move((whole.width() - self.width()) // 2, max(0, (whole.height() - self.height()) // 2))
        self.raise_()
