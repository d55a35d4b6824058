"""The jobs of the engine process as rows of a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from fsr_desktop.language.messages import shown
from fsr_desktop.language.numbers import decimal
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.status_words import failure_words
from fsr_desktop.session.task import Task

EVERY_MS = 50
TITLE, STAGE, PROGRESS, TIME, CANCEL = range(5)
FRACTION_ROLE = Qt.ItemDataRole.UserRole + 1
CAN_CANCEL_ROLE = Qt.ItemDataRole.UserRole + 2
FAILED_ROLE = Qt.ItemDataRole.UserRole + 3
_NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class JobModel(QAbstractTableModel):
    """What runs first, then what waits in the order it will run, then what is over, the latest first.

    Events of the bridge are taken together `EVERY_MS`; one that changes only a job's progress changes only its row.
    """

    def __init__(self, bridge: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._jobs: list[Task] = []
        self._said: list[tuple[object, ...]] = []  # what each row shows now
        self._soon = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._soon.timeout.connect(self.sync)
        self._clock = QTimer(self, interval=1000)  # the time left goes on without events
        self._clock.timeout.connect(self.sync)
        bridge.tasks_changed.connect(self._sync_soon)
        self.sync()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """The number of jobs."""
        return 0 if parent.isValid() else len(self._jobs)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Title, stage, progress, time, cancel."""
        return 0 if parent.isValid() else 5

    def job(self, index: Index) -> Task | None:
        """The job of a row."""
        return self._jobs[index.row()] if index.isValid() and index.row() < len(self._jobs) else None

    def row_of(self, job: Task | None) -> int | None:
        """The row of a job, if it has one."""
        return self._jobs.index(job) if job in self._jobs else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Job"), self.tr("Stage"), self.tr("Progress"), self.tr("Time"), "")[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        job = self.job(index)
        if job is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(job, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            if index.column() == CANCEL:
                return self.tr("Cancel this job") if not job.is_over else None
            return f"{job.title}\n{self._stage(job)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(job, index.column())
        return self._look(job, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be selected, for its tooltip and menu."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def sync(self) -> None:
        """Bring the rows up to the bridge's."""
        self._soon.stop()
        jobs = _ordered(self._bridge.tasks)
        said = [self._shown(job) for job in jobs]
        if jobs != self._jobs:
            self.beginResetModel()
            self._jobs, self._said = jobs, said
            self.endResetModel()
        else:
            old, self._said = self._said, said
            for row, (before, now) in enumerate(zip(old, said, strict=True)):
                if before != now:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, CANCEL))
        if self._bridge.is_busy != self._clock.isActive():
            _ = self._clock.start() if self._bridge.is_busy else self._clock.stop()

    def _sync_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _shown(self, job: Task) -> tuple[object, ...]:
        return (job.state, round(job.fraction, 3), job.stage, self._time(job))

    def _look(self, job: Task, role: int) -> object:
        if role == FRACTION_ROLE:
            return job.fraction if job.state in ("running", "cancelling") else None
        if role == CAN_CANCEL_ROLE:
            return job.state in ("queued", "running")
        if role == FAILED_ROLE:
            return job.state == "failed"
        return None

    def _text(self, job: Task, column: int) -> str:
        if column == TITLE:
            return job.title
        if column == STAGE:
            return self._stage(job)
        return self._time(job) if column == TIME else ""

    def _spoken(self, job: Task, column: int) -> str:
        if column == PROGRESS:
            return self.tr("{percent} percent").format(percent=round(100 * job.fraction))
        if column == CANCEL:
            return "" if job.is_over else self.tr("Cancel this job")
        return self._text(job, column)

    def _stage(self, job: Task) -> str:
        if job.state == "queued":
            return self.tr("waiting")
        if job.state == "running":
            return shown(job.stage) or self.tr("starting…")
        if job.state == "cancelling":
            return self.tr("stopping…")
        if job.state == "failed":
            return (job.failure and failure_words(job.failure)) or self.tr("failed")
        return self.tr("cancelled") if job.state == "cancelled" else self.tr("done")

    def _time(self, job: Task) -> str:
        if job.state == "running":
            left = job.eta_s
            return "" if left is None else self.tr("about {time}").format(time=self._words(left))
        return self._words(job.seconds) if job.is_over and job.started_s else ""

    def _words(self, seconds: float) -> str:
        if seconds < 10:
            return self.tr("{seconds:.0f} s").format(seconds=max(1, seconds))
        if seconds < 60:  # steps of two, so that it does not flicker
            return self.tr("{seconds:.0f} s").format(seconds=2 * round(seconds / 2))
        if seconds < 3600:
            return self.tr("{minutes:.0f} min").format(minutes=seconds / 60)
        return self.tr("{hours} h").format(hours=decimal(seconds / 3600, 1))


def _ordered(tasks: list[Task]) -> list[Task]:
    running = [task for task in tasks if task.state in ("running", "cancelling")]
    waiting = [task for task in tasks if task.state == "queued"]
    over = [task for task in tasks if task.is_over]
    return [*running, *sorted(waiting, key=lambda task: not task.ahead), *reversed(over)]
