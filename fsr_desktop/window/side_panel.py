"""The panel at the right: sections that fold, in one column that scrolls."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from fsr_desktop.look.theme import tokens

SMALLEST, LARGEST = 264, 420  # px of width
WIDTHS = ((1024, 264), (1280, 280), (1440, 300), (1920, 320), (3840, 360))  # from a width of the window on


def width_for(window_width: int) -> int:
    """The panel's usual width in a window of that width."""
    return max((width for least, width in WIDTHS if window_width >= least), default=SMALLEST)


AnyPart = TypeVar("AnyPart", bound=QWidget)


class SidePanel(QScrollArea):
    """A column of sections; never scrolls sideways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side_panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(SMALLEST)
        self.setMaximumWidth(LARGEST)
        self._inside = QWidget(self)
        self._inside.setObjectName("side_panel_inside")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)

    def add(self, section: AnyPart) -> AnyPart:
        """One more section, below the others."""
        self._column.insertWidget(self._column.count() - 1, section)
        return section

    def sizeHint(self) -> QSize:
        """As wide as its window wants it."""
        return QSize(width_for(self.window().width()), 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The panel's ground, and a hairline at its left."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), QColor(tokens().panel))
            painter.fillRect(0, 0, 1, self.viewport().height(), QColor(tokens().line))
