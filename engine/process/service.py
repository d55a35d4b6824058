"""The child's side of the engine process: takes jobs one after the other, runs them, tells what comes of them.

Light to import: what a job needs is imported when it runs.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from ctypes import c_longlong
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import current_process
from multiprocessing.connection import Connection
from queue import SimpleQueue

from engine.context import Cancelled, JobContext
from engine.errors import EngineError
from engine.logs import log_handler
from engine.messages import Message, message
from engine.paths import log_folder
from engine.process.events import Event, Failed, Finished, Preview, Progress, Started, WasCancelled
from engine.process.protocol import EngineSettings, Job

MAKE_STATE = "engine.jobs.state:ServiceState"
LOG_NAME = "engine.log"
PROGRESS_EVERY_S = 1 / 20
ORPHAN_GRACE_S = 2.0  # for a job to stop after the parent is gone
NICENESS = 5  # the window goes first
NICENESS_OF_LONG_WORK = 19
_THREAD_VARIABLES = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)
_log = logging.getLogger(__name__)

JobFunction = Callable[[Job, object, JobContext, Callable[[object], None]], object]


@dataclass(frozen=True)
class Ready:
    """The child's first word: it reads its pipe."""


def serve(
    jobs: Connection,
    events: Connection,
    cancelled_up_to: c_longlong,
    settings: EngineSettings,
    make_state: str = MAKE_STATE,
) -> None:
    """Run jobs until the parent closes `jobs` or dies: the child's main function.

    Args: jobs: gives `(job id, pickled Job)`; events: takes `Ready` and `Event`s; cancelled_up_to: shared, jobs up to
    this id shall stop; make_state: "module:function", called with the settings at the first job.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the parent
    current_process().daemon = False  # or it might have no child of its own, which reads photos
    _lower_priority(NICENESS)
    _limit_threads(settings.threads)
    _open_log()
    _log.info("The engine's child %d has started", os.getpid())
    inbox, outbox = _Inbox(jobs), _Outbox(events)
    service = _Service(settings, make_state, outbox)
    outbox.send(Ready())
    if make_state == MAKE_STATE:
        threading.Thread(target=_prepare, args=(settings,), name="prepare", daemon=True).start()
    for job_id, job in inbox.jobs():
        service.run(job_id, job, lambda job_id=job_id: inbox.is_orphan or cancelled_up_to.value >= job_id)


class _Service:
    """Runs one job after the other on a state that stays: models that are loaded."""

    def __init__(self, settings: EngineSettings, make_state: str, outbox: _Outbox) -> None:
        self._settings = settings
        self._make_state = make_state
        self._outbox = outbox
        self._state: object = None

    def run(self, job_id: int, pickled: bytes, is_cancelled: Callable[[], bool]) -> None:
        """Run a job and tell its end."""
        context = JobContext(_Throttled(job_id, self._outbox).report, is_cancelled)
        title = Job.title
        try:
            context.check_cancelled()
            job: Job = pickle.loads(pickled)  # noqa: S301 - from our own parent
            title = job.title
            _log.info("Job %d: %s", job_id, title)
            self._outbox.send(Started(job_id=job_id))
            end = pickle.dumps(Finished(job_id=job_id, payload=self._result(job_id, job, context)))
        except Cancelled as stop:
            end = pickle.dumps(WasCancelled(job_id=job_id, kept=stop.kept))
        except EngineError as error:
            end = pickle.dumps(_failed(job_id, error.code, error.message, error.hint))
        except MemoryError:
            end = pickle.dumps(_out_of_memory(job_id, title))
        except Exception:
            end = pickle.dumps(_bug(job_id, title))
        self._outbox.send_pickled(end)

    def _result(self, job_id: int, job: Job, context: JobContext) -> object:
        if job.leaves_the_child_used_up:
            _lower_priority(NICENESS_OF_LONG_WORK)
        if self._state is None:
            self._state = _named(self._make_state)(self._settings)
        function: JobFunction = _named(job.runs)
        return function(
            job, self._state, context, lambda payload: self._outbox.send(Preview(job_id=job_id, payload=payload))
        )


class _Inbox:
    """Reads the parent's pipe on a thread of its own, so that the parent's end is seen in the middle of a job."""

    def __init__(self, pipe: Connection) -> None:
        self.is_orphan = False
        self._pipe = pipe
        self._waiting: SimpleQueue[tuple[int, bytes] | None] = SimpleQueue()
        threading.Thread(target=self._read, name="inbox", daemon=True).start()

    def jobs(self) -> Iterator[tuple[int, bytes]]:
        """Job ids and pickled jobs, until the parent closes its end."""
        while (job := self._waiting.get()) is not None:
            yield job

    def _read(self) -> None:
        try:
            while True:
                self._waiting.put(self._pipe.recv())
        except (EOFError, OSError):
            self.is_orphan = True
        self._waiting.put(None)
        time.sleep(ORPHAN_GRACE_S)  # a child that can end by itself is gone before this is over
        os._exit(1)


class _Outbox:
    """Sends to the parent from any thread. A parent that is gone is the inbox's matter."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def send(self, message: Event | Ready) -> None:
        """Raises: what pickling raises, before anything is sent."""
        self.send_pickled(pickle.dumps(message))

    def send_pickled(self, message: bytes) -> None:
        """Send what `pickle.dumps` gave."""
        try:
            with self._lock:
                self._pipe.send_bytes(message)
        except OSError:
            _log.warning("The window is gone; it was not told an event")


class _Throttled:
    """Progress of one job, at most twenty times a second."""

    def __init__(self, job_id: int, outbox: _Outbox) -> None:
        self._job_id = job_id
        self._outbox = outbox
        self._next_s = 0.0

    def report(self, fraction: float, stage: Message) -> None:
        """Tell the progress unless it was told a moment ago."""
        now_s = time.monotonic()
        if now_s >= self._next_s:
            self._next_s = now_s + PROGRESS_EVERY_S
            self._outbox.send(Progress(job_id=self._job_id, fraction=fraction, stage=stage))


def _prepare(settings: EngineSettings) -> None:
    """Start what reads photos, so that the first one need not wait for it."""
    from engine.photo_io.confined import prepare_confined

    prepare_confined(settings.max_megapixels)


def _named(dotted: str) -> Callable[..., object]:
    """The function or class that "module:name" means."""
    module, _, name = dotted.partition(":")
    return getattr(import_module(module), name)


def _failed(job_id: int, code: str, said: Message, hint: Message) -> Failed:
    """The failure that is being handled; its traceback goes into the log too."""
    details = traceback.format_exc()
    _log.error("Job %d failed (%s): %s\n%s", job_id, code, said, details)
    return Failed(job_id=job_id, code=code, message=said, hint=hint, details=details)


def _out_of_memory(job_id: int, title: Message) -> Failed:
    return _failed(
        job_id,
        "memory",
        message("There was not enough memory for the job “{job}”.", job=title),
        message("Close other programs, or use fewer or smaller photos, and try again."),
    )


def _bug(job_id: int, title: Message) -> Failed:
    return _failed(
        job_id,
        "bug",
        message("The job “{job}” failed because of an error in FSR Desktop.", job=title),
        message("Please report it, with the log: {path}", path=log_folder() / LOG_NAME),
    )


def _lower_priority(niceness: int) -> None:
    """Give way to other work up to `niceness`; Windows has no such thing, and the child runs on as it is."""
    if hasattr(os, "nice"):
        os.nice(max(0, niceness - os.nice(0)))


def _limit_threads(threads: int) -> None:
    """Tell libraries that are not loaded yet how many threads they may use; 0 leaves it to them."""
    if threads > 0:
        os.environ.update(dict.fromkeys(_THREAD_VARIABLES, str(threads)))


def _open_log() -> None:
    """Log into the program's folder; without one, where it cannot be written."""
    try:
        handler = log_handler(LOG_NAME)
    except OSError:
        logging.getLogger().addHandler(logging.NullHandler())
        return
    logging.getLogger().addHandler(handler)
    logging.getLogger("engine").setLevel(logging.INFO)
    logging.captureWarnings(True)
