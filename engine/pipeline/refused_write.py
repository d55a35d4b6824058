"""What it means, in the user's words, that a file for the window could not be written."""

from __future__ import annotations

import errno
from pathlib import Path

from engine.errors import DataError
from engine.files import reason_of
from engine.messages import Message

_FULL = frozenset(getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name))


def refused_write(what: Message, place: Path, error: OSError) -> DataError:
    """The error to raise. Args: what: begins the sentence, "The restored face"; place: the file or folder."""
    if error.errno in _FULL:
        return DataError(
            "{what} cannot be kept in {place}: the disk is full.",
            hint="Free some space on it and try again.",
            what=what,
            place=place,
        )
    return DataError(
        "{what} cannot be kept in {place}: {error}.",
        hint="Check the drive and the folder's rights.",
        what=what,
        place=place,
        error=reason_of(error),
    )
