"""The one button of a place that most people are looking for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from fsr_desktop.look.icons import icon

ICON_SIDE = 16  # px
DRAWN_SIDE = 96  # px, so that it stays sharp where it is shown larger


class PrimaryButton(QPushButton):
    """A filled button; `fsr_desktop.look.style_sheet` says in which colours."""

    def __init__(self, icon_name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the colours of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_icon_name"):
            self._draw_icon()

    def _draw_icon(self) -> None:
        drawn, size = icon(self._icon_name), QSize(DRAWN_SIDE, DRAWN_SIDE)
        chosen = QIcon(drawn.pixmap(size, QIcon.Mode.Selected))
        chosen.addPixmap(drawn.pixmap(size, QIcon.Mode.Disabled), QIcon.Mode.Disabled)
        self.setIcon(chosen)
