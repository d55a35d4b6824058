"""Large arrays handed from a child to its parent in memory that both see, not through the pipe between them.

The parent makes the memory, for as many bytes as the child asks for and it allows, and unmakes it with the arrays in
it: nothing is left when either of them is killed.
"""

from __future__ import annotations

import mmap
import os
import pickle
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from multiprocessing import reduction
from multiprocessing.connection import Connection

_SMALL, _AT_ONCE = 64 << 10, 8 << 20  # bytes of an array that goes through the pipe, and that are written at once
_ADD_SEALS, _NO_OTHER_SIZE = 1033, 0x2 | 0x4  # of Linux' fcntl: neither shorter nor longer

Packed = tuple[bytes, tuple[int, ...]]


def packed(answer: object) -> tuple[Packed, list[memoryview]]:
    """An answer pickled, but for its large arrays: the lengths of these, bytes, and what they hold."""
    large: list[memoryview] = []

    def keep_apart(buffer: pickle.PickleBuffer) -> bool:
        raw = buffer.raw()
        if raw.nbytes < _SMALL:
            return True
        large.append(raw)
        return False

    data = pickle.dumps(answer, protocol=5, buffer_callback=keep_apart)
    return (data, tuple(part.nbytes for part in large)), large


def lend(pipe: Connection, size: int, *, pid: int) -> memoryview:
    """Make memory of `size` bytes and give it to the child at the other end of the pipe.

    Raises: OSError, MemoryError.
    """
    if sys.platform == "win32":
        name = f"fsr-{secrets.token_hex(16)}"
        shared = mmap.mmap(-1, size, tagname=name)
        pipe.send(name)
        return memoryview(shared)
    descriptor = _nameless_file(size)
    try:
        shared = mmap.mmap(descriptor, size)
        reduction.send_handle(pipe, descriptor, pid)
    finally:
        os.close(descriptor)
    return memoryview(shared)


def fill(pipe: Connection, parts: list[memoryview]) -> None:
    """Take the memory that the parent lends, and copy the parts into it one behind the other. Raises: OSError."""
    if sys.platform == "win32":
        with mmap.mmap(-1, sum(part.nbytes for part in parts), tagname=pipe.recv()) as shared:
            for part in parts:
                shared.write(part)
        return
    descriptor = reduction.recv_handle(pipe)
    try:
        for part in parts:
            _write(descriptor, part)
    finally:
        os.close(descriptor)


def _write(descriptor: int, part: memoryview) -> None:
    """Written and not mapped: pages that are written whole are not cleared first, which takes half as long."""
    start = 0
    while start < part.nbytes:
        start += os.write(descriptor, part[start : start + _AT_ONCE])


def slices(room: memoryview, sizes: list[int]) -> Iterator[memoryview]:
    """The room cut into parts of these sizes, bytes."""
    start = 0
    for size in sizes:
        yield room[start : start + size]
        start += size


def _nameless_file(size: int) -> int:
    """A file in memory that has no name; the child cannot cut it, which would end whoever reads it then."""
    make: Callable[..., int] | None = getattr(os, "memfd_create", None)
    if make is not None:
        import fcntl

        descriptor = make("fsr", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        os.ftruncate(descriptor, size)
        fcntl.fcntl(descriptor, _ADD_SEALS, _NO_OTHER_SIZE)
        return descriptor
    with tempfile.TemporaryFile() as file:
        file.truncate(size)
        return os.dup(file.fileno())
