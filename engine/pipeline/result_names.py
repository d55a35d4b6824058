"""What results are called, so that no two photos of a run want the same name and a later run knows them again."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

ENDING = "_restored"
SEPARATOR = "-"


def result_stem(photo: Path) -> str:
    """The name of a photo's result, without a suffix."""
    return f"{photo.stem}{ENDING}"


def result_stems(photos: Sequence[tuple[Path, Path]]) -> list[str]:
    """The names, without a suffix, of the results of photos, each given with the folder its result goes to.

    Usually that of `result_stem`. Photos that would share a name in a folder get more of their own into it: the
    suffix (`grandma-tif_restored`), then the folder, then a number. So a name depends on the photos and not on what
    is in the folder, and no photo is called as another one would be if it were alone.
    """
    stems = [photo.stem for photo, _folder in photos]
    for longer in (_with_suffix, _with_folder):
        _lengthen_shared(stems, photos, longer)
    _number_shared(stems, photos)
    return [f"{stem}{ENDING}" for stem in stems]


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
