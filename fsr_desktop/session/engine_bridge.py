"""The engine process as Qt sees it: a queue of jobs, events as signals on the window's thread."""

from __future__ import annotations

import logging
import time
from collections import deque
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.process.events import Event, Failed, Finished, Preview, Progress, Started, WasCancelled
from engine.process.parent import EngineProcess
from engine.process.protocol import EngineSettings, Job
from fsr_desktop.language.engine_faults import shown_failure

JobState = Literal["queued", "running", "cancelling", "finished", "failed", "cancelled"]
KEPT_ENDED = 50  # jobs that are over, in the list
_log = logging.getLogger(__name__)


@dataclass(eq=False)
class JobRow:
    """A job as the list of jobs shows it. `eta_s` is None while it cannot be known.

    `id` is the window's own. `sent_as` is the number by which the engine process knows the job, 0 before it is sent:
    the process wants growing numbers, and jobs that go ahead are sent before older ones.
    """

    id: int
    title: str
    job: Job
    state: JobState = "queued"
    fraction: float = 0.0
    stage: str = ""
    message: str = ""
    hint: str = ""
    started_s: float = 0.0
    ended_s: float = 0.0
    ahead: bool = field(default=False, repr=False)
    sent_as: int = 0

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ("finished", "failed", "cancelled")

    @property
    def seconds(self) -> float:
        """How long it has run, or ran."""
        if not self.started_s:
            return 0.0
        return (self.ended_s or time.monotonic()) - self.started_s

    @property
    def eta_s(self) -> float | None:
        """How long it may still run, from its speed so far."""
        if self.state != "running" or self.fraction < 0.05:
            return None
        return self.seconds * (1 - self.fraction) / self.fraction


class EngineBridge(QObject):
    """Sends jobs to the engine process one after the other and tells what comes of them.

    Signals carry the job's id and, where named, a payload of `engine.process.protocol`. `rows_changed` follows every
    change of the list of jobs, `provider_changed` what really runs the models.
    """

    started = Signal(int)
    progressed = Signal(int, float, str)
    previewed = Signal(int, object)
    finished = Signal(int, object)
    failed = Signal(int, object)  # Failed
    was_cancelled = Signal(int, str)
    rows_changed = Signal()
    provider_changed = Signal(str)
    _arrived = Signal(object)  # from the reader's thread

    def __init__(self, settings: EngineSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._process = EngineProcess(settings, self._arrived.emit)
        self._rows: dict[int, JobRow] = {}
        self._queue: list[JobRow] = []
        self._running: JobRow | None = None
        self._over: deque[int] = deque()  # jobs that are over, in the order they ended
        self._last_id = 0
        self._sent = 0  # how many jobs were sent; the number of the latest
        self.provider = ""

    @property
    def rows(self) -> list[JobRow]:
        """The jobs, oldest first: those that wait or run, and the latest that are over."""
        return list(self._rows.values())

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running is not None or bool(self._queue)

    def start(self) -> None:
        """Start the child now, so that the first job need not wait for it."""
        self._process.start()

    def submit(self, job: Job, title: str, *, ahead: bool = False) -> int:
        """Queue a job, or put it before those that wait; gives its id."""
        self._last_id += 1
        row = JobRow(self._last_id, title, job, ahead=ahead)
        self._rows[row.id] = row
        place = sum(waiting.ahead for waiting in self._queue) if ahead else len(self._queue)
        self._queue.insert(place, row)
        self._send_next()
        self.rows_changed.emit()
        return row.id

    def cancel(self, job_id: int) -> None:
        """Stop a job; one that is over stays as it is."""
        row = self._rows.get(job_id)
        if row is None or row.is_over:
            return
        if row in self._queue:
            self._queue.remove(row)
            self._end(row, "cancelled")
            self.was_cancelled.emit(job_id, "")
        elif row.state != "cancelling":
            row.state = "cancelling"
            self._process.cancel(row.sent_as)
        self.rows_changed.emit()

    def cancel_all(self) -> None:
        """Stop every job, those that wait first."""
        for row in [*self._queue, *([self._running] if self._running else [])]:
            self.cancel(row.id)

    def clear_ended(self) -> None:
        """Take the jobs that are over out of the list."""
        for job_id in self._over:
            self._rows.pop(job_id, None)
        self._over.clear()
        self.rows_changed.emit()

    def change_settings(self, settings: EngineSettings) -> None:
        """Use other settings from the next job on."""
        self._process.change_settings(settings)

    def close(self) -> None:
        """End the child, whatever it does; nothing is told any more."""
        self._queue.clear()
        self._running = None  # events that are under way find no job
        self._process.close()

    def _send_next(self) -> None:
        while self._running is None and self._queue:
            row = self._queue.pop(0)
            self._sent += 1
            row.sent_as = self._sent
            try:
                self._process.submit(row.sent_as, row.job)
            except Exception as error:  # whatever it is, the jobs behind this one must still run
                _log.exception("The job %r could not be sent.", row.title)
                QTimer.singleShot(0, self, partial(self._tell_not_sent, row, error))  # its id is not given yet
            else:
                self._running = row

    def _tell_not_sent(self, row: JobRow, error: Exception) -> None:
        text = self.tr("{title}: the job could not be sent to the engine ({error}).")
        message = text.format(title=row.title, error=str(error) or type(error).__name__)
        hint = self.tr("Other jobs go on. The log says more.")
        self._tell_end(row, Failed(job_id=row.sent_as, code="bug", message=message, hint=hint))
        self.rows_changed.emit()

    def _take(self, event: Event) -> None:
        row = self._running
        if row is None or event.job_id != row.sent_as:
            return  # of a job that is over
        if isinstance(event, Started):
            row.state, row.started_s = ("running" if row.state == "queued" else row.state), time.monotonic()
            self.started.emit(row.id)
        elif isinstance(event, Progress):
            row.fraction, row.stage = event.fraction, event.stage
            self.progressed.emit(row.id, event.fraction, event.stage)
        elif isinstance(event, Preview):
            self.previewed.emit(row.id, event.payload)
        else:
            self._running = None
            self._tell_end(row, event)
            self._send_next()
        self.rows_changed.emit()

    def _tell_end(self, row: JobRow, event: Event) -> None:
        if isinstance(event, Finished):
            self._end(row, "finished")
            provider = getattr(event.payload, "provider", None)
            if provider and provider != self.provider:
                self.provider = provider
                self.provider_changed.emit(provider)
            self.finished.emit(row.id, event.payload)
        elif isinstance(event, Failed):
            failure = shown_failure(event)
            row.message, row.hint = failure.message, failure.hint
            self._end(row, "failed")
            self.failed.emit(row.id, failure)
        elif isinstance(event, WasCancelled):
            self._end(row, "cancelled")
            self.was_cancelled.emit(row.id, event.kept)

    def _end(self, row: JobRow, state: JobState) -> None:
        row.state, row.ended_s = state, time.monotonic()
        self._over.append(row.id)
        while len(self._over) > KEPT_ENDED:
            self._rows.pop(self._over.popleft(), None)
