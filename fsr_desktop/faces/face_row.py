"""The faces of a photo as round pictures in a row: all of them, each, and a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from fsr_desktop.faces.face_entry import ALL, ENTRY_ROLE, NEW, FaceEntry
from fsr_desktop.faces.face_painter import CELL, NARROWEST, FacePainter
from fsr_desktop.faces.new_button import NewFaceButton


class FaceRow(QListView):
    """Chooses a face, or all. Signals, only by the user: `chosen` with the face's id, "" for all; `new_wanted`;
    `menu_wanted` with the face's id and the place on the screen."""

    chosen = Signal(str)
    new_wanted = Signal()
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("face_row")
        self.setAccessibleName(self.tr("Faces of this photo"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(CELL + 4)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self._new_words = self.tr("Draw a box around a face that was not found")
        self.new_button = NewFaceButton(self._new_words, self)  # beside the row, where it has no room at its end
        self.new_button.clicked.connect(self.new_wanted)
        self._model = _Entries(self)
        self.setModel(self._model)
        self._painter = FacePainter(self)
        self.setItemDelegate(self._painter)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._apply)

    def show_faces(self, entries: Sequence[FaceEntry], selected: str) -> None:
        """Show these, between the one for all and the one for a new face."""
        everything = FaceEntry(ALL, self.tr("All faces"))
        new = FaceEntry(NEW, self._new_words)
        self._model.show((everything, *entries, new) if entries else (new,))
        self._place_new()
        row = self._model.row_of(selected)
        index = self._model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if row >= 0 and index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(4 * CELL, CELL + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All faces and the new one, or the new one beside a part of them."""
        super().resizeEvent(event)
        self._place_new()

    def _place_new(self) -> None:
        """The new face at the end of the row, or beside it where the row would push it out of sight.

        Entries come closer together first, rather than one be cut off.
        """
        count = self._model.rowCount()
        is_beside = count > 1 and count * NARROWEST > self.width()
        wide = CELL if is_beside or not count else min(CELL, self.width() // count)
        if wide != self._painter.wide:
            self._painter.wide = wide
            self.doItemsLayout()
        self.setRowHidden(count - 1, is_beside)
        self.new_button.setVisible(is_beside)
        self.new_button.move(self.width() - CELL, 0)
        room = CELL if is_beside else 0
        if self.viewportMargins().right() != room:
            self.setViewportMargins(0, 0, room, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter and Space choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._apply(self.currentIndex())
        else:
            super().keyPressEvent(event)
            entry = self.currentIndex().data(ENTRY_ROLE)
            if entry and entry.id != NEW and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.chosen.emit(entry.id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the row where there are more faces than fit; else it is the panel's."""
        bar = self.horizontalScrollBar()
        if bar.maximum() == 0:
            event.ignore()
            return
        delta = event.angleDelta()
        bar.setValue(bar.value() - (delta.x() or delta.y()))
        event.accept()

    def _apply(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if entry is None:
            return
        if entry.id == NEW:
            self.new_wanted.emit()
        else:
            self.chosen.emit(entry.id)

    def _ask_for_menu(self, place: QPoint) -> None:
        entry = self.indexAt(place).data(ENTRY_ROLE)
        if entry and entry.id not in (ALL, NEW):
            self.menu_wanted.emit(entry.id, self.viewport().mapToGlobal(place))


class _Entries(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: tuple[FaceEntry, ...] = ()

    def show(self, entries: tuple[FaceEntry, ...]) -> None:
        """Other entries; a current one of the same id stays that."""
        if [entry.id for entry in entries] != [entry.id for entry in self._entries]:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()
            return
        changed = [row for row, (old, new) in enumerate(zip(self._entries, entries, strict=True)) if old != new]
        self._entries = entries
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def row_of(self, face_id: str) -> int:
        """The row of a face, -1 where there is none."""
        return next((row for row, entry in enumerate(self._entries) if entry.id == face_id), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry, and its words for tool tips and screen readers."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.words
        return None
