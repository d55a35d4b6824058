"""The faces that a model could be fine-tuned with, as a grid in which each can be left out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from engine.types import FaceFault
from fsr_desktop.finetune.face_tile import FAULT, IS_HELD_OUT, IS_LEFT_OUT, FaceTiles, words_below
from fsr_desktop.look.image_of import image_of

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, kw_only=True)
class TeachingFace:
    """One face: its name, its photo, whether it is held out, and why it had better be left out, or ""."""

    name: str
    photo: str
    is_held_out: bool = False
    fault: FaceFault = ""


class FaceGrid(QListView):
    """Shows faces with their photos; a click or Space leaves one out, or takes it back.

    Signals: `changed`, when the user left one out or took one back.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("face_grid")
        self.setAccessibleName(self.tr("Faces that are used"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self._faces = _Faces(self)
        self.setModel(self._faces)
        self.setItemDelegate(FaceTiles(self))
        self.clicked.connect(self._toggle)

    def show_faces(self, pictures: NDArray[np.uint8], faces: Collection[TeachingFace]) -> None:
        """Show pictures `(N, h, w, 3)` RGB of as many faces; those with a fault are left out at first."""
        self._faces.put(pictures, tuple(faces))

    def leave_out(self, names: Collection[str]) -> None:
        """Leave out these faces and no others, without telling."""
        self._faces.leave_out(names)

    @property
    def faces(self) -> tuple[TeachingFace, ...]:
        """Those that are shown."""
        return self._faces.faces

    @property
    def left_out(self) -> frozenset[str]:
        """The names of those that are not used."""
        return frozenset(self._faces.left_out)

    @property
    def count(self) -> int:
        """How many are shown."""
        return self._faces.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter leave the face with the ring out, or take it back."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: Index) -> None:
        if index.isValid():
            self._faces.toggle(index.row())
            self.changed.emit()


class _Faces(QAbstractListModel):
    """Gives a face's picture when it is drawn, so that many of them cost nothing before."""

    def __init__(self, parent: FaceGrid) -> None:
        super().__init__(parent)
        self._pictures: NDArray[np.uint8] = np.zeros((0, 1, 1, 3), np.uint8)
        self.faces: tuple[TeachingFace, ...] = ()
        self.left_out: set[str] = set()

    def put(self, pictures: NDArray[np.uint8], faces: tuple[TeachingFace, ...]) -> None:
        """Take other faces."""
        self.beginResetModel()
        self._pictures, self.faces = np.ascontiguousarray(pictures), faces
        self.left_out = {face.name for face in faces if face.fault}
        self.endResetModel()

    def leave_out(self, names: Collection[str]) -> None:
        """Use all but these."""
        self.left_out = {face.name for face in self.faces if face.name in names}
        if self.faces:
            self.dataChanged.emit(self.index(0), self.index(len(self.faces) - 1))

    def toggle(self, row: int) -> None:
        """Use a face, or no longer."""
        self.left_out ^= {self.faces[row].name}
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many faces there are."""
        return 0 if parent.isValid() else len(self.faces)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each can be ticked, for screen readers."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A face's picture, its words, or whether it is used."""
        row = index.row()
        if not 0 <= row < len(self.faces):
            return None
        face = self.faces[row]
        is_left_out = face.name in self.left_out
        match role:
            case Qt.ItemDataRole.DecorationRole:
                return image_of(self._pictures[row])
            case Qt.ItemDataRole.DisplayRole:
                below = words_below(face.fault, is_held_out=face.is_held_out, is_left_out=is_left_out)
                return "\n".join(part for part in (face.photo, below) if part)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._explained(face, is_left_out=is_left_out)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Unchecked if is_left_out else Qt.CheckState.Checked
            case _:
                return {FAULT: face.fault, IS_HELD_OUT: face.is_held_out, IS_LEFT_OUT: is_left_out}.get(role)

    def _explained(self, face: TeachingFace, *, is_left_out: bool) -> str:
        if is_left_out:
            text = self.tr("{photo}: left out. Click to use it.")
        elif face.is_held_out:
            text = self.tr("{photo}: held out; the model never sees this face, it checks what was learnt.")
        else:
            text = self.tr("{photo}: the model learns from this face. Click to leave it out.")
        return text.format(photo=face.photo)
