"""What `restore` is to work on: photos, folders and patterns as they were named, and where each result goes."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.pipeline.own_results import without_own_results
from engine.pipeline.photo_folders import is_photo_name, photos_below

OWN_RESULT = "it is a result of this program"
IN_THE_OUTPUT = "it is in the folder for results"


@dataclass(frozen=True)
class ChosenPhotos:
    """Photos, each with the folder for its result; `left_out` those that folders and patterns hold and that are not
    restored, with the reasons; `empty` the folders and patterns that hold no photo at all."""

    photos: tuple[tuple[Path, Path], ...]
    left_out: tuple[tuple[Path, str], ...]
    empty: tuple[str, ...]


@dataclass(frozen=True)
class _Found:
    """What one folder or pattern holds, below `root`; a file that was named itself has no root."""

    name: str
    root: Path | None
    files: list[Path]


def choose_photos(names: Sequence[str], output: Path) -> ChosenPhotos:
    """Files as they are, for whatever the user names himself is tried; of folders and patterns the photos in them.

    Folders are mirrored below `output`, from the folder that was named or the first one without a wildcard on; where
    there are several such folders, each has its name there. A file that is named twice comes once. The program's own
    results and what is in `output` are left out of folders and patterns.
    """
    found = [_found(name) for name in names]
    roots = {_absolute(one.root) for one in found if one.root is not None}
    photos: dict[str, tuple[Path, Path]] = {}
    left_out: dict[str, tuple[Path, str]] = {}
    for one in found:
        reasons = {} if one.root is None else _reasons(one.files, one.root, output)
        for file in one.files:
            if file in reasons:
                left_out.setdefault(_absolute(file), (file, reasons[file]))
            else:
                folder = _mirrored(file, one.root, output, is_one_of_several=len(roots) > 1)
                photos.setdefault(_absolute(file), (file, folder))
    return ChosenPhotos(
        photos=tuple(photos.values()),
        left_out=tuple(value for key, value in left_out.items() if key not in photos),
        empty=tuple(one.name for one in found if not one.files),
    )


def _found(name: str) -> _Found:
    path = Path(name)
    if os.path.isdir(path):
        return _Found(name, path, photos_below(path))
    if not glob.has_magic(name) or os.path.lexists(path):
        return _Found(name, None, [path])
    return _Found(name, _fixed_part(path), sorted(set(_matching(name))))


def _matching(pattern: str) -> Iterator[Path]:
    """The photos that a pattern names, and those in the folders that it names; `**` stands for folders in folders."""
    for match in map(Path, glob.iglob(pattern, recursive=True)):
        if match.is_dir():
            yield from photos_below(match)
        elif is_photo_name(match):
            yield match


def _fixed_part(pattern: Path) -> Path:
    """The folder down to the first wildcard."""
    return next(parent for parent in pattern.parents if not glob.has_magic(str(parent)))


def _reasons(files: Sequence[Path], root: Path, output: Path) -> dict[Path, str]:
    """Which files are not restored, and why."""
    results = Path(_absolute(output))
    is_inside = Path(_absolute(root)) in results.parents
    in_output = {file for file in files if is_inside and results in Path(_absolute(file)).parents}
    others = [file for file in files if file not in in_output]
    own = set(others) - set(without_own_results(others))
    return {**dict.fromkeys(in_output, IN_THE_OUTPUT), **dict.fromkeys(own, OWN_RESULT)}


def _mirrored(file: Path, root: Path | None, output: Path, *, is_one_of_several: bool) -> Path:
    if root is None:
        return output
    below = file.parent.relative_to(root)
    return output / Path(_absolute(root)).name / below if is_one_of_several else output / below


def _absolute(path: Path) -> str:
    return os.path.abspath(path)
