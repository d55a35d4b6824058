"""The faces that a model would be fine-tuned with, as a grid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fsr_desktop.look.icons import icon
from fsr_desktop.look.image_of import image_of

SIDE = 96  # px
IS_HELD_OUT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class FaceGrid(QListView):
    """Shows faces with the names of their photos; those held out are marked by an icon, a frame and words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("face_grid")
        self.setAccessibleName(self.tr("Faces that are used"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(SIDE, SIDE))
        line = self.fontMetrics().lineSpacing()
        self.setGridSize(QSize(SIDE + 24, SIDE + 2 * line + 16))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._faces = _Faces(self)
        self.setModel(self._faces)
        self.setItemDelegate(_Drawn(self))

    def show_faces(self, pictures: NDArray[np.uint8], photos: tuple[str, ...], held_out: tuple[bool, ...]) -> None:
        """Show pictures `(N, h, w, 3)` RGB with the photo's name of each and whether it is held out."""
        self._faces.put(pictures, photos, held_out)

    @property
    def count(self) -> int:
        """How many are shown."""
        return self._faces.rowCount()


class _Faces(QAbstractListModel):
    """Gives a face's picture when it is drawn, so that many of them cost nothing before."""

    def __init__(self, parent: FaceGrid) -> None:
        super().__init__(parent)
        self._pictures: NDArray[np.uint8] = np.zeros((0, SIDE, SIDE, 3), np.uint8)
        self._photos: tuple[str, ...] = ()
        self._held_out: tuple[bool, ...] = ()

    def put(self, pictures: NDArray[np.uint8], photos: tuple[str, ...], held_out: tuple[bool, ...]) -> None:
        """Take other faces."""
        self.beginResetModel()
        self._pictures = np.ascontiguousarray(pictures)
        self._photos, self._held_out = photos, held_out
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """How many faces there are."""
        return 0 if parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A face's picture, words, or whether it is held out."""
        row = index.row()
        if not 0 <= row < len(self._photos):
            return None
        photo, is_held_out = self._photos[row], self._held_out[row]
        if role == Qt.ItemDataRole.DecorationRole:
            return image_of(self._pictures[row])
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join((photo, self.tr("held out"))) if is_held_out else photo
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            learns = self.tr("{photo}: the model learns from this face.")
            checks = self.tr("{photo}: held out; the model never sees this face, it checks what was learnt.")
            return (checks if is_held_out else learns).format(photo=photo)
        return is_held_out if role == IS_HELD_OUT else None


class _Drawn(QStyledItemDelegate):
    """Draws a frame and an icon on the faces that are held out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The item, and the mark over its picture."""
        super().paint(painter, option, index)
        if not index.data(IS_HELD_OUT):
            return
        area, palette = option.rect, option.palette  # pyright: ignore[reportAttributeAccessIssue] missing in the stubs
        corner = QPoint(area.center().x() - SIDE // 2 + 1, area.top() + 3)
        painter.save()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 3))
        painter.drawRect(corner.x(), corner.y(), SIDE - 1, SIDE - 1)
        badge = palette.color(QPalette.ColorRole.Button)
        painter.fillRect(corner.x() + SIDE - 26, corner.y() + 2, 24, 24, badge)
        icon("eye-off").paint(painter, corner.x() + SIDE - 24, corner.y() + 4, 20, 20)
        painter.restore()
