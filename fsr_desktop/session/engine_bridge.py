"""The engine process as Qt sees it: a queue of jobs, whose events arrive on the window's thread."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict, deque
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.messages import plain
from engine.process.events import Event, Failed, Finished, Preview, Progress, Started, WasCancelled
from engine.process.parent import EngineProcess
from engine.process.protocol import EngineSettings, Job
from fsr_desktop.session.task import Task, TaskState

KEPT_ENDED = 50  # tasks that are over, in the list
_log = logging.getLogger(__name__)


class EngineBridge(QObject):
    """Sends jobs to the engine process one after the other; each answers for itself as a `Task`.

    Signals: `tasks_changed` follows changes of a task or of their list, once for all of one turn of the event loop;
    `failed` with a `Task`, so that one place can show every failure; `provider_changed` with what really runs the
    models.
    """

    tasks_changed = Signal()
    failed = Signal(object)
    provider_changed = Signal(str)
    _arrived = Signal(object)  # from the reader's thread

    def __init__(self, settings: EngineSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._process = EngineProcess(settings, self._arrived.emit)
        self._tasks: list[Task] = []
        self._by_photo: dict[str, list[Task]] = {}
        self._ahead: OrderedDict[Task, None] = OrderedDict()  # waiting, sent before the others
        self._later: OrderedDict[Task, None] = OrderedDict()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.tasks_changed)
        self._running: Task | None = None
        self._over: deque[Task] = deque()  # tasks that are over, in the order they ended
        self._sent = 0  # how many jobs were sent; the number of the latest
        self.provider = ""

    @property
    def tasks(self) -> list[Task]:
        """The tasks, oldest first: those that wait or run, and the latest that are over."""
        return list(self._tasks)

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running is not None or bool(self._ahead or self._later)

    def tasks_of(self, photo_id: str) -> list[Task]:
        """The tasks of a photo that wait or run."""
        return [task for task in self._by_photo.get(photo_id, ()) if not task.is_over]

    def start(self) -> None:
        """Start the child now, so that the first job need not wait for it."""
        self._process.start()

    def submit(self, job: Job, title: str, *, ahead: bool = False, photo_id: str = "") -> Task:
        """Queue a job, or put it before those that wait. Nothing comes of it before this gives it back."""
        task = Task(job, title, ahead=ahead, photo_id=photo_id, parent=self)
        self._tasks.append(task)
        self._by_photo.setdefault(photo_id, []).append(task)
        (self._ahead if ahead else self._later)[task] = None
        self._send_next()
        self._soon.start()
        return task

    def cancel(self, task: Task) -> None:
        """Stop a job; one that is over stays as it is."""
        queue = self._ahead if task.ahead else self._later
        if task in queue:
            del queue[task]
            self._end(task, WasCancelled(job_id=0))
        elif task is self._running and task.state != "cancelling":
            task.state = "cancelling"
            self._process.cancel(task.sent_as)
        self._soon.start()

    def cancel_all(self) -> None:
        """Stop every job, those that wait first."""
        for task in [*self._ahead, *self._later, *([self._running] if self._running else [])]:
            self.cancel(task)

    def abandon(self, task: Task) -> None:
        """Stop a job that nobody waits for any more: neither what it gives nor a failure is told."""
        task.blockSignals(True)
        self.cancel(task)

    def change_settings(self, settings: EngineSettings) -> None:
        """Use other settings from the next job on."""
        self._process.change_settings(settings)

    def close(self) -> None:
        """End the child, whatever it does; nothing is told any more."""
        self._ahead.clear()
        self._later.clear()
        self._soon.stop()
        self._running = None  # events that are under way find no task
        self._process.close()

    def _send_next(self) -> None:
        while self._running is None and (self._ahead or self._later):
            task, _ = (self._ahead or self._later).popitem(last=False)
            self._sent += 1
            task.sent_as = self._sent
            try:
                self._process.submit(task.sent_as, task.job)
            except Exception as error:  # whatever it is, the jobs behind this one must still run
                _log.exception("The job %r could not be sent.", task.title)
                QTimer.singleShot(0, self, partial(self._tell_not_sent, task, error))  # nobody listens to it yet
            else:
                self._running = task

    def _tell_not_sent(self, task: Task, error: Exception) -> None:
        text = self.tr("{title}: the job could not be sent to the engine ({error}).")
        message = text.format(title=task.title, error=str(error) or type(error).__name__)
        hint = self.tr("Other jobs go on. The log says more.")
        self._end(task, Failed(job_id=task.sent_as, code="bug", message=plain(message), hint=plain(hint)))
        self._soon.start()

    def _take(self, event: Event) -> None:
        task = self._running
        if task is None or event.job_id != task.sent_as:
            return  # of a job that is over
        if isinstance(event, Started):
            task.state, task.started_s = ("running" if task.state == "queued" else task.state), time.monotonic()
            task.started.emit()
        elif isinstance(event, Progress):
            task.fraction, task.stage = event.fraction, event.stage
            task.progressed.emit(event.fraction, event.stage)
        elif isinstance(event, Preview):
            task.previewed.emit(event.payload)
        else:
            self._running = None
            self._end(task, event)
            self._send_next()
        self._soon.start()

    def _end(self, task: Task, event: Event) -> None:
        if isinstance(event, Finished):
            self._is_over(task, "finished")
            self._note_provider(getattr(event.payload, "provider", None))
            task.finished.emit(event.payload)
        elif isinstance(event, Failed):
            task.failure = event
            self._is_over(task, "failed")
            task.failed.emit(event)
            if not task.signalsBlocked():
                self.failed.emit(task)
        elif isinstance(event, WasCancelled):
            self._is_over(task, "cancelled")
            task.cancelled.emit(event.kept)
        task.ended.emit()

    def _note_provider(self, provider: str | None) -> None:
        if provider and provider != self.provider:
            self.provider = provider
            self.provider_changed.emit(provider)

    def _is_over(self, task: Task, state: TaskState) -> None:
        task.state, task.ended_s = state, time.monotonic()
        self._over.append(task)
        self._forget_ended(KEPT_ENDED)

    def _forget_ended(self, kept: int) -> None:
        while len(self._over) > kept:
            task = self._over.popleft()
            self._tasks.remove(task)
            self._by_photo[task.photo_id].remove(task)
            task.deleteLater()
