"""Which files are photos, by their names: what the user chose, with folders opened up."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.pipeline.photo_folders import look_below

MOST_OF_A_FOLDER = 5000


@dataclass(frozen=True)
class FoundPhotos:
    """Photos in the order they are shown. Of folders were left out: `own_results` of this program, beside the photos
    they were made of; `not_read`, pictures in formats that are not read and links that lead nowhere; and `too_many`,
    how many photos come after the first `MOST_OF_A_FOLDER`."""

    photos: tuple[Path, ...]
    own_results: int = 0
    not_read: tuple[Path, ...] = ()
    too_many: int = 0


def find_photos(paths: Sequence[Path]) -> FoundPhotos:
    """Files as they are, for whatever the user names himself is tried; of folders the photos in them and below, sorted.

    Hidden files and what is in hidden folders are left out, and so are the program's own results; a file that is named
    twice comes once. Reads folders, and the heads of files that may be results: not for the window's thread.
    """
    found: dict[Path, None] = {}
    own_results, too_many, not_read = 0, 0, list[Path]()
    for path in map(plain_path, paths):
        if path.is_dir():  # looked through in the background, where it may wait for what reads pictures
            from engine.pipeline.own_results import without_own_results

            looked = look_below(path)
            inside = looked.photos[:MOST_OF_A_FOLDER]
            too_many += len(looked.photos) - len(inside)
            not_read += [*looked.not_read, *looked.dead_links]
            kept = without_own_results(inside)
            own_results += len(inside) - len(kept)
        else:
            kept = [path]
        found.update(dict.fromkeys(kept))
    return FoundPhotos(tuple(found), own_results, tuple(not_read), too_many)


def plain_path(path: Path) -> Path:
    """The absolute path of a file, the same for every spelling with "." and ".."; links stay as they are named."""
    path = path.absolute()
    if ".." not in path.parts:
        return path
    short = Path(os.path.normpath(path))
    with suppress(OSError, ValueError):
        if not short.samefile(path):  # the step back was out of a linked folder
            return path.resolve()
    return short
