"""A list of small pictures with their names: a click shows one, Ctrl+click a second beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from fsr_desktop.look import paint
from fsr_desktop.look.lettering import font_of
from fsr_desktop.look.theme import tokens
from fsr_desktop.study.entries import Entry
from fsr_desktop.study.state import StudyState
from fsr_desktop.study.thumbs import thumb

KEY, IS_SHOWN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
EDGE, GAP = 3, 4
MOST_LINES, MOST_WIDE = 2, 1.5  # of a name, and how much wider than its picture a tile may be for a long word
CHOOSING_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Tiles(QListWidget):
    """Entries of a `StudyState` as pictures of `side`; in rows of as many as there is room, or in one row.

    Arrows walk; Enter or Space shows, with Ctrl beside what is shown.
    """

    def __init__(self, state: StudyState, side: int, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self._state, self._side, self._wraps = state, side, wraps
        self._entries: tuple[Entry, ...] = ()
        self._wide, self._lines = side, 1  # px of the names, and lines of the longest
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(wraps)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_TilePainter(side, self))
        self.setStyleSheet("Tiles { background: transparent; }")
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        state.shown_changed.connect(self._mark)
        state.made.ready.connect(self._take_pictures)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these."""
        if self._entries != tuple(entries):
            self._entries = tuple(entries)
            self.clear()
            for entry in entries:
                item = QListWidgetItem(entry.short_title)
                item.setData(KEY, entry.key)
                item.setToolTip(entry.title)
                self.addItem(item)
            self._measure()
        self._take_pictures()
        self._mark()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The names need more room where all text becomes larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._entries:
            self._measure()
            self._fit()

    def resizeEvent(self, event: object) -> None:
        """As high as its rows need."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what is clicked."""
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item and event.button() == Qt.MouseButton.LeftButton:
            is_beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._state.show(str(item.data(KEY)), beside=is_beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show what the keyboard is on."""
        item = self.currentItem()
        if item and event.key() in CHOOSING_KEYS:
            is_beside = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._state.show(str(item.data(KEY)), beside=is_beside)
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        """Give every tile the size that the names need."""
        metrics = QFontMetrics(font_of("small"))
        names = [entry.short_title for entry in self._entries]
        widest = max((metrics.horizontalAdvance(word) for name in names for word in name.split()), default=0)
        self._wide = min(max(self._side, widest), round(MOST_WIDE * self._side))
        self._lines = max((len(name_lines(name, metrics, self._wide)) for name in names), default=1)
        for number in range(self.count()):
            self.item(number).setSizeHint(self._tile())

    def _tile(self) -> QSize:
        names = self._lines * QFontMetrics(font_of("small")).height()
        return QSize(self._wide + 2 * EDGE + GAP, self._side + 2 * EDGE + names + 4)

    def _fit(self) -> None:
        tile, count = self._tile(), self.count()
        if self._wraps:
            columns = max(1, (self.width() or 1) // tile.width())
            self.setFixedHeight(max(1, -(-count // columns)) * tile.height() + 2)
        else:
            self.setFixedSize(QSize(count * tile.width() + 2, tile.height() + 2))

    def _take_pictures(self) -> None:
        for number, entry in enumerate(self._entries):
            item = self.item(number)
            if item and item.icon().isNull():
                picture = thumb(self._state, entry, self._side, self.devicePixelRatioF())
                if picture:
                    item.setIcon(picture)

    def _mark(self) -> None:
        for number, entry in enumerate(self._entries):
            item = self.item(number)
            is_shown = entry.key in self._state.shown
            if item.data(IS_SHOWN) is is_shown:
                continue
            item.setData(IS_SHOWN, is_shown)
            spoken = self.tr("{name}, shown").format(name=entry.title) if is_shown else entry.title
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)


class _TilePainter(QStyledItemDelegate):
    """A picture with a ring where it is shown, and its name below."""

    def __init__(self, side: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._side = side

    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        """One tile."""
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] missing in the stubs
        picture = QRect(rect.left() + EDGE, rect.top() + EDGE, self._side, self._side)
        colours = tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if icon:
            icon.paint(painter, picture)
        else:
            paint.box(painter, picture, fill=colours.raised, radius=4)
        if index.data(IS_SHOWN):
            paint.box(painter, picture.adjusted(-2, -2, 2, 2), edge=colours.ring, radius=5, thick=2)
        words = QRect(rect.left() + EDGE, picture.bottom() + 3, rect.width() - 2 * EDGE, rect.bottom())
        painter.setFont(font_of("small"))
        painter.setPen(QColor(colours.text if index.data(IS_SHOWN) else colours.text2))
        title = "\n".join(name_lines(str(index.data()), painter.fontMetrics(), words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)
        painter.restore()


def name_lines(name: str, metrics: QFontMetrics, room: int) -> list[str]:
    """A name on as many lines as it needs, `MOST_LINES` at most; what has no room there ends in dots."""
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (metrics.horizontalAdvance(longer) <= room or len(lines) == MOST_LINES):
            lines[-1] = longer
        else:
            lines.append(word)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines] or [""]
