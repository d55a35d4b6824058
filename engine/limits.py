"""What a process may take of memory, processor and network, and what can be seen of another one."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import threading
from contextlib import suppress
from multiprocessing import parent_process
from pathlib import Path

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # of Linux' unshare


def limit_memory(megabytes: int) -> None:
    """Let this process take no more memory than so much beyond what it has, and leave no core file."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows, where the parent looks at the child's memory alone

        in_use = _address_bytes()
        if in_use:
            limit = in_use + (megabytes << 20)
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_processor(seconds: float) -> None:
    """Let this process work for so much longer, in seconds of one processor; then the system ends it.

    The next call counts anew.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def end_with_parent() -> None:
    """End this process as soon as the one that started it has ended, whatever it is doing then."""
    parent = parent_process()
    if parent is None:
        return

    def wait_and_end() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait_and_end, name="parent", daemon=True).start()


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
