"""Work on a file that nobody vouches for, in a child process that may take only so much memory and time, reaches no
network, and can be killed."""

from __future__ import annotations

import ctypes
import io
import os
import pickle
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from engine.errors import EngineError, unforeseen
from engine.messages import Message

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # of Linux' unshare
_LOOK_EVERY_S = 0.2  # at the child's memory, where the system cannot limit it
_SPARE = 2  # times the memory; what is loaded before the limit counts too


# All that a child may answer with, beside numbers, texts and what holds them: it may have been taken over by its file.
_PLAIN = frozenset({("engine.messages", "Message"), ("numpy", "ndarray"), ("numpy", "dtype")})
_PLAIN_BY_NAME = {"_reconstruct": "numpy.", "_frombuffer": "numpy.", "PosixPath": "pathlib", "WindowsPath": "pathlib"}


class ExceededError(Exception):
    """The child took too long, too much memory, or ended without a word."""


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

    def prepare(self) -> None:
        """Start the child if there is none, so that the first piece of work need not wait for it."""
        with self._lock:
            self._started()

    def call(self, work: Callable[..., Any], *arguments: object) -> Any:
        """What `work(*arguments)` gives; both are pickled, and so is the result, which must be plain: arrays, messages,
        paths, numbers, texts and what holds them. Anything else is refused before it is made.

        Raises: ExceededError; EngineError as `work` raises it, or for whatever else it raises; OSError if no process
        can be started.
        """
        with self._lock:
            child, pipe = self._started()
            try:
                pipe.send((work, arguments))
                is_ok, result = self._answer(child, pipe)
            except BaseException as error:
                self._end()
                if isinstance(error, pickle.UnpicklingError):
                    raise ExceededError("it answered with something else") from error
                if isinstance(error, (EOFError, OSError)):
                    raise ExceededError("it ended without a word") from error
                raise
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
        self._child = context.Process(target=_serve, args=(others, self._megabytes), name="reader", daemon=True)
        self._child.start()
        others.close()  # the child has its own now; ours would hide its end
        return self._child, self._pipe

    def _answer(self, child: BaseProcess, pipe: Connection) -> tuple[bool, Any]:
        """The child's word; one that was stopped from outside gives none. Raises: ExceededError, EOFError, OSError."""
        end_s = time.monotonic() + self._seconds
        while (left_s := end_s - time.monotonic()) > 0:
            if wait([pipe], min(left_s, _LOOK_EVERY_S)):
                return _PlainUnpickler(io.BytesIO(pipe.recv_bytes())).load()
            if resident_megabytes(child.pid or 0) > _SPARE * self._megabytes:
                raise ExceededError("it took too much memory")
            if is_stopped(child.pid or 0):
                raise ExceededError("it was stopped")
        raise ExceededError("it took too long")

    def _end(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.join()
        if self._pipe is not None:
            self._pipe.close()
        self._child = self._pipe = None


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


def _serve(pipe: Connection, megabytes: int) -> None:
    """The child's main function: until the parent closes its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the parent
    block_network()
    is_limited = False
    with suppress(EOFError, OSError):
        while True:
            work, arguments = pipe.recv()  # imports what the work needs
            if not is_limited:
                limit_memory(megabytes)
                is_limited = True
            pipe.send(_done(work, arguments))


def _done(work: Callable[..., Any], arguments: tuple[object, ...]) -> tuple[bool, Any]:
    try:
        return True, work(*arguments)
    except Exception as error:
        return False, _words(unforeseen(error, where="Work on a foreign file"))


def _words(error: EngineError) -> tuple[Message, Message]:
    return error.message, error.hint


def limit_memory(megabytes: int) -> None:
    """Let this process take no more memory than so much beyond what it has, and leave no core file."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows, where the parent looks at the child's memory alone

        in_use = _address_bytes()
        if in_use:
            limit = in_use + (megabytes << 20)
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def block_network() -> None:
    """Let this process open no connection: by the kernel where it may be asked, by Python everywhere."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)  # refused with several threads, or by the system

    def refuse(*_given: object, **_named: object) -> None:
        raise PermissionError("This process may not open a connection.")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        with suppress(TypeError, AttributeError):
            setattr(socket.socket, name, refuse)


def _address_bytes() -> int:
    """The address space that this process has; 0 where that is unknown."""
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        return pages * os.sysconf("SC_PAGE_SIZE")
    return 0


def resident_megabytes(pid: int) -> int:
    """What a process has in memory, MB; 0 where that is unknown."""
    with suppress(OSError, ValueError, IndexError, AttributeError):
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") >> 20
    return 0


def is_stopped(pid: int) -> bool:
    """Whether a process was stopped from outside, as by SIGSTOP; False where that is unknown."""
    with suppress(OSError, IndexError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in ("T", "t")
    return False
