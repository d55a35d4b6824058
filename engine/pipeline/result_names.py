"""Names and dates of results."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_LONGEST_NAME = 255  # bytes, of most file systems
_ROOM = 32  # bytes for what may still follow: "_face12_before", "-9999", ".tiff"


def stem_with(stem: str, ending: str) -> str:
    """`stem` and `ending`, the stem shortened where no file could be named so; no character is cut in two."""
    room = _LONGEST_NAME - _ROOM - len(os.fsencode(ending))
    while len(os.fsencode(stem)) > room:
        stem = stem[:-1]
    return f"{stem}{ending}"


def keep_date(source: Path, target: Path) -> None:
    """Give a result the date of its photo's file; a file system that refuses keeps its own."""
    with suppress(OSError):
        found = source.stat()
        os.utime(target, ns=(found.st_atime_ns, found.st_mtime_ns))
