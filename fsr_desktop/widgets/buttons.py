"""Buttons that stand back: flat ones, links, icons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from fsr_desktop.look.icons import icon

ICON_SIDE, BUTTON_SIDE = 16, 32  # px


class FlatButton(QPushButton):
    """Words without a ground until the mouse is over them."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)


class LinkButton(QPushButton):
    """Words in the colour of links, no wider than they are. `place` "canvas" where they lie on the canvas."""

    def __init__(self, text: str, parent: QWidget | None = None, *, place: str = "") -> None:
        super().__init__(text, parent)
        self.setProperty("place", place)
        self.setProperty("ring_radius", 3)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As the words are, at least 24 px high for the mouse."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text().replace("&", "")) + 2, max(24, metrics.height() + 6))

    def minimumSizeHint(self) -> QSize:
        """The whole of the words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)


class IconButton(QToolButton):
    """An icon of 16 px in a button of 32; `words` are its tooltip and what a screen reader says."""

    def __init__(self, icon_name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon(icon_name))
        self.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Say something else of it."""
        self.setToolTip(words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(BUTTON_SIDE, BUTTON_SIDE)

    def minimumSizeHint(self) -> QSize:
        """A square."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)


def press_by_enter(button: QPushButton | QToolButton, event: QKeyEvent) -> bool:
    """Press a button if the key is Enter; says whether it was."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
    if is_enter:
        button.click()
    return is_enter
