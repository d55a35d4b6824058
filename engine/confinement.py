"""Work on a file that nobody vouches for, in a child process that may take only so much memory and time, reaches no
network, and can be killed."""

from __future__ import annotations

import io
import logging
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from engine.errors import EngineError, unforeseen
from engine.handed_over import fill, lend, packed, slices
from engine.limits import block_network, end_with_parent, is_stopped, limit_memory, limit_processor, resident_megabytes
from engine.messages import Message

_LONGEST_LOG, _MOST_LOGGED = 10_000, 20  # characters; entries of one piece of work
_log = logging.getLogger(__name__)
_LOOK_EVERY_S = 0.2  # at the child's memory, where the system cannot limit it
_STOPPED_S = 2.0  # so long it may be, as when a terminal stops both and goes on
_SPARE = 2  # times the memory; what is loaded before the limit counts too


# All that a child may answer with, beside numbers, texts and what holds them: it may have been taken over by its file.
_PLAIN = frozenset({("engine.messages", "Message"), ("numpy", "ndarray"), ("numpy", "dtype")})
_PLAIN_BY_NAME = {"_reconstruct": "numpy.", "_frombuffer": "numpy.", "PosixPath": "pathlib", "WindowsPath": "pathlib"}


# What comes of one that is not.
_NO_ANSWER = (pickle.UnpicklingError, TypeError, ValueError, AttributeError, LookupError, ImportError, ArithmeticError)


class ExceededError(Exception):
    """The child took too long, too much memory, or ended without a word."""


class EndedError(ExceededError):
    """The child ended, or was stopped, without a word: by its work, or by the system or the user."""


class ConfinedWorker:
    """A child that does one piece of work after the other; it is replaced where one took too much. For one thread at a
    time: others wait.

    Args: seconds: until the child is killed; megabytes: what it may take beyond what it has once it is started.
    """

    def __init__(self, *, seconds: float, megabytes: int) -> None:
        self._seconds, self._megabytes = seconds, megabytes
        self._lock = threading.Lock()
        self._child: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._left_s = seconds

    def prepare(self) -> None:
        """Start the child if there is none, so that the first piece of work need not wait for it."""
        with self._lock:
            self._started()

    def call(self, work: Callable[..., Any], *arguments: object) -> Any:
        """What `work(*arguments)` gives; both are pickled, and so is the result, which must be plain: arrays, messages,
        paths, numbers, texts and what holds them. Anything else is refused before it is made. Large arrays come in
        memory of their own.

        Raises: ExceededError; EngineError as `work` raises it, or for whatever else it raises; OSError if no process
        can be started.
        """
        asked = pickle.dumps((_where(), work, arguments))
        with self._lock:
            child, pipe = self._started()
            try:
                pipe.send_bytes(asked)
                is_ok, result, logged = self._answer(child, pipe)
            except BaseException as error:
                self._end()
                if isinstance(error, (EOFError, OSError)):
                    raise EndedError("it ended without a word") from error
                if isinstance(error, _NO_ANSWER):
                    raise ExceededError("it answered with something else") from error
                raise
        for words in logged:
            _log.warning("%s", words)
        if is_ok:
            return result
        raise EngineError(result[0], hint=result[1])

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._end()

    def _started(self) -> tuple[BaseProcess, Connection]:
        if self._child is not None and self._pipe is not None and self._child.is_alive():
            return self._child, self._pipe
        self._end()
        context = get_context("spawn")
        self._pipe, others = context.Pipe()
        self._child = context.Process(
            target=_serve, args=(others, self._seconds, self._megabytes), name="reader", daemon=True
        )
        self._child.start()
        others.close()  # the child has its own now; ours would hide its end
        return self._child, self._pipe

    def _answer(self, child: BaseProcess, pipe: Connection) -> tuple[bool, Any, tuple[str, ...]]:
        """The child's word; one that was stopped from outside gives none. Raises: ExceededError, EOFError, OSError."""
        self._left_s = self._seconds
        data, sizes = _plain(self._word(child, pipe))
        if not sizes:
            return _plain(data)
        if not all(0 < size <= self._megabytes << 20 for size in sizes) or sum(sizes) > self._megabytes << 20:
            raise ExceededError("its answer is too large")
        room = lend(pipe, sum(sizes), pid=child.pid or 0)
        self._word(child, pipe)
        return _plain(data, slices(room, sizes))

    def _word(self, child: BaseProcess, pipe: Connection) -> bytes:
        stopped_s = 0.0
        while self._left_s > 0:
            began_s = time.monotonic()
            if wait([pipe], min(self._left_s, _LOOK_EVERY_S)):
                return pipe.recv_bytes()
            self._left_s -= min(time.monotonic() - began_s, 2 * _LOOK_EVERY_S)  # more: we were stopped ourselves
            if resident_megabytes(child.pid or 0) > _SPARE * self._megabytes:
                raise ExceededError("it took too much memory")
            stopped_s = stopped_s + _LOOK_EVERY_S if is_stopped(child.pid or 0) else 0.0
            if stopped_s > _STOPPED_S:
                raise EndedError("it was stopped")
        raise ExceededError("it took too long")

    def _end(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.join()
        if self._pipe is not None:
            self._pipe.close()
        self._child = self._pipe = None


def _plain(data: bytes, buffers: Iterable[memoryview] = ()) -> Any:
    """What a child answered. Raises: UnpicklingError unless it is plain."""
    return _PlainUnpickler(io.BytesIO(data), buffers=buffers).load()


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str, /) -> Any:
        """Nothing but what is plain."""
        by_name = _PLAIN_BY_NAME.get(global_name)
        if (module_name, global_name) in _PLAIN or (by_name and module_name.startswith(by_name)):
            return super().find_class(module_name, global_name)
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is not plain")


def run_confined(work: Callable[..., Any], *arguments: object, seconds: float, megabytes: int) -> Any:
    """What `work(*arguments)` gives, computed in a child of its own. Arguments and errors as of `ConfinedWorker`."""
    worker = ConfinedWorker(seconds=seconds, megabytes=megabytes)
    try:
        return worker.call(work, *arguments)
    finally:
        worker.close()


def _serve(pipe: Connection, seconds: float, megabytes: int) -> None:
    """The child's main function: until the parent closes its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the parent
    block_network()  # before there is a second thread
    end_with_parent()
    log = _Log()
    logging.getLogger().addHandler(log)
    is_limited = False
    with suppress(EOFError, OSError):
        while True:
            folder, work, arguments = pipe.recv()  # imports what the work needs
            if not is_limited:
                limit_memory(megabytes)
                is_limited = True
            limit_processor(seconds)
            with suppress(OSError):
                os.chdir(folder)
            answer, large = packed((*_done(work, arguments), log.taken()))
            pipe.send(answer)
            if large:
                fill(pipe, large)
                pipe.send_bytes(b"!")


def _where() -> str:
    """The working folder, in which the child looks for paths that begin there."""
    try:
        return os.getcwd()
    except OSError:  # it was removed
        return os.curdir


def _done(work: Callable[..., Any], arguments: tuple[object, ...]) -> tuple[bool, Any]:
    try:
        return True, work(*arguments)
    except Exception as error:
        return False, _words(unforeseen(error, where="Work on a foreign file"))


class _Log(logging.Handler):
    """Keeps what is logged for the parent, who has a file for it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one more."""
        self._kept.append(self.format(record)[:_LONGEST_LOG])

    def taken(self) -> tuple[str, ...]:
        """What was logged since it was last asked."""
        kept, self._kept = tuple(self._kept[:_MOST_LOGGED]), []
        return kept


def _words(error: EngineError) -> tuple[Message, Message]:
    return error.message, error.hint
