"""Results of this program among photos: by what they say of themselves, or, where they say nothing, by their name and
their size beside that of the photo they were made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from engine.errors import PhotoError
from engine.photo_io.confined import size_confined
from engine.photo_io.record import has_record
from engine.pipeline.photo_folders import is_photo_name
from engine.pipeline.result_names import ENDING, SEPARATOR

SCALES = (1, 2, 4)
_PAGE = re.compile(r"_page\d+$")
_Size = tuple[int, int]
_Folder = dict[str, list[Path]]  # the photos of one folder, by what their results' names may begin with


def without_own_results(photos: Sequence[Path]) -> list[Path]:
    """The photos but for results: those with our record in them, and `grandma_restored.png` beside `grandma.jpg`, 1, 2
    or 4 times as large. Reads parts of all files, and the folders of those that may be results by their names."""
    folders: dict[Path, _Folder] = {}
    kept: list[Path] = []
    for photo in photos:
        if ENDING in photo.stem and photo.parent not in folders:
            folders[photo.parent] = _photos_in(photo.parent)
        is_named_so = ENDING in photo.stem and _is_result(photo, folders[photo.parent])
        if not (is_named_so or has_record(photo)):
            kept.append(photo)
    return kept


def _photos_in(folder: Path) -> _Folder:
    found: _Folder = {}
    try:
        photos = [file for file in folder.iterdir() if is_photo_name(file)]
    except OSError:
        return found
    for photo in photos:
        for beginning in (photo.stem, f"{photo.stem}{SEPARATOR}{photo.suffix[1:].lower()}"):
            found.setdefault(beginning, []).append(photo)
    return found


def _is_result(photo: Path, beside: _Folder) -> bool:
    stem, _ending, _rest = photo.stem.rpartition(ENDING)
    sources = beside.get(stem) or beside.get(_PAGE.sub("", stem), [])
    if not sources:
        return False
    size = _size(photo)
    return size is not None and any(_is_multiple(size, source) for source in map(_size, sources) if source)


def _is_multiple(size: _Size, of: _Size) -> bool:
    width, height = of
    return any(size in ((scale * width, scale * height), (scale * height, scale * width)) for scale in SCALES)


def _size(path: Path) -> _Size | None:
    """From the file's head alone; None if it has none that is known."""
    try:
        return size_confined(path)
    except PhotoError:
        return None
