"""The words by which one goes from workspace to workspace."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from fsr_desktop.look.theme import tokens

LINE = 2  # px, below the chosen one
PADDING = 12


class WorkspaceTabs(QTabBar):
    """A line below the chosen word. Signals: `chosen` with its key, only by the user."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspace_tabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Workspaces"))
        self._keys: list[str] = []
        for key, words in choices:
            self._keys.append(key)
            self.addTab(words)
        self.tabBarClicked.connect(self._tell)

    @property
    def value(self) -> str:
        """The key of the chosen one."""
        return self._keys[self.currentIndex()]

    def set_value(self, key: str) -> None:
        """Show it as chosen."""
        self.setCurrentIndex(self._keys.index(key))

    def step(self, by: int) -> None:
        """To the next one, as by the user."""
        self._tell((self.currentIndex() + by) % self.count())

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as its word."""
        return QSize(self._metrics().horizontalAdvance(self.tabText(index)) + 2 * PADDING, 48)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """The same: words are never cut off."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """All of the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, and the line below the chosen one; a ring around it when it has the keyboard."""
        colours = tokens()
        hovered = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._font())
            for index in range(self.count()):
                place = self.tabRect(index)
                is_chosen = index == self.currentIndex()
                painter.setPen(QColor(colours.text if is_chosen or index == hovered else colours.text2))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
                if is_chosen:
                    line = QRect(place.left() + PADDING, place.bottom() - LINE + 1, place.width() - 2 * PADDING, LINE)
                    painter.fillRect(line, QColor(colours.text))
                    if self.hasFocus():
                        painter.setPen(QColor(colours.ring))
                        for inset in (9, 10):
                            painter.drawRoundedRect(place.adjusted(2, inset, -2, -inset), 5, 5)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())

    def _tell(self, index: int) -> None:
        if index >= 0:
            self.setCurrentIndex(index)
            self.chosen.emit(self._keys[index])
