"""Results that are in their folders already, from a run before or from one that was stopped."""

from __future__ import annotations

import os
from pathlib import Path

from engine.photo_io.formats import FORMATS


class ExistingResults:
    """Looks once into each folder. `format_name` is that of `--format`: any will do with auto."""

    def __init__(self, format_name: str) -> None:
        known = [one for one in FORMATS if format_name in ("auto", one.name.lower())]
        self._suffixes = tuple(suffix for one in known for suffix in one.suffixes)
        self._folders: dict[Path, frozenset[str]] = {}

    def find(self, folder: Path, stem: str) -> Path | None:
        """The file that is there under this name without a suffix, or None."""
        if folder not in self._folders:
            self._folders[folder] = _names_in(folder)
        names = (f"{stem}{suffix}" for suffix in self._suffixes)
        return next((folder / name for name in names if name in self._folders[folder]), None)


def _names_in(folder: Path) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))
    except OSError:
        return frozenset()
