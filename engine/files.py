"""Writing a file so that it is either whole or not there: beside, then swapped in."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def atomic_file(target: Path) -> Generator[Path]:
    """A path beside `target` to write to; it replaces `target` when the block ends without an error.

    The temporary file is removed if the block raises. Raises: OSError as the file system does.
    """
    handle, name = tempfile.mkstemp(prefix=".fsr-", suffix=target.suffix, dir=target.parent)
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(_ordinary_mode(target))
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def _ordinary_mode(target: Path) -> int:
    """The mode the file had, or what the user's umask gives a new file (mkstemp makes it private)."""
    if target.exists():
        return target.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
