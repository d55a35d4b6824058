"""The row of thumbnails: wheel and arrows go along it, several photos can be selected, files can be dropped on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from fsr_desktop.look.theme import tokens
from fsr_desktop.photos.film_filter import FilmFilter
from fsr_desktop.photos.film_model import FilmModel
from fsr_desktop.photos.film_painter import FilmPainter
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.workspace import Workspace

NOTCH = 120  # of a wheel, in Qt's units
NOTCH_PX = 96  # how far the row goes by it


class FilmList(QListView):
    """The photos; the current one is that which is looked at, and the selection is the workspace's.

    Signals: `menu_wanted` with the place of a right click on a photo, `delete_pressed`, `entered_photo` when Enter is
    pressed on one.
    """

    menu_wanted = Signal(QPoint)
    delete_pressed = Signal()
    entered_photo = Signal()

    def __init__(self, workspace: Workspace, film: FilmModel, shown: FilmFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filmstrip_list")
        self.setAccessibleName(self.tr("Photos"))
        self.setProperty("ring", "own")
        self._workspace, self._film, self._shown = workspace, film, shown
        self._is_following = False
        self.painter = FilmPainter(self)
        self.setItemDelegate(self.painter)
        self.setModel(shown)
        self._set_up()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.follow)
        self.customContextMenuRequested.connect(self._right_clicked)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        for changed in (workspace.current_changed, workspace.selection_changed):
            changed.connect(self._soon.start)
        for changed in (shown.rowsInserted, shown.rowsRemoved, shown.modelReset):
            changed.connect(self._soon.start)

    def _set_up(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(False)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)
        self.fit()

    def fit(self) -> None:
        """Lay the cells out as large as the painter makes them."""
        self.setGridSize(self.painter.cell() + QSize(4, 0))

    def selected(self) -> list[PhotoItem]:
        """The photos that are selected, from left to right."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [photo for index in indexes if (photo := self._shown.photo(index))]

    # ---- in step with the workspace

    def follow(self) -> None:
        """Show as current and as selected what the workspace says."""
        session = self._workspace.session
        current = self._shown.index_of(session.current_id)
        wanted = self._selection_of(session.selected_ids)
        self._is_following = True
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        if current != self.currentIndex():
            model.setCurrentIndex(current, flag.NoUpdate)
        model.select(wanted, flag.ClearAndSelect)
        self._is_following = False
        if current.isValid():
            self.scrollTo(current)
        self.viewport().update()

    def _selection_of(self, photo_ids: Sequence[str]) -> QItemSelection:
        """Photos beside each other are one range: a thousand of them would take long."""
        rows = sorted(index.row() for photo_id in photo_ids if (index := self._shown.index_of(photo_id)).isValid())
        wanted = QItemSelection()
        start = 0
        for end, row in enumerate(rows):
            if end + 1 == len(rows) or rows[end + 1] != row + 1:
                wanted.select(self._shown.index(rows[start], 0), self._shown.index(row, 0))
                start = end + 1
        return wanted

    def _current_changed(self, current: QModelIndex) -> None:
        """Look at the photo, unless the user only went past it or took it out of the selection."""
        photo = self._shown.photo(current)
        if photo and self._is_users_choice and self.selectionModel().isSelected(current):
            self._workspace.show_photo(photo.id)

    def _selection_changed(self, *_what: object) -> None:
        if not self._is_users_choice:
            return
        ids = [photo.id for photo in self.selected()]
        current = self._shown.photo(self.currentIndex())  # known before the selection is, or after it, as Qt likes
        if current and current.id in ids:
            self._workspace.show_photo(current.id)
        elif ids and self._workspace.session.current_id not in ids:
            self._workspace.show_photo(ids[-1])
        self._workspace.select_photos(ids)

    @property
    def _is_users_choice(self) -> bool:
        return not self._is_following and not self._film.is_changing_rows

    # ---- mouse and keys

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel goes along the row."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        step = pixels.x() or pixels.y() or round((angle.x() or angle.y()) / NOTCH * NOTCH_PX)
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - step)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep the delete key to the row."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_delete(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Enter are told; arrows go along the row."""
        if _is_delete(event):
            self.delete_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_photo.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show its ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photos, or what to do while there are none."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(tokens().bar))
            if not self._film.rowCount():
                painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
                words = self.tr("Drop photos or folders here")
                painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), words)
        super().paintEvent(event)

    def _right_clicked(self, place: QPoint) -> None:
        if self.indexAt(place).isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))


def _is_delete(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Delete)
