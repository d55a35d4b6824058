"""Writing a file so that it is either whole or not there: beside, then swapped in.

The one door for all that is written: nothing that is there is replaced unless the caller says so, and no file may be
read by more people than it should.
"""

from __future__ import annotations

import errno
import hashlib
import os
import platform
import re
import secrets
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.messages import Message, message, message_of, plain, template

_PREFIX = ".fsr-"  # then the machine, the process, and what makes the name unlike all others
_NAME = re.compile(rf"{re.escape(_PREFIX)}(?P<machine>[0-9a-f]{{8}})-(?P<process>\d+)-.*")
MOST_NUMBERS = 10_000  # of results of one name in a folder
_LONGEST_SUFFIX = 16
_REFUSED = {
    "read": template("{what} cannot be read: {reason}."),
    "write": template("{what} cannot be written: {reason}."),
    "use": template("{what} cannot be used: {reason}."),
    "fill": template("The folder {what} cannot be written: {reason}."),
    "make": template("The folder {what} cannot be made: {reason}."),
    "store": template("The model cannot be stored in {what}: {reason}."),
}
# What the system says, in its own English words: those of an error would be the same in all languages.
_SYSTEM = {
    "EACCES": template("Permission denied"),
    "EBUSY": template("Device or resource busy"),
    "EDQUOT": template("Disk quota exceeded"),
    "EEXIST": template("File exists"),
    "EFBIG": template("File too large"),
    "EINVAL": template("Invalid argument"),
    "EIO": template("Input/output error"),
    "EISDIR": template("Is a directory"),
    "ELOOP": template("Too many levels of symbolic links"),
    "EMFILE": template("Too many open files"),
    "ENAMETOOLONG": template("File name too long"),
    "ENODEV": template("No such device"),
    "ENOENT": template("No such file or directory"),
    "ENOMEM": template("Cannot allocate memory"),
    "ENOSPC": template("No space left on device"),
    "ENOTDIR": template("Not a directory"),
    "ENOTEMPTY": template("Directory not empty"),
    "EPERM": template("Operation not permitted"),
    "EROFS": template("Read-only file system"),
    "ESTALE": template("Stale file handle"),
    "ETIMEDOUT": template("Connection timed out"),
}


def refused(
    what: Path | Message, error: Exception, *, doing: Literal["read", "write", "use", "fill", "make", "store"] = "read"
) -> Message:
    """The sentence about a file that the system refused, with its reason. Args: what: the path, or a message that
    begins the sentence and names it."""
    return message_of(_REFUSED[doing], {"what": what, "reason": reason_of(error)})


def reason_of(error: Exception) -> Message:
    """Why something was refused: the message that the error was made of, or the words of the system or library."""
    if error.args and isinstance(error.args[0], Message):
        return error.args[0]
    if isinstance(error, OSError):
        if known := _SYSTEM.get(errno.errorcode.get(error.errno or 0, "")):
            return message_of(known, {})
        if error.strerror:
            return plain(error.strerror)
    return plain(str(error) or type(error).__name__)


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """How a file is kept.

    `private`: only the user may read it; `like`: the file or files that say who may, at most; `lasting`: it is on the
    disk before it has its name, which takes a moment.
    """

    private: bool = False
    like: Path | tuple[Path, ...] | None = None
    lasting: bool = True


@dataclass
class Placed:
    """A file that is being written: `beside` is to be written to, `path` is where it is once the block has ended."""

    beside: Path
    path: Path


USUAL, PRIVATE, PASSING = Keeping(), Keeping(private=True), Keeping(private=True, lasting=False)


@contextmanager
def atomic_file(target: Path, *, replace: bool = True, keeping: Keeping = USUAL) -> Generator[Path]:
    """A path beside `target` to write to; it becomes `target` when the block ends without an error.

    The temporary file is removed if the block raises. One that a killed process left in the folder is removed by the
    next that writes there. Args: replace: whether a file that is there may be replaced.
    Raises: FileExistsError if it may not; OSError as the file system does.
    """
    with _beside(target, keeping) as beside:
        yield beside
        _settle(beside, keeping)
        _swap_in(beside, target, keeping) if replace else _put(beside, target)


@contextmanager
def placed_file(target: Path, *, numbered: bool = True, keeping: Keeping = USUAL) -> Generator[Placed]:
    """As `atomic_file`; where something is there, the file becomes `name-2`, `name-3`, ..., and nothing is replaced,
    whoever writes there at the same time. Args: numbered: False replaces after all.

    Raises: OSError as the file system does.
    """
    with _beside(target, keeping) as beside:
        placed = Placed(beside, target)
        yield placed
        _settle(beside, keeping)
        if numbered:
            placed.path = _put_under_a_free_name(beside, target)
        else:
            _swap_in(beside, target, keeping)


@contextmanager
def _beside(target: Path, keeping: Keeping) -> Generator[Path]:
    """A new, empty file beside `target`, with the rights that are asked for and no more than the user's umask gives."""
    _remove_left_over(target.parent)
    suffix = target.suffix if len(target.suffix) <= _LONGEST_SUFFIX else ""
    beside = target.parent / f"{_PREFIX}{_machine()}-{os.getpid()}-{secrets.token_hex(6)}{suffix}"
    mode = 0o600 if keeping.private else 0o666
    for one in (keeping.like,) if isinstance(keeping.like, Path) else keeping.like or ():
        with suppress(OSError):  # it may be gone by now
            mode &= one.stat().st_mode | 0o600
    _create(beside, mode)
    try:
        yield beside
    finally:
        beside.unlink(missing_ok=True)


def _create(path: Path, mode: int) -> None:
    """Make an empty file. Raises: FileExistsError if anything has its name."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode))


def _settle(beside: Path, keeping: Keeping) -> None:
    """Wait until what was written is on the disk."""
    if keeping.lasting:
        with beside.open("rb+") as file:
            os.fsync(file.fileno())


def _swap_in(beside: Path, target: Path, keeping: Keeping) -> None:
    """Put a file in the place of one that may be there, whose rights it takes over; no wider ones than asked for."""
    with suppress(OSError):
        there = target.stat().st_mode & 0o777
        beside.chmod(there & beside.stat().st_mode if keeping.private or keeping.like else there)
    os.replace(beside, target)


def _put_under_a_free_name(beside: Path, target: Path) -> Path:
    for number in range(1, MOST_NUMBERS):
        path = target if number == 1 else target.with_name(f"{target.stem}-{number}{target.suffix}")
        with suppress(FileExistsError):
            _put(beside, path)
            return path
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))


def _put(beside: Path, target: Path) -> None:
    """Give a file its name. Raises: FileExistsError if anything has it."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # no links on this file system: the name is reserved, then taken
        _create(target, 0o600)
        os.replace(beside, target)


def make_own_folder(folder: Path) -> None:
    """Make a folder of the program's own, and those above it, so that only the user may look into it.

    One that an older version left open to others is closed. Raises: OSError as the file system does.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)  # refused if it is a file
    with suppress(OSError):
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)


def close_own_files(folder: Path) -> None:
    """Let only the user read the files in a folder of the program's own. Raises: OSError as the file system does."""
    make_own_folder(folder)
    for file in folder.iterdir():
        if file.is_file() and not file.is_symlink():
            file.chmod(0o600)


def is_one_file(one: Path, other: Path) -> bool:
    """Whether both are one file, by whatever name or link; False where one of them is not there."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits. Raises: OSError as the file system does."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def limited_text(path: Path, most_bytes: int) -> str:
    """The UTF-8 text of a file that is read whole. Raises: OSError if it is missing, no ordinary file or longer than
    any such file is; UnicodeDecodeError."""
    if path.exists() and not path.is_file():  # a pipe would never end
        raise OSError(message("it is no ordinary file"))
    with path.open("rb") as file:
        content = file.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise OSError(message("it is longer than {size} bytes", size=most_bytes))
    return content.decode()


def _remove_left_over(folder: Path) -> None:
    """Remove temporary files of processes of this machine that are gone; what cannot be removed stays."""
    with suppress(OSError):
        names = os.listdir(folder)
        for found in filter(None, map(_NAME.fullmatch, names)):
            if found["machine"] == _machine() and not is_running(int(found["process"])):
                with suppress(OSError):
                    (folder / found[0]).unlink()


def _machine() -> str:
    """Eight digits for this machine's name and its space of processes: in a shared folder other machines and containers
    write too, and their processes are unknown here."""
    space = ""
    with suppress(OSError):
        space = os.readlink("/proc/self/ns/pid")
    return hashlib.sha256(f"{platform.node()}{space}".encode("utf-8", "surrogateescape")).hexdigest()[:8]


def is_running(process: int) -> bool:
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
        """As `is_running`; there `os.kill` would end the process."""
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
