"""Which files of a folder are photos, by their names, and which look like some and cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.photo_io.formats import RAW, READABLE_SUFFIXES

# Kinds of pictures that people have beside their photos; a camera's raw files are read with the extra `formats` alone.
OTHER_PICTURES = (".gif", ".psd", ".psb", ".jp2", ".j2k", ".jxl", ".jxr", ".xcf", ".pdf", ".tga", ".pcx", ".exr")
_NOT_READ = frozenset((*OTHER_PICTURES, *RAW.suffixes)) - set(READABLE_SUFFIXES)


@dataclass(frozen=True)
class FolderPhotos:
    """What a folder and those below it hold, sorted: `photos`; pictures in formats that are `not_read`, by their
    suffixes; `dead_links` that have a photo's name and lead nowhere."""

    photos: tuple[Path, ...]
    not_read: tuple[Path, ...]
    dead_links: tuple[Path, ...]


def is_photo_name(path: Path) -> bool:
    """Whether a file's name says that it is a photo."""
    return path.suffix.lower() in READABLE_SUFFIXES and not path.name.startswith(".")


def is_other_picture(path: Path) -> bool:
    """Whether a file's name says that it is a picture of a kind that is not read."""
    return path.suffix.lower() in _NOT_READ and not path.name.startswith(".")


def look_below(folder: Path) -> FolderPhotos:
    """What is in a folder and below it; hidden files and what is in hidden folders are left out."""
    photos, not_read, dead_links = list[Path](), list[Path](), list[Path]()
    for file in sorted(folder.rglob("*")):
        is_photo = is_photo_name(file)
        if not (is_photo or is_other_picture(file)) or _is_hidden(file, folder):
            continue
        if file.is_file():
            (photos if is_photo else not_read).append(file)
        elif is_photo and file.is_symlink() and not file.exists():
            dead_links.append(file)
    return FolderPhotos(tuple(photos), tuple(not_read), tuple(dead_links))


def photos_below(folder: Path) -> list[Path]:
    """The photos of `look_below`."""
    return list(look_below(folder).photos)


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
