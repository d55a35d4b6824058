"""The panel at the right: sections that fold, in one column that scrolls."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fsr_desktop.look.lettering import text_scale
from fsr_desktop.look.theme import tokens
from fsr_desktop.widgets.vertical_scroll import VerticalScroll

SMALLEST, LARGEST = 264, 420  # px of width with text of the usual size
ROOM_BESIDE = 664  # px that a panel with larger text leaves beside it
WIDTHS = ((1024, 264), (1280, 280), (1440, 300), (1920, 320), (3840, 360))  # from a width of the window on


def width_for(window_width: int) -> int:
    """The panel's usual width in a window of that width."""
    return max((width for least, width in WIDTHS if window_width >= least), default=SMALLEST)


AnyPart = TypeVar("AnyPart", bound=QWidget)


class SidePanel(VerticalScroll):
    """A column of sections; never scrolls sideways, and is as wide as its words need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QWidget(), parent)
        self.setObjectName("side_panel")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMaximumWidth(round(LARGEST * text_scale()))
        self._inside.setObjectName("side_panel_inside")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)

    def add(self, section: AnyPart) -> AnyPart:
        """One more section, below the others."""
        self._column.insertWidget(self._column.count() - 1, section)
        return section

    @property
    def usual_width(self) -> int:
        """As wide as its window wants it, and more where its text is larger."""
        window = self.window().width()
        usual = width_for(window)
        return min(round(usual * text_scale()), max(usual, window - ROOM_BESIDE))

    def sizeHint(self) -> QSize:
        """The usual width."""
        return QSize(self.usual_width, 400)

    def minimumSizeHint(self) -> QSize:
        """What its words need, and what a panel has at least."""
        return super().minimumSizeHint().expandedTo(QSize(SMALLEST, 0))

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs a wider panel."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMaximumWidth(round(LARGEST * text_scale()))
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The panel's ground, and a hairline at its left."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), QColor(tokens().panel))
            painter.fillRect(0, 0, 1, self.viewport().height(), QColor(tokens().line))
