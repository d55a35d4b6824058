"""Work on a file that nobody vouches for, in a child process that may take only so much memory and time, reaches no
network, and can be killed."""

from __future__ import annotations

import ctypes
import logging
import os
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from engine.errors import EngineError, unforeseen
from engine.messages import Message

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # of Linux' unshare
_LOOK_EVERY_S = 0.2  # at the child's memory, where the system cannot limit it
_log = logging.getLogger(__name__)


class ExceededError(Exception):
    """The child took too long, too much memory, or ended without a word."""


def run_confined(work: Callable[..., Any], *arguments: object, seconds: float, megabytes: int) -> Any:
    """What `work(*arguments)` gives, computed in a child; it, its arguments and its result are pickled.

    Args: seconds: until the child is killed; megabytes: what it may take beyond what it has once it is started.
    Raises: ExceededError; EngineError as `work` raises it, or for whatever else it raises.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_serve, args=(sender, megabytes, work, arguments), daemon=True)
    child.start()
    sender.close()
    try:
        is_ok, result = _answer(receiver, child.pid or 0, time.monotonic() + seconds, megabytes)
    finally:
        child.kill()
        child.join()
        receiver.close()
    if is_ok:
        return result
    raise EngineError(result[0], hint=result[1])


def _answer(receiver: Connection, pid: int, end_s: float, megabytes: int) -> tuple[bool, Any]:
    """The child's word. Raises: ExceededError."""
    while (left_s := end_s - time.monotonic()) > 0:
        if wait([receiver], min(left_s, _LOOK_EVERY_S)):
            try:
                return receiver.recv()
            except (EOFError, OSError) as error:
                raise ExceededError("it ended without a word") from error
        if resident_megabytes(pid) > 3 * megabytes:
            raise ExceededError("it took too much memory")
    raise ExceededError("it took too long")


def _serve(sender: Connection, megabytes: int, work: Callable[..., Any], arguments: tuple[object, ...]) -> None:
    """The child's main function."""
    confine(megabytes)
    try:
        answer: tuple[bool, Any] = (True, work(*arguments))
    except Exception as error:
        said = unforeseen(error, where="Work on a foreign file")
        answer = (False, _words(said))
    sender.send(answer)


def _words(error: EngineError) -> tuple[Message, Message]:
    return error.message, error.hint


def confine(megabytes: int) -> None:
    """Limit this process: memory beyond what it has, no core file, and no network."""
    block_network()
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows, where the parent looks at the child's memory alone

        in_use = _address_bytes()
        if sys.platform == "linux" and in_use:
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
