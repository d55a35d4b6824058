"""Overlays that must be computed before they can be seen: what is sent for them, and what becomes of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.process.events import Failed
from engine.process.protocol import SingleOut
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.photos import PhotoItem
from fsr_desktop.session.task import Task


class OverlayJobs(QObject):
    """Computes what is promised of a restored face, one job for a face at a time.

    Signals, with the `Path` of the face's file: `changed` when its job began or ended; `computed` when the file has
    the overlays. What goes wrong is also told by the workspace's notice.
    """

    changed = Signal(object)
    computed = Signal(object)

    def __init__(self, bridge: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._tasks: dict[Path, Task] = {}  # the latest for each face

    def compute(self, photo: PhotoItem, file: Path, title: str) -> None:
        """Compute what is promised of a face of this photo, called `title`, unless that is under way."""
        if self.is_under_way(file):
            return
        words = self.tr("Compute “{title}” for {name}").format(title=title, name=photo.path.name)
        task = self._bridge.submit(SingleOut(file=file), words, ahead=True, photo_id=photo.id)
        self._tasks[file] = task
        task.ended.connect(partial(self.changed.emit, file))
        task.finished.connect(lambda _result: self.computed.emit(file))
        self.changed.emit(file)

    def is_under_way(self, file: Path) -> bool:
        """Whether a job for this face waits or runs."""
        task = self._tasks.get(file)
        return task is not None and not task.is_over

    def failure_of(self, file: Path) -> Failed | None:
        """Why the last job for this face failed; None if it did not."""
        task = self._tasks.get(file)
        return task.failure if task else None
