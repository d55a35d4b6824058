"""A row of small pictures, one for each step of a restoration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from engine.types import Floats
from fsr_desktop.look.image_of import image_of

SIDE = 72  # px of a frame, before the screen's own scaling


@dataclass(frozen=True, kw_only=True, eq=False)
class Frame:
    """One picture of the strip: `image` `(h, w, 3)` RGB in [0, 1]; `key` is told when it is chosen."""

    key: str
    title: str
    image: Floats


class FilmStrip(QListWidget):
    """Shows frames from left to right; a click, the arrow keys, Space or Enter choose one. Coming by Tab chooses none.

    Signals: `frame_chosen` with its key, only when the user chose it.
    """

    frame_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setSpacing(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(SIDE + 2 * self.fontMetrics().height() + self.horizontalScrollBar().sizeHint().height())
        self.setAccessibleName(self.tr("Film strip"))
        self.currentItemChanged.connect(self._tell)
        self.itemClicked.connect(self._tell)
        self.itemActivated.connect(self._tell)

    def show_frames(self, frames: Sequence[Frame]) -> None:
        """Show these pictures, none of them chosen."""
        with QSignalBlocker(self):
            self.clear()
            widest = max((self.fontMetrics().horizontalAdvance(frame.title) for frame in frames), default=0)
            for frame in frames:
                small = small_picture(frame.image, round(SIDE * self.devicePixelRatioF()))
                item = QListWidgetItem(QIcon(QPixmap.fromImage(small)), frame.title)
                item.setData(Qt.ItemDataRole.UserRole, frame.key)
                item.setToolTip(frame.title)
                item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
                item.setSizeHint(QSize(max(SIDE + 8, widest + 12), SIDE + self.fontMetrics().height() + 8))
                self.addItem(item)

    def mark(self, key: str) -> None:
        """Show which frame is looked at, without telling; none for an unknown key."""
        with QSignalBlocker(self):
            found = next((i for i in range(self.count()) if self._key(self.item(i)) == key), -1)
            if found == -1:
                self.clearSelection()
            self.setCurrentRow(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first frame the current one, which the user has not chosen."""
        with QSignalBlocker(self):
            super().focusInEvent(event)
            if not self.selectedItems():
                self.setCurrentRow(0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses the frame with the focus, as everywhere."""
        if event.key() == Qt.Key.Key_Space:
            self._tell(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _key(self, item: QListWidgetItem) -> str:
        return str(item.data(Qt.ItemDataRole.UserRole))

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item:
            self.frame_chosen.emit(self._key(item))


def small_picture(image: Floats, side: int) -> QImage:
    """A picture `(h, w, 3)` in [0, 1], reduced by whole steps to about `side` px and then smoothly to it."""
    step = max(1, min(image.shape[:2]) // max(side, 1))
    rows, columns = image.shape[0] // step, image.shape[1] // step
    whole = image[: rows * step, : columns * step]
    mean = whole.reshape(rows, step, columns, step, 3).mean(axis=(1, 3))
    picture = image_of((np.clip(mean, 0, 1) * 255 + 0.5).astype(np.uint8))
    return picture.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
