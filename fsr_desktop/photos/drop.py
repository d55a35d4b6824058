"""Files and folders that are dropped on a widget, opened as photos."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from fsr_desktop.photos.finder import PhotoFinder
from fsr_desktop.session.photo_paths import FoundPhotos


class PhotoDrop(QObject):
    """Lets `widget` take files and folders; `take` is called with the photos that they hold, found in the
    background."""

    def __init__(self, widget: QWidget, take: Callable[[FoundPhotos], object]) -> None:
        super().__init__(widget)
        self._finder = PhotoFinder(self)
        self._finder.found.connect(take)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags of local files, leave everything else alone."""
        if isinstance(event, (QDragEnterEvent, QDragMoveEvent)) and dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = dropped_paths(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self._finder.find(paths)
                return True
        return super().eventFilter(watched, event)


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
