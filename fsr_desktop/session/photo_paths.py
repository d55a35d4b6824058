"""Which files are photos, by their names: what the user chose, with folders opened up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.photo_io.formats import READABLE_SUFFIXES

MOST_OF_A_FOLDER = 5000


def photos_in(paths: Sequence[Path]) -> list[Path]:
    """Files as they are, for whatever the user names himself is tried; of folders the photos in them and below, sorted.

    Hidden files and what is in hidden folders are left out, and a file that is named twice comes once.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = _photos_below(path) if path.is_dir() else [path]
        found.update(dict.fromkeys(file.absolute() for file in inside))
    return list(found)


def is_photo_name(path: Path) -> bool:
    """Whether a file's name says that it is a photo."""
    return path.suffix.lower() in READABLE_SUFFIXES and not path.name.startswith(".")


def _photos_below(folder: Path) -> list[Path]:
    photos = (file for file in folder.rglob("*") if is_photo_name(file) and not _is_hidden(file, folder))
    return sorted(file for file in photos if file.is_file())[:MOST_OF_A_FOLDER]


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
