"""The photos of the session as rows of a list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from engine.process.protocol import RestoreFaces
from fsr_desktop.photos.thumbnails import Thumbnails
from fsr_desktop.session.photos import PhotoItem, PhotoState
from fsr_desktop.session.status_words import StatusWords, photo_status
from fsr_desktop.session.workspace import Workspace

STATUS_ROLE = Qt.ItemDataRole.UserRole + 1
_ROLES = [Qt.ItemDataRole.DecorationRole, STATUS_ROLE]
_NO_PARENT = QModelIndex()


class PhotoListModel(QAbstractListModel):
    """Rows follow the workspace by themselves; what a row says is worked out when it is looked at."""

    def __init__(self, workspace: Workspace, side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._states: list[PhotoState] = []
        self._restoring: set[str] = set()
        self.is_changing_rows = False  # then a view's current row is not the user's choice
        self._thumbnails = Thumbnails(side, self)
        self._thumbnails.ready.connect(self._thumbnail_ready)
        self._soon = QTimer(self, singleShot=True, interval=100)
        self._soon.timeout.connect(self._look_at_jobs)
        workspace.photos_changed.connect(self.sync)
        workspace.photo_changed.connect(self._photo_changed)
        workspace.bridge.tasks_changed.connect(self._jobs_changed)
        self.sync()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """The number of photos."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows: name, thumbnail, `StatusWords` (`STATUS_ROLE`), path."""
        photo = self.photo(index)
        if photo is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return photo.path.name
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(photo.path)
        if role == STATUS_ROLE:
            return self._status(photo)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            status = self._status(photo)
            lines = (str(photo.path), status.text, status.hint)
            return "\n".join(line for line in lines if line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{photo.path.name}, {self._status(photo).text}"
        return None

    def photo(self, index: QModelIndex | QPersistentModelIndex) -> PhotoItem | None:
        """The photo of a row."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        return self._workspace.session.get(self._ids[index.row()])

    def index_of(self, photo_id: str | None) -> QModelIndex:
        """The row of a photo; an invalid index if it has none."""
        row = self._rows.get(photo_id) if photo_id else None
        return QModelIndex() if row is None else self.index(row)

    def sync(self) -> None:
        """Bring the rows up to the session: new and closed photos, and changed states."""
        photos = list(self._workspace.session)
        ids = [photo.id for photo in photos]
        if ids != self._ids:
            self.is_changing_rows = True
            self._change_rows(ids)
            self.is_changing_rows = False
        states: list[PhotoState] = [photo.state for photo in photos]
        if len(states) != len(self._states):
            self._states = states
            return
        for row, (old, new) in enumerate(zip(self._states, states, strict=True)):
            if old != new:
                self._tell_row(row)
        self._states = states

    def _change_rows(self, ids: list[str]) -> None:
        """Photos are added at the end, and closed one at a time; anything else starts anew."""
        old = self._ids
        if ids[: len(old)] == old:
            self.beginInsertRows(QModelIndex(), len(old), len(ids) - 1)
            self._set_ids(ids)
            self.endInsertRows()
            return
        row = next((row for row, (one, other) in enumerate(zip(old, ids, strict=False)) if one != other), len(ids))
        if old[:row] + old[row + 1 :] == ids:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._set_ids(ids)
            self.endRemoveRows()
            return
        self.beginResetModel()
        self._set_ids(ids)
        self.endResetModel()

    def _set_ids(self, ids: list[str]) -> None:
        self._ids = ids
        self._rows = {photo_id: row for row, photo_id in enumerate(ids)}

    def _status(self, photo: PhotoItem) -> StatusWords:
        return photo_status(photo, is_restoring=photo.id in self._restoring)

    def _photo_changed(self, photo_id: str) -> None:
        row = self._rows.get(photo_id)
        if row is not None:
            self._tell_row(row)

    def _jobs_changed(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _look_at_jobs(self) -> None:
        tasks = self._workspace.bridge.tasks
        now = {task.photo_id for task in tasks if isinstance(task.job, RestoreFaces) and not task.is_over}
        changed, self._restoring = now ^ self._restoring, now
        for photo_id in changed:
            self._photo_changed(photo_id)

    def _thumbnail_ready(self, name: str) -> None:
        for photo in self._workspace.session:
            if str(photo.path) == name:
                self._photo_changed(photo.id)
                return
        self._thumbnails.forget(Path(name))

    def _tell_row(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index, _ROLES)
