"""Overlays that must be computed before they can be seen: what is sent for them, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.process.events import Failed
from engine.process.protocol import SingleOut
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.photos import PhotoItem


@dataclass(frozen=True)
class _Pending:
    photo_id: str
    file: Path


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
        self._pending: dict[int, _Pending] = {}
        self._failures: dict[Path, str] = {}
        bridge.finished.connect(self._job_finished)
        bridge.failed.connect(self._job_failed)
        bridge.was_cancelled.connect(self._job_cancelled)

    def compute(self, photo: PhotoItem, file: Path, title: str) -> None:
        """Compute what is promised of a face of this photo, called `title`, unless that is under way."""
        if self.is_under_way(file):
            return
        self._failures.pop(file, None)
        words = self.tr("Compute “{title}” for {name}").format(title=title, name=photo.path.name)
        job_id = self._bridge.submit(SingleOut(file=file), words, ahead=True)
        self._pending[job_id] = _Pending(photo.id, file)
        self.changed.emit(file)

    def is_under_way(self, file: Path) -> bool:
        """Whether a job for this face waits or runs."""
        return any(job.file == file for job in self._pending.values())

    def failure_of(self, file: Path) -> str:
        """Why the last job for this face failed, and what to do; empty if it did not."""
        return self._failures.get(file, "")

    def cancel(self, photo_id: str) -> None:
        """Stop all jobs for the faces of a photo."""
        for job_id, job in list(self._pending.items()):
            if job.photo_id == photo_id:
                self._bridge.cancel(job_id)

    def _job_finished(self, job_id: int, _payload: object) -> None:
        job = self._pending.pop(job_id, None)
        if job:
            self.changed.emit(job.file)
            self.computed.emit(job.file)

    def _job_failed(self, job_id: int, failure: Failed) -> None:
        job = self._pending.pop(job_id, None)
        if job:
            self._failures[job.file] = " ".join(part for part in (failure.message, failure.hint) if part)
            self.changed.emit(job.file)

    def _job_cancelled(self, job_id: int, _kept: str) -> None:
        job = self._pending.pop(job_id, None)
        if job:
            self.changed.emit(job.file)
