"""Results of this program among photos: by what they say of themselves, or, where they say nothing, by their name and
their size beside that of the photo they were made of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QImageReader

from engine.photo_io.record import has_record

ENDING = "_restored"
SCALES = (1, 2, 4)
_Size = tuple[int, int]


def without_own_results(photos: Sequence[Path]) -> list[Path]:
    """The photos but for results: those with our record in them, and `grandma_restored.png` beside `grandma.jpg`, 1, 2
    or 4 times as large."""
    by_stem: dict[tuple[Path, str], list[Path]] = {}
    for photo in photos:
        by_stem.setdefault((photo.parent, photo.stem), []).append(photo)
    return [photo for photo in photos if not (has_record(photo) or _is_result(photo, by_stem))]


def _is_result(photo: Path, by_stem: dict[tuple[Path, str], list[Path]]) -> bool:
    stem, ending, _rest = photo.stem.rpartition(ENDING)
    sources = by_stem.get((photo.parent, stem), []) if ending else []
    if not sources:
        return False
    size = _size(photo)
    return size is not None and any(_is_multiple(size, source) for source in map(_size, sources) if source)


def _is_multiple(size: _Size, of: _Size) -> bool:
    width, height = of
    return any(size in ((scale * width, scale * height), (scale * height, scale * width)) for scale in SCALES)


def _size(path: Path) -> _Size | None:
    """From the file's head alone; None if it has none that is known."""
    size = QImageReader(str(path)).size()
    return (size.width(), size.height()) if size.isValid() else None
