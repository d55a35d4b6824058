"""What `restore` is to work on: photos, folders and patterns as they were named, and where each result goes."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine.pipeline.own_results import without_own_results
from engine.pipeline.photo_folders import is_other_picture, is_photo_name, look_below

OWN_RESULT = "it is a result of this program"
IN_THE_OUTPUT = "it is in the folder for results"
NOT_READ = "its format is not read"
DEAD_LINK = "it is a link that leads nowhere"


@dataclass(frozen=True)
class ChosenPhotos:
    """Photos, each with the folder for its result; `left_out` those that folders and patterns hold and that are not
    restored, with the reasons; `empty` the folders and patterns that hold no photo at all."""

    photos: tuple[tuple[Path, Path], ...]
    left_out: tuple[tuple[Path, str], ...]
    empty: tuple[str, ...]


@dataclass(frozen=True)
class _Found:
    """What one folder or pattern holds, below `root`; a file that was named itself has no root. `others` look like
    photos and cannot be read, with the reasons."""

    name: str
    root: Path | None
    files: Sequence[Path]
    others: Mapping[Path, str] = field(default_factory=dict[Path, str])


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
        left_out |= {_absolute(file): (file, reason) for file, reason in one.others.items()}
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
        return _Found(name, path, *_looked_through([path]))
    if not glob.has_magic(name) or os.path.lexists(path):
        return _Found(name, None, [path])
    return _Found(name, _fixed_part(path), *_looked_through(map(Path, glob.iglob(name, recursive=True))))


def _looked_through(paths: Iterable[Path]) -> tuple[list[Path], dict[Path, str]]:
    """The photos among these and in the folders among these, sorted; and what looks like one there and is not read."""
    photos, others = set[Path](), dict[Path, str]()
    for path in paths:
        if path.is_dir():
            found = look_below(path)
            photos.update(found.photos)
            others |= dict.fromkeys(found.not_read, NOT_READ) | dict.fromkeys(found.dead_links, DEAD_LINK)
        elif is_photo_name(path) and not path.exists():
            others[path] = DEAD_LINK
        elif is_photo_name(path):
            photos.add(path)
        elif is_other_picture(path):
            others[path] = NOT_READ
    return sorted(photos), others


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
