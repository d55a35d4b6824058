"""What it means, in the user's words, that a file for the window could not be written."""

from __future__ import annotations

import errno
from pathlib import Path

from engine.errors import DataError

_FULL = frozenset(getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name))


def refused_write(what: str, place: Path, error: OSError) -> DataError:
    """The error to raise. Args: what: begins the sentence, "The restored face"; place: the file or folder."""
    if error.errno in _FULL:
        return DataError(
            f"{what} cannot be kept in {place}: the disk is full.", hint="Free some space on it and try again."
        )
    reason = error.strerror or str(error)
    return DataError(f"{what} cannot be kept in {place}: {reason}.", hint="Check the drive and the folder's rights.")
