"""Which files of a folder are photos, by their names."""

from __future__ import annotations

from pathlib import Path

from engine.photo_io.formats import READABLE_SUFFIXES


def is_photo_name(path: Path) -> bool:
    """Whether a file's name says that it is a photo."""
    return path.suffix.lower() in READABLE_SUFFIXES and not path.name.startswith(".")


def photos_below(folder: Path) -> list[Path]:
    """The photos in a folder and below it, sorted; hidden files and what is in hidden folders are left out."""
    photos = (file for file in folder.rglob("*") if is_photo_name(file) and not _is_hidden(file, folder))
    return sorted(file for file in photos if file.is_file())


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
