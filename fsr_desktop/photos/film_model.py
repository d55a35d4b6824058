"""The photos of the session as the filmstrip lists them: name, thumbnail, state, progress."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from engine.process.protocol import RestoreFaces
from fsr_desktop.photos.thumbnails import Thumbnails
from fsr_desktop.session.export_mark import waits_for_export
from fsr_desktop.session.photo_state import ItemState, photo_state
from fsr_desktop.session.photos import PhotoItem, PhotoState
from fsr_desktop.session.workspace import Workspace

STATE_ROLE = Qt.ItemDataRole.UserRole + 1  # an ItemState
PROGRESS_ROLE = Qt.ItemDataRole.UserRole + 2  # in [0, 1], of the photo that is worked on; else None
WAITS_ROLE = Qt.ItemDataRole.UserRole + 3  # whether it waits in a batch
EVERY_MS = 40  # changes are taken together
MOST_REMOVED_SINGLY = 20
Index = QModelIndex | QPersistentModelIndex
Filter = Literal["all", "restored", "not yet", "no face", "needs you"]
FILTERS: tuple[Filter, ...] = ("all", "restored", "not yet", "no face", "needs you")
_NO_PARENT = QModelIndex()


class FilmModel(QAbstractListModel):
    """Rows follow the workspace, together and a moment later, so that a thousand photos hold nothing up.

    Signals: `counts_changed` when another number of photos is in a state.
    """

    counts_changed = Signal()

    def __init__(self, workspace: Workspace, side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._states: dict[str, ItemState] = {}
        self._opened: dict[str, PhotoState] = {}  # as it was when the state was looked at
        self._counts: Counter[Filter] = Counter()
        self._to_export: set[str] = set()
        self._restoring: set[str] = set()
        self._running: tuple[str, int] = ("", 0)  # the photo that is worked on, and how many hundredths are done
        self._changed: set[str] = set()
        self.is_changing_rows = False  # then a view's current row is not the user's choice
        self._thumbnails = Thumbnails(side, self)
        self._thumbnails.ready.connect(self._thumbnail_ready)
        self._soon = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._soon.timeout.connect(self.sync)
        workspace.photos_changed.connect(self.sync_soon)
        workspace.photo_changed.connect(self._photo_changed)
        workspace.bridge.tasks_changed.connect(self.sync_soon)
        workspace.batch.changed.connect(self.sync_soon)
        self.sync()

    # ---- what a row shows

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """The number of photos."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows."""
        photo = self.photo(index)
        if photo is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return photo.path.name
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(photo.path)
        if role == STATE_ROLE:
            return self.state(photo.id)
        if role == PROGRESS_ROLE:
            running, hundredths = self._running
            return hundredths / 100 if running == photo.id else None
        if role == WAITS_ROLE:
            return self.state(photo.id).name == "not yet" and self._workspace.batch.holds(photo.id)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return f"{photo.path}\n{self.state(photo.id).text}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{photo.path.name}, {self.state(photo.id).word}"
        return None

    def photo(self, index: Index) -> PhotoItem | None:
        """The photo of a row."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        return self._workspace.session.get(self._ids[index.row()])

    def state(self, photo_id: str) -> ItemState:
        """The state of a photo, as it was looked at last."""
        return self._states[photo_id]

    def index_of(self, photo_id: str | None) -> QModelIndex:
        """The row of a photo; an invalid index if it has none."""
        row = self._rows.get(photo_id) if photo_id else None
        return QModelIndex() if row is None else self.index(row)

    def counts(self) -> Counter[Filter]:
        """How many photos each filter lets through."""
        return Counter({**self._counts, "all": len(self._ids)})

    def to_restore(self, photo_ids: Sequence[str]) -> list[str]:
        """Of these photos those that were not restored yet."""
        return [photo_id for photo_id in photo_ids if "not yet" in self._filters_of(photo_id)]

    def to_export(self, photo_ids: Sequence[str]) -> list[str]:
        """Of these photos those that changed since they were exported."""
        return [photo_id for photo_id in photo_ids if photo_id in self._to_export]

    # ---- following the workspace

    def sync_soon(self) -> None:
        """Follow the workspace a moment later."""
        if not self._soon.isActive():
            self._soon.start()

    def sync(self) -> None:
        """Follow the workspace now."""
        self._soon.stop()
        photos = list(self._workspace.session)
        ids = [photo.id for photo in photos]
        self._look_at_tasks()
        changed = [photo for photo in photos if self._is_other(photo)]
        self._changed.clear()
        listed = [photo.id for photo in changed if photo.id in self._rows]
        counts = Counter(self._counts)
        for photo in changed:
            self._look_at(photo)
        if ids != self._ids:
            self._change_rows(ids)
        self._tell([self._rows[photo_id] for photo_id in listed])
        if counts != self._counts:
            self.counts_changed.emit()

    def _look_at(self, photo: PhotoItem) -> None:
        self._counts.subtract(self._filters_of(photo.id))
        self._states[photo.id] = photo_state(photo, is_restoring=photo.id in self._restoring)
        self._counts.update(self._filters_of(photo.id))
        self._opened[photo.id] = photo.state
        (self._to_export.add if waits_for_export(photo) else self._to_export.discard)(photo.id)

    def _forget(self, photo_id: str) -> None:
        self._counts.subtract(self._filters_of(photo_id))
        del self._states[photo_id], self._opened[photo_id]
        self._to_export.discard(photo_id)

    def _filters_of(self, photo_id: str) -> frozenset[Filter]:
        state = self._states.get(photo_id)
        return filters_of(state) if state else frozenset()

    def _is_other(self, photo: PhotoItem) -> bool:
        return photo.id in self._changed or self._opened.get(photo.id) != photo.state

    def _look_at_tasks(self) -> None:
        restoring: set[str] = set()
        running = ("", 0)
        for task in self._workspace.bridge.tasks:
            if task.state in ("running", "cancelling") and task.photo_id:
                running = (task.photo_id, round(100 * task.fraction))
                if isinstance(task.job, RestoreFaces):
                    restoring.add(task.photo_id)
        self._changed |= restoring ^ self._restoring
        if running != self._running:
            self._changed |= {running[0], self._running[0]}
        self._restoring, self._running = restoring, running

    def _change_rows(self, ids: list[str]) -> None:
        """Photos are added at the end; a few that are closed go one by one; anything else starts anew."""
        self.is_changing_rows = True
        kept = set(ids)
        gone = [row for row, photo_id in enumerate(self._ids) if photo_id not in kept]
        if len(gone) <= MOST_REMOVED_SINGLY:
            for row in reversed(gone):
                self.beginRemoveRows(QModelIndex(), row, row)
                self._set_ids(self._ids[:row] + self._ids[row + 1 :])
                self.endRemoveRows()
        count = len(self._ids)
        if ids[:count] != self._ids:
            self.beginResetModel()
            self._set_ids(ids)
            self.endResetModel()
        elif len(ids) > count:
            self.beginInsertRows(QModelIndex(), count, len(ids) - 1)
            self._set_ids(ids)
            self.endInsertRows()
        for photo_id in self._states.keys() - kept:
            self._forget(photo_id)
        self.is_changing_rows = False

    def _set_ids(self, ids: list[str]) -> None:
        self._ids = ids
        self._rows = {photo_id: row for row, photo_id in enumerate(ids)}

    def _tell(self, rows: list[int]) -> None:
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))

    def _photo_changed(self, photo_id: str) -> None:
        self._changed.add(photo_id)
        self.sync_soon()

    def _thumbnail_ready(self, name: str) -> None:
        photo = next((photo for photo in self._workspace.session if str(photo.path) == name), None)
        if photo and photo.id in self._rows:
            self._tell([self._rows[photo.id]])


def filters_of(state: ItemState) -> frozenset[Filter]:
    """The filters that let a state through, besides "all"."""
    found: set[Filter] = set()
    if state.name in ("restored", "partly restored", "exported"):
        found.add("restored")
    elif state.name in ("not yet", "opening", "restoring"):
        found.add("not yet")
    elif state.name == "no face":
        found.add("no face")
    if state.needs_user:
        found.add("needs you")
    return frozenset(found)
