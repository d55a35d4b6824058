"""Writing a file so that it is either whole or not there: beside, then swapped in."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from engine.messages import Message, message_of, template

_PREFIX = ".fsr-"  # then the machine, the process, and what makes the name unlike all others
_NAME = re.compile(rf"{re.escape(_PREFIX)}(?P<machine>[0-9a-f]{{8}})-(?P<process>\d+)-.*")
_REFUSED = {
    "read": template("{what} cannot be read: {reason}."),
    "write": template("{what} cannot be written: {reason}."),
    "use": template("{what} cannot be used: {reason}."),
    "fill": template("The folder {what} cannot be written: {reason}."),
    "make": template("The folder {what} cannot be made: {reason}."),
    "store": template("The model cannot be stored in {what}: {reason}."),
}


def refused(
    what: Path | Message, error: Exception, *, doing: Literal["read", "write", "use", "fill", "make", "store"] = "read"
) -> Message:
    """The sentence about a file that the system refused, with its reason. Args: what: the path, or a message that
    begins the sentence and names it."""
    return message_of(_REFUSED[doing], {"what": what, "reason": reason_of(error)})


def reason_of(error: Exception) -> Message | str:
    """Why something was refused: the message that the error was made of, or the words of the system or library."""
    if error.args and isinstance(error.args[0], Message):
        return error.args[0]
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__


@contextmanager
def atomic_file(target: Path) -> Generator[Path]:
    """A path beside `target` to write to; it replaces `target` when the block ends without an error.

    The temporary file is removed if the block raises. One that a killed process left in the folder is removed by the
    next that writes there. Raises: OSError as the file system does.
    """
    _remove_left_over(target.parent)
    prefix = f"{_PREFIX}{_machine()}-{os.getpid()}-"
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=target.suffix, dir=target.parent)
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(_ordinary_mode(target))
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def _remove_left_over(folder: Path) -> None:
    """Remove temporary files of processes of this machine that are gone; what cannot be removed stays."""
    with suppress(OSError):
        names = os.listdir(folder)
        for found in filter(None, map(_NAME.fullmatch, names)):
            if found["machine"] == _machine() and not _is_running(int(found["process"])):
                with suppress(OSError):
                    (folder / found[0]).unlink()


def _machine() -> str:
    """Eight digits for this machine's name: in a shared folder others write too, and their processes are unknown."""
    return hashlib.sha256(platform.node().encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _is_running(process: int) -> bool:
    """Whether a process of this machine runs, or may run."""
    if sys.platform == "win32":
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)  # asks only
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True  # somebody else's
    return True


if sys.platform == "win32":

    def _is_running_on_windows(process: int) -> bool:
        """As `_is_running`; there `os.kill` would end the process."""
        import ctypes

        may_wait, no_such_process, has_not_ended = 0x00100000, 87, 258
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = kernel.OpenProcess(may_wait, False, process)
        if not handle:
            return ctypes.get_last_error() != no_such_process
        try:
            return kernel.WaitForSingleObject(ctypes.c_void_p(handle), 0) == has_not_ended
        finally:
            kernel.CloseHandle(ctypes.c_void_p(handle))


def _ordinary_mode(target: Path) -> int:
    """The mode the file had, or what the user's umask gives a new file (mkstemp makes it private)."""
    if target.exists():
        return target.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
