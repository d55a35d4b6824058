"""Names and dates of results: no two photos of a run want the same name, and a later run knows it again."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

ENDING = "_restored"
SEPARATOR = "-"
_LONGEST_NAME = 255  # bytes, of most file systems
_ROOM = 32  # bytes for what may still follow: "_face12_before", "-9999", ".tiff"


def result_stem(stem: str, *, page: int = 1, page_count: int = 1) -> str:
    """The name, without a suffix, of a result. Args: stem: of its photo; page: of a file that has `page_count`.

    A stem with which no file could be named so is shortened; no character is cut in two.
    """
    ending = f"_page{page}{ENDING}" if page_count > 1 else ENDING
    room = _LONGEST_NAME - _ROOM - len(os.fsencode(ending))
    while len(os.fsencode(stem)) > room:
        stem = stem[:-1]
    return f"{stem}{ending}"


def keep_date(source: Path, target: Path) -> None:
    """Give a result the date of its photo's file; a file system that refuses keeps its own."""
    with suppress(OSError):
        found = source.stat()
        os.utime(target, ns=(found.st_atime_ns, found.st_mtime_ns))


def different_stems(photos: Sequence[tuple[Path, Path]]) -> list[str]:
    """Stems for the results of photos, each given with the folder its result goes to: usually the photo's own.

    Photos that would share a name in a folder get more of their own into it: the suffix (`grandma-tif`), then the
    folder, then a number. So a name depends on the photos and not on what is in the folder, and no photo is called as
    another one would be if it were alone.
    """
    stems = [photo.stem for photo, _folder in photos]
    for longer in (_with_suffix, _with_folder):
        _lengthen_shared(stems, photos, longer)
    _number_shared(stems, photos)
    return stems


def _with_suffix(photo: Path) -> str:
    return f"{photo.stem}{SEPARATOR}{photo.suffix[1:].lower()}"


def _with_folder(photo: Path) -> str:
    return f"{Path(os.path.abspath(photo)).parent.name}{SEPARATOR}{_with_suffix(photo)}"


def _key(stem: str, folder: Path) -> tuple[str, str]:
    """Equal for names that some file system takes for one."""
    return str(folder), stem.casefold()


def _lengthen_shared(stems: list[str], photos: Sequence[tuple[Path, Path]], longer: Callable[[Path], str]) -> None:
    keys = [_key(stem, folder) for stem, (_photo, folder) in zip(stems, photos, strict=True)]
    counts = Counter(keys)
    for index, key in enumerate(keys):
        if counts[key] > 1:
            stems[index] = longer(photos[index][0])


def _number_shared(stems: list[str], photos: Sequence[tuple[Path, Path]]) -> None:
    taken: set[tuple[str, str]] = set()
    for index, (_photo, folder) in enumerate(photos):
        stem, number = stems[index], 1
        while (key := _key(stems[index], folder)) in taken:
            number += 1
            stems[index] = f"{stem}{SEPARATOR}{number}"
        taken.add(key)
