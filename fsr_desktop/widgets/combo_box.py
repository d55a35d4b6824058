"""A choice from a list that shows all its rows, with a second line and headings where there are some."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fsr_desktop.look import paint
from fsr_desktop.look.app_style import POPUP, show_round
from fsr_desktop.look.lettering import font_of
from fsr_desktop.look.theme import tokens

ROW, TALL_ROW, HEADING = 28, 44, 26  # px
BEFORE, BEHIND = 32, 16  # px, around the words of a row
KEY, SUBTITLE, IS_HEADING = (Qt.ItemDataRole.UserRole + number for number in range(3))
Index = QModelIndex | QPersistentModelIndex


class ComboBox(QComboBox):
    """A combo box whose rows have a key; the mouse wheel changes it only where it has the focus.

    Signals: `chosen` with the key, only when the user chose another one.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_Rows(self))
        self._prepare_view()
        self._section = ""
        self._shown = ""  # the key that was set or told last
        self.activated.connect(self._tell)

    def add_row(self, key: str, title: str, subtitle: str = "", section: str = "") -> None:
        """One more choice, under a heading if `section` is another than that of the row before."""
        if section and section != self._section:
            self._add_heading(section)
        self._section = section
        self.addItem(title, key)
        row = self.count() - 1
        self.setItemData(row, subtitle, SUBTITLE)
        self.setItemData(row, subtitle, Qt.ItemDataRole.AccessibleDescriptionRole)
        if not self._shown:
            self.set_key(key)

    def clear_rows(self) -> None:
        """Offer nothing; what was chosen is forgotten."""
        self.clear()
        self._section = self._shown = ""

    def key(self) -> str:
        """The key of what is chosen, "" if nothing is."""
        return str(self.currentData() or "")

    def set_key(self, key: str) -> None:
        """Show this one as chosen, without telling; a key that is not there leaves nothing chosen."""
        self.setCurrentIndex(self.findData(key))
        self._shown = self.key()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls, unless the choice has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def showPopup(self) -> None:
        """Open the list at the height of all its rows, and wide enough for their words."""
        view = self.view()
        self.setMaxVisibleItems(max(1, self.count()))
        rows = sum(view.sizeHintForRow(row) for row in range(self.count()))
        frame = 2 * view.frameWidth()
        view.setMinimumHeight(rows + frame)
        view.setMinimumWidth(max(self.width() - 2, view.sizeHintForColumn(0) + frame))
        super().showPopup()

    def _prepare_view(self) -> None:
        view = self.view()
        view.setProperty("ring", "own")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.viewport().setAutoFillBackground(False)  # the style draws the ground of the list
        popup = view.window()
        popup.setObjectName(POPUP)
        show_round(popup)

    def _tell(self) -> None:
        if self.key() != self._shown:
            self._shown = self.key()
            self.chosen.emit(self._shown)

    def _add_heading(self, words: str) -> None:
        self.addItem(words)
        row = self.count() - 1
        self.setItemData(row, True, IS_HEADING)
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        model.item(row).setFlags(Qt.ItemFlag.NoItemFlags)


class _Rows(QStyledItemDelegate):
    """Draws a row: a sign if it is chosen, its words, and what is said besides in a second line."""

    def __init__(self, box: ComboBox) -> None:
        super().__init__(box)
        self._box = box

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of 28 px, of 44 with a second line; more where the text is larger."""
        title, subtitle = str(index.data() or ""), str(index.data(SUBTITLE) or "")
        body, small = QFontMetrics(font_of()), QFontMetrics(font_of("small"))
        if index.data(IS_HEADING):
            return QSize(small.horizontalAdvance(title) + BEHIND * 2, max(HEADING, small.height() + 13))
        width = BEFORE + max(body.horizontalAdvance(title), small.horizontalAdvance(subtitle)) + BEHIND
        if subtitle:
            return QSize(width, max(TALL_ROW, body.height() + small.height() + 14))
        return QSize(width, max(ROW, body.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        rect = option.rect  # pyright: ignore[reportAttributeAccessIssue] missing in the stubs
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(IS_HEADING):
            self._paint_heading(painter, rect, str(index.data()))
        else:
            state = option.state  # pyright: ignore[reportAttributeAccessIssue]
            self._paint_row(painter, rect, index, is_pointed_at=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, words: str) -> None:
        colours = tokens()
        painter.fillRect(rect.left() + 6, rect.top() + 3, rect.width() - 12, 1, QColor(colours.line))
        painter.setFont(font_of("small"))
        painter.setPen(QColor(colours.text2))
        painter.drawText(rect.adjusted(12, 6, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_row(self, painter: QPainter, rect: QRect, index: Index, *, is_pointed_at: bool) -> None:
        colours = tokens()
        title_colour, subtitle_colour = colours.text, colours.text2
        if is_pointed_at:
            title_colour = colours.menu_row_text
            subtitle_colour = colours.text2 if colours.menu_row == colours.hover else colours.menu_row_text
            paint.box(painter, rect.adjusted(1, 1, -1, -1), fill=colours.menu_row, radius=4)
        if index.row() == self._box.currentIndex():
            paint.tick(painter, QRectF(rect.left() + 8, rect.top(), 16, rect.height()), title_colour)
        self._paint_words(painter, rect.adjusted(BEFORE, 0, -4, 0), index, title_colour, subtitle_colour)

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, title: str, subtitle: str) -> None:
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words, besides = str(index.data() or ""), str(index.data(SUBTITLE) or "")
        body, small = font_of(), font_of("small")
        if not besides:
            _write(painter, rect, left, words, body, title)
            return
        first, second = QFontMetrics(body).height(), QFontMetrics(small).height()
        top = rect.top() + (rect.height() - first - second) // 2
        _write(painter, QRect(rect.left(), top, rect.width(), first), left, words, body, title)
        _write(painter, QRect(rect.left(), top + first, rect.width(), second), left, besides, small, subtitle)


def _write(painter: QPainter, rect: QRect, where: Qt.AlignmentFlag, words: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, where, words)
