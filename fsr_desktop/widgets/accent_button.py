"""The one main button of a window, with a menu beside it where there is more to choose."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QToolButton, QWidget

from fsr_desktop.look import paint
from fsr_desktop.look.theme import tokens
from fsr_desktop.widgets.buttons import press_by_enter

HEIGHT, ABOVE, SIDE, MENU_SIDE = 32, 7, 16, 32  # px


class AccentButton(QToolButton):
    """Filled with the accent colour; `clicked` for its words, the menu for its right part and for Down."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accent_button")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._is_over_menu = False
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words; a screen reader says the same."""
        super().setText(text)
        self.setAccessibleName(text.replace("&", ""))
        self.updateGeometry()

    def set_menu(self, menu: QMenu | None) -> None:
        """Offer a menu at the right, or none."""
        mode = QToolButton.ToolButtonPopupMode
        self.setPopupMode(mode.MenuButtonPopup if menu else mode.DelayedPopup)
        self.setMenu(menu)  # pyright: ignore[reportArgumentType] None takes it away
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the words and the menu's part."""
        metrics = QFontMetrics(self._words_font())
        width = metrics.horizontalAdvance(self.text().replace("&", "")) + 2 * SIDE
        return QSize(width + (MENU_SIDE if self.menu() else 0), max(HEIGHT, metrics.height() + 2 * ABOVE))

    def minimumSizeHint(self) -> QSize:
        """The whole of the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, words, and the menu's part behind a line."""
        colours, words = tokens(), self.words_part()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, words)
            painter.setFont(self._words_font())
            painter.setPen(QColor(colours.accent_text if self.isEnabled() else colours.disabled))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic, self.text())

    def words_part(self) -> QRect:
        """Where the words are: a click there is `clicked`."""
        return self.rect().adjusted(0, 0, -MENU_SIDE if self.menu() else 0, 0)

    def menu_part(self) -> QRect:
        """Where the menu's sign is: a click there opens the menu. Empty without one."""
        return self.rect().adjusted(self.words_part().width(), 0, 0, 0)

    def hitButton(self, pos: QPoint) -> bool:
        """Only the words press it; the style would count most of the menu's part as well."""
        return self.words_part().contains(pos)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu at its part, where it is drawn."""
        is_menu = self.menu_part().contains(event.position().toPoint())
        if is_menu and event.button() == Qt.MouseButton.LeftButton:
            self.showMenu()
        elif not is_menu:
            QAbstractButton.mousePressEvent(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The part below the mouse is lighter."""
        super().mouseMoveEvent(event)
        is_over = self.menu_part().contains(event.position().toPoint())
        if is_over != self._is_over_menu:
            self._is_over_menu = is_over
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, Down opens the menu."""
        if self.menu() and event.key() == Qt.Key.Key_Down:
            self.showMenu()
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Its size follows the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _paint_ground(self, painter: QPainter, words: QRect) -> None:
        colours = tokens()
        if not self.isEnabled():
            edge = colours.line if colours.raised == colours.panel else ""
            paint.box(painter, self.rect(), fill=colours.raised, edge=edge, radius=6)
        else:
            paint.box(painter, self.rect(), fill=colours.accent, radius=6)
            if self.underMouse() or self.isDown():
                painter.setClipRect(words if not self._is_over_menu else self.menu_part())
                paint.box(painter, self.rect(), fill=colours.accent_hover, radius=6)
                painter.setClipping(False)
        if self.menu():
            sign = colours.accent_text if self.isEnabled() else colours.disabled
            between = QColor(sign)
            between.setAlphaF(0.35)
            painter.fillRect(words.right() + 1, 0, 1, self.height(), between)
            paint.chevron_down(painter, self.menu_part().toRectF(), sign)

    def _words_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
