"""The parent's side of the engine process: one long-lived child, its events, cancel, kill and restart."""

from __future__ import annotations

import logging
import pickle
import threading
import time
from collections.abc import Callable
from ctypes import c_longlong
from dataclasses import dataclass
from multiprocessing import Pipe, get_context
from multiprocessing.connection import wait

from engine.files import reason_of
from engine.messages import Message, message
from engine.paths import log_folder
from engine.process.child import Child
from engine.process.events import Event, Failed, Finished, Started, WasCancelled
from engine.process.protocol import EngineSettings, Job
from engine.process.service import LOG_NAME, MAKE_STATE

GRACE_S = 1.5  # between a cancel and the kill: whatever a job does, it is over in two seconds
_LEAVE_S = 0.4  # for a job to stop when the window closes
_CLOSE_S = 1.0
_LOOK_EVERY_S = 1.0  # whether a child that works was stopped from outside
_STOPPED_S = 5.0  # so long it may be, as when a terminal stops both and goes on
_log = logging.getLogger(__name__)


@dataclass
class _CurrentJob:
    """The job that is not over yet. It waits until `is_sent`; `cancelled_s` is when it was cancelled."""

    id: int
    pickled: bytes
    uses_the_child_up: bool
    time_to_stop_s: float
    is_sent: bool = False
    has_started: bool = False
    was_lost: bool = False  # with a child that died before the job began; it gets one more
    cancelled_s: float | None = None

    @property
    def may_try_again(self) -> bool:
        """Whether it may be sent to one more child after the death of the one that had it."""
        return not self.has_started and not self.was_lost


class EngineProcess:
    """The child process that does the work. One job at a time: the queue is the caller's.

    `on_event` is called on a thread of this class, in order, and only for the job that was submitted last; every
    submitted job ends in exactly one `Finished`, `Failed` or `WasCancelled`, unless `close` comes first. No method
    waits for the child but `close`. `make_state` is for tests: "module:function" that makes the state of the
    child's jobs.

    How it works: the methods note what is wanted and wake the thread, which alone owns the child. The thread does,
    again and again: `_decide` (start, replace, send, kill) until nothing is left to do, then `_listen` (wait for
    the child's word, its death, a wake-up or the end of the grace). A child that we kill is doomed from then on: it
    has no job, and it is not read any more. So a job ends in one of four places: its last event, its cancel before
    it was sent, the end of its grace, and the death of a child that nobody killed.
    """

    def __init__(
        self,
        settings: EngineSettings,
        on_event: Callable[[Event], None],
        *,
        grace_s: float = GRACE_S,
        make_state: str = MAKE_STATE,
    ) -> None:
        self._on_event = on_event
        self._grace_s = grace_s
        self._make_state = make_state
        # No lock around it: a child killed while it holds one would block `cancel` for ever, and 8 aligned bytes are
        # read whole. Only the parent writes.
        self._cancelled_up_to: c_longlong = get_context("spawn").RawValue(c_longlong, 0)
        self._wake_receiver, self._wake_sender = Pipe(duplex=False)

        self._lock = threading.Lock()  # for what follows; never held while waiting
        self._settings = settings
        self._job: _CurrentJob | None = None
        self._last_id = 0
        self._is_child_wanted = False
        self._is_woken = False
        self._is_closed = False
        self._thread: threading.Thread | None = None

        self._child: Child | None = None  # the thread's own
        self._stopped_s: float | None = None  # since when it is stopped from outside

    def start(self) -> None:
        """Start the child if it does not run; gives back at once. Raises: RuntimeError after `close`."""
        with self._lock:
            self._refuse_if_closed()
            self._want_child()

    def submit(self, job_id: int, job: Job) -> None:
        """Run a job; ids are above 0 and grow. A child that is gone is started first.

        Raises: RuntimeError if another job runs, or after `close`; ValueError if the id is not above all before; what
        pickling raises if the job cannot be pickled.
        """
        pickled = pickle.dumps(job)
        with self._lock:
            self._refuse_if_closed()
            if self._job is not None:
                raise RuntimeError(f"Job {job_id} was submitted while job {self._job.id} runs.")
            if job_id <= self._last_id:
                raise ValueError(f"Expected a job id above {self._last_id}, got {job_id}.")
            self._want_child()
            self._last_id = job_id
            self._job = _CurrentJob(job_id, pickled, job.leaves_the_child_used_up, job.time_to_stop_s)

    def cancel(self, job_id: int) -> None:
        """Ask the job to stop; after `grace_s`, or the job's `time_to_stop_s` if that is longer, the child is killed
        and replaced. Another job than the one that runs is left alone."""
        with self._lock:
            job = self._job
            if self._is_closed or job is None or job.id != job_id or job.cancelled_s is not None:
                return
            job.cancelled_s = time.monotonic()
            self._cancelled_up_to.value = job_id
            self._wake()

    def change_settings(self, settings: EngineSettings) -> None:
        """Replace the child, with other settings, as soon as no job runs."""
        with self._lock:
            self._settings = settings
            if not self._is_closed:
                self._wake()

    def close(self) -> None:
        """End the child and the thread, within a second; a job that runs is killed. No event comes after it."""
        with self._lock:
            if not self._is_closed:
                self._is_closed = True
                self._wake()
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(_CLOSE_S)

    # ---- with the lock held

    def _refuse_if_closed(self) -> None:
        if self._is_closed:
            raise RuntimeError("The engine process was closed.")

    def _want_child(self) -> None:
        self._is_child_wanted = True
        if self._thread is None:
            self._thread = threading.Thread(target=self._supervise, name="engine process", daemon=True)
            self._thread.start()
        self._wake()

    def _wake(self) -> None:
        if not self._is_woken:  # never more than one byte in the pipe, which so never blocks
            self._is_woken = True
            self._wake_sender.send_bytes(b"!")

    # ---- on the thread

    def _supervise(self) -> None:
        try:
            while not self._is_closed:
                if not self._decide():
                    self._listen()
        finally:
            with self._lock:
                self._is_closed = True
            self._cancelled_up_to.value = self._last_id
            if self._child is not None:
                self._child.leave(_LEAVE_S)
                self._child.bury()

    def _decide(self) -> bool:
        """Do the next thing that is to be done now; False if there is none."""
        with self._lock:
            job, settings, is_child_wanted = self._job, self._settings, self._is_child_wanted
        child = self._child
        if job is not None and self._seconds_left(job) == 0:
            if job.is_sent and child is not None:
                child.kill()
            self._tell(WasCancelled(job_id=job.id))
            return True
        if child is None:
            if is_child_wanted:
                self._start_child(settings)
            return is_child_wanted
        if child.is_doomed or (job is not None and job.is_sent):
            return False
        if child.is_used_up or child.settings != settings:
            child.kill()
            return True
        if job is not None and child.is_ready:
            self._send(child, job)
            return True
        return False

    def _seconds_left(self, job: _CurrentJob) -> float | None:
        """Until a cancelled job is over by force; None if it was not cancelled."""
        if job.cancelled_s is None:
            return None
        grace_s = max(self._grace_s, job.time_to_stop_s)
        return max(0.0, job.cancelled_s + grace_s - time.monotonic()) if job.is_sent else 0.0

    def _start_child(self, settings: EngineSettings) -> None:
        try:
            self._child = Child(settings, self._make_state, self._cancelled_up_to)
        except OSError as error:
            _log.warning("The engine's child could not be started: %s", error)
            self._lose_child(message("it could not be started: {error}", error=reason_of(error)), is_restarted=False)

    def _send(self, child: Child, job: _CurrentJob) -> None:
        job.is_sent = True
        child.is_used_up = job.uses_the_child_up
        child.send(job.id, job.pickled)

    def _listen(self) -> None:
        """Wait until something happens, and take it in."""
        child = self._child
        sources = [self._wake_receiver, *(child.sources if child is not None else [])]
        with self._lock:
            timeout_s = self._seconds_left(self._job) if self._job is not None else None
            is_working = self._job is not None and self._job.is_sent
        if child is not None and is_working:
            timeout_s = min(_LOOK_EVERY_S, _LOOK_EVERY_S if timeout_s is None else timeout_s)
        happened = wait(sources, timeout_s)
        if child is not None and is_working and not happened:
            self._end_if_stopped(child)
        if self._wake_receiver in happened:
            self._wake_receiver.recv_bytes()
            with self._lock:
                self._is_woken = False
        if child is None:
            return
        if child.sentinel in happened:
            self._take_death(child)
        elif child.events in happened:
            try:
                self._take(child.receive())
            except EOFError:
                self._take_death(child)

    def _end_if_stopped(self, child: Child) -> None:
        """End a child that was stopped from outside and stays so: its job would never end."""
        now_s = time.monotonic()
        if not child.is_stopped():
            self._stopped_s = None
        elif self._stopped_s is None:
            self._stopped_s = now_s
        elif now_s - self._stopped_s > _STOPPED_S:
            _log.warning("The engine's child was stopped from outside")
            self._stopped_s = None
            child.end()

    def _take(self, event: Event | None) -> None:
        """Pass on what the child said of the job that runs."""
        job = self._job
        if event is None or job is None or event.job_id != job.id:
            return
        if isinstance(event, Started):
            job.has_started = True
        self._tell(event)

    def _take_death(self, child: Child) -> None:
        for event in child.last_events():
            self._take(event)
        how = child.bury()
        self._child = None
        if not child.is_doomed:
            _log.warning("The engine's child ended by itself: %s", how)
            self._lose_child(how, is_restarted=child.is_ready)

    def _lose_child(self, how: Message, *, is_restarted: bool) -> None:
        """End the job that was lost with the child, unless it had not begun: then it gets one more child."""
        with self._lock:  # a job may be submitted at this very moment
            job = self._job
            if job is not None and job.may_try_again:
                job.was_lost, job.is_sent = True, False
                return
            self._is_child_wanted = is_restarted and job is not None  # one that dies idle waits for a job
        if job is not None:
            self._tell(_crash(job.id, how))

    def _tell(self, event: Event) -> None:
        if isinstance(event, Finished | Failed | WasCancelled):
            with self._lock:  # first, so that the next job may be submitted from `on_event`
                self._job = None
        if not self._is_closed:
            self._on_event(event)


def _crash(job_id: int, how: Message) -> Failed:
    return Failed(
        job_id=job_id,
        code="crash",
        message=message("The engine stopped unexpectedly ({how}).", how=how),
        hint=message(
            "Try again; if it stops again, use fewer or smaller photos. The log may say more: {path}",
            path=log_folder() / LOG_NAME,
        ),
    )
