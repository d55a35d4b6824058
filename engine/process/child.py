"""One child of the engine process, as the parent holds it: its pipes, its sentinel, how it ended."""

from __future__ import annotations

import logging
import pickle
import signal
from ctypes import c_longlong
from multiprocessing import get_context
from multiprocessing.connection import Connection

from engine.limits import is_stopped
from engine.messages import Message, message
from engine.process.events import Event
from engine.process.protocol import EngineSettings
from engine.process.service import Ready, serve

LAST_MOMENT_S = 1.0  # for a child that ends by itself to be gone
_UNREADABLE = (OSError, pickle.UnpicklingError, ImportError, AttributeError)
_log = logging.getLogger(__name__)


class Child:
    """A spawned child and the two pipes to it; used by one thread.

    `is_ready` once it has said that it reads its pipe; `is_doomed` once it was killed by us: nothing it says counts any
    more; `is_used_up` if its next job needs another child. Raises: OSError if no process can be started.
    """

    def __init__(self, settings: EngineSettings, make_state: str, cancelled_up_to: c_longlong) -> None:
        context = get_context("spawn")
        jobs_of_child, self._jobs = context.Pipe(duplex=False)
        self.events, events_of_child = context.Pipe(duplex=False)
        self.settings = settings
        self.is_ready = False
        self.is_doomed = False
        self.is_used_up = False
        self._was_stopped = False
        self._process = context.Process(
            target=serve,
            args=(jobs_of_child, events_of_child, cancelled_up_to, settings, make_state),
            name="FSR Desktop engine",
            daemon=True,
        )
        try:
            self._process.start()
        except OSError:
            self._jobs.close()
            self.events.close()
            raise
        finally:  # the child has its own now; ours would hide its end
            jobs_of_child.close()
            events_of_child.close()
        self.sentinel: int = self._process.sentinel

    @property
    def sources(self) -> list[Connection | int]:
        """What to wait for: that it has ended, and what it says while that counts."""
        return [self.sentinel] if self.is_doomed else [self.sentinel, self.events]

    def send(self, job_id: int, job: bytes) -> None:
        """Hand over a pickled job. One that is lost with the child shows in the sentinel."""
        try:
            self._jobs.send((job_id, job))
        except OSError:
            _log.warning("The engine's child was gone when it should get job %d", job_id)

    def receive(self) -> Event | None:
        """The next event, None if the child said that it is ready. Raises: EOFError if nothing more will come."""
        try:
            message: Event | Ready = self.events.recv()
        except _UNREADABLE as error:
            raise EOFError from error
        if isinstance(message, Ready):
            self.is_ready = True
            return None
        return message

    def last_events(self) -> list[Event]:
        """What a child that has ended said before; nothing for one that we killed."""
        found: list[Event] = []
        try:
            while not self.is_doomed and self.events.poll():
                event = self.receive()
                found += [event] if event is not None else []
        except (EOFError, OSError):
            pass  # half a message, or the end
        return found

    def is_stopped(self) -> bool:
        """Whether it was stopped from outside."""
        return is_stopped(self._process.pid or 0)

    def end(self) -> None:
        """End one that was stopped from outside: its job is lost."""
        self._was_stopped = True
        self._process.kill()

    def kill(self) -> None:
        """End it now; the sentinel tells when it is gone."""
        self.is_doomed = True
        self._process.kill()

    def leave(self, seconds: float) -> None:
        """Let it stop its job and end by itself, kill it after `seconds`."""
        self._jobs.close()
        self._process.join(seconds)
        self.kill()

    def bury(self) -> Message:
        """Free what it held; says how it ended, as "exit code 3"."""
        self._process.join(LAST_MOMENT_S)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join(LAST_MOMENT_S)
        words = message("it was stopped from outside") if self._was_stopped else _how_it_ended(self._process.exitcode)
        self._jobs.close()
        self.events.close()
        if self._process.exitcode is not None:
            self._process.close()
        return words


def _how_it_ended(exitcode: int | None) -> Message:
    if exitcode is None:
        return message("it does not answer")
    if exitcode >= 0:
        return message("exit code {number}", number=exitcode)
    if hasattr(signal, "SIGKILL") and -exitcode == signal.SIGKILL:
        return message("signal {number}: killed, perhaps too little memory", number=-exitcode)
    return message("signal {number}: {name}", number=-exitcode, name=signal.strsignal(-exitcode) or "?")
