"""What the head of the filmstrip says while several photos are worked on: how far, which one, how long still."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.process.export_jobs import ExportComparison, ExportCrops, ExportPhoto
from fsr_desktop.language.messages import shown
from fsr_desktop.language.numbers import minutes
from fsr_desktop.session.task import Task
from fsr_desktop.session.workspace import Workspace

EXPORTS = (ExportPhoto, ExportCrops, ExportComparison)
translate = QCoreApplication.translate


@dataclass(frozen=True)
class WorkShown:
    """The words, and how much is done in [0, 1]; `left` is the time that it may still take, or empty."""

    title: str
    detail: str
    fraction: float
    left: str = ""
    failed: int = 0


class FilmWork(QObject):
    """Follows the batch, and exports of more than one photo. Signals: `changed`: look at `current`."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._exports: dict[Task, None] = {}  # of the run of exports that goes on, in their order
        self._exporting_since = 0.0
        workspace.batch.changed.connect(self.changed)
        workspace.bridge.tasks_changed.connect(self._look_at_tasks)

    @property
    def current(self) -> WorkShown | None:
        """What is to be shown; None while there is nothing that counts."""
        if self._workspace.batch.is_running:
            return self._batch()
        return self._export() if len(self._exports) > 1 else None

    def _batch(self) -> WorkShown:
        batch = self._workspace.batch
        running = batch.running
        photo = self._workspace.session.get(running.photo_id) if running else None
        title = translate("FilmWork", "Restoring {number} of {count}")
        return WorkShown(
            title=title.format(number=min(batch.done + 1, batch.count), count=batch.count),
            detail=", ".join(part for part in (photo.path.name if photo else "", _stage(running)) if part),
            fraction=batch.fraction,
            left=_left(batch.remaining_s),
            failed=batch.failed,
        )

    def _export(self) -> WorkShown:
        count, done = len(self._exports), sum(task.is_over for task in self._exports)
        running = next((task for task in self._exports if task.state in ("running", "cancelling")), None)
        fraction = (done + (running.fraction if running else 0.0)) / count
        took = time.monotonic() - self._exporting_since
        title = translate("FilmWork", "Exporting {number} of {count}")
        return WorkShown(
            title=title.format(number=min(done + 1, count), count=count),
            detail=running.job.path.name if running and isinstance(running.job, EXPORTS) else "",
            fraction=fraction,
            left=_left(took * (1 - fraction) / fraction if done else None),
            failed=sum(task.state == "failed" for task in self._exports),
        )

    def _look_at_tasks(self) -> None:
        waiting = [task for task in self._workspace.bridge.tasks if isinstance(task.job, EXPORTS) and not task.is_over]
        if not waiting:
            self._exports.clear()
        elif not self._exports:
            self._exporting_since = time.monotonic()
        self._exports.update(dict.fromkeys(waiting))
        self.changed.emit()


def _stage(task: Task | None) -> str:
    return shown(task.stage) if task else ""


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    return translate("FilmWork", "about {time} left").format(time=minutes(seconds))
