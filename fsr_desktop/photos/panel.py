"""The photos of the session, with thumbnails; files and folders can be dropped on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QVBoxLayout, QWidget

from fsr_desktop.look.icons import icon
from fsr_desktop.photos.drop import PhotoDrop
from fsr_desktop.photos.list_model import STATUS_ROLE, PhotoListModel
from fsr_desktop.photos.row_painter import PhotoRowPainter
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.workspace import Workspace

SIDE = 48  # of a thumbnail


class PhotosDock(QWidget):
    """A list of the photos; the current row is the photo that is looked at, and the other way round."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photos_list_page")
        self._workspace = workspace
        self.model = PhotoListModel(workspace, SIDE, self)
        self.list = PhotoList(self.tr("Drop photos or folders here"), self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PhotoRowPainter(SIDE, STATUS_ROLE, self.list))
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.selectionModel().currentChanged.connect(self._current_row_changed)
        PhotoDrop(self.list.viewport(), workspace.open_found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self._build_actions()
        workspace.photos_changed.connect(self._follow_current)
        workspace.current_changed.connect(self._follow_current)
        self._follow_current()

    def sizeHint(self) -> QSize:
        """Room for a few photos."""
        return QSize(280, 240)

    def _build_actions(self) -> None:
        self.restore_action = QAction(icon("restore"), self.tr("Restore"), self)
        self.restore_action.triggered.connect(self._restore)
        self.folder_action = QAction(icon("folder"), self.tr("Show in folder"), self)
        self.folder_action.triggered.connect(self._show_in_folder)
        key = QKeySequence(QKeySequence.StandardKey.Delete).toString(QKeySequence.SequenceFormat.NativeText)
        self.close_action = QAction(icon("close"), self.tr("Close photo") + "\t" + key, self)
        self.close_action.setToolTip(self.tr("Takes the photo out of the list; its file stays as it is."))
        self.close_action.triggered.connect(self._close)
        self.list.delete_pressed.connect(self._close)

    def selected(self) -> list[PhotoItem]:
        """The photos whose rows are selected, from top to bottom."""
        indexes = sorted(self.list.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [photo for index in indexes if (photo := self.model.photo(index))]

    def _follow_current(self) -> None:
        index = self.model.index_of(self._workspace.session.current_id)
        if index == self.list.currentIndex() and self.list.selectionModel().isSelected(index) == index.isValid():
            return
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if index.isValid():
            self.list.selectionModel().setCurrentIndex(index, flag)
            self.list.scrollTo(index)
        else:
            self.list.selectionModel().clear()

    def _current_row_changed(self, current: QModelIndex) -> None:
        photo = self.model.photo(current)
        if photo and not self.model.is_changing_rows:
            self._workspace.show_photo(photo.id)

    def _show_menu(self, place: QPoint) -> None:
        if self.list.indexAt(place).isValid():
            menu = self.build_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(place))

    def build_menu(self) -> QMenu:
        """What can be done with the selected photos."""
        menu = QMenu(self)
        menu.addActions([self.restore_action, self.folder_action])
        menu.addSeparator()
        menu.addAction(self.close_action)
        self.restore_action.setEnabled(any(photo.state != "failed" for photo in self.selected()))
        return menu

    def _restore(self) -> None:
        for photo in self.selected():
            self._workspace.restore(photo)

    def _show_in_folder(self) -> None:
        for folder in dict.fromkeys(photo.path.parent for photo in self.selected()):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _close(self) -> None:
        for photo in self.selected():
            self._workspace.close_photo(photo.id)


class PhotoList(QListView):
    """A list of rows of one size that says what to do while it is empty.

    Signals: `delete_pressed`, also where the key means something else in the rest of the window.
    """

    delete_pressed = Signal()

    def __init__(self, empty_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty_text = empty_text
        self.setObjectName("photo_list")
        self.setAccessibleName(self.tr("Photos"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def event(self, event: QEvent) -> bool:
        """Keep the delete key to the list."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_delete(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the delete key."""
        if _is_delete(event):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or the words where there are none."""
        super().paintEvent(event)
        model = self.model()
        if model and model.rowCount():
            return
        with QPainter(self.viewport()) as painter:
            painter.setPen(self.palette().placeholderText().color())
            area = self.viewport().rect().adjusted(12, 12, -12, -12)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty_text)


def _is_delete(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Delete)
