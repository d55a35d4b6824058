"""Places for files that are written: suffixes, and names that are free. Qt-free and light."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

NUMBERS = 10_000
LONGEST_NAME = 255  # bytes, of most file systems
ROOM = 40  # bytes for what may follow: "_face12_before_after-9999.tiff"

_SUFFIXES = {"png": ".png", "jpeg": ".jpg", "tiff": ".tiff", "webp": ".webp", "gif": ".gif", "mp4": ".mp4"}
_KEPT = {"TIFF": ".tiff", "WEBP": ".webp"}


def suffix_for(export_format: str, photo_format: str = "", bits: int = 8) -> str:
    """The suffix of a format of the settings; with "auto" the one that keeps a photo of `photo_format` without loss.

    As `engine.photo_io.suggested_suffix`, from what the window knows: a JPEG becomes a PNG, and so does a BMP, which
    could not hold what the photo may carry beside its pixels.
    """
    if export_format in _SUFFIXES:
        return _SUFFIXES[export_format]
    kept = _KEPT.get(photo_format, ".png")
    return ".png" if kept == ".webp" and bits > 8 else kept


def shortened(name: str, rest: str) -> str:
    """A photo's name, cut off where no file could be named by it and the `rest` of the pattern; no character is cut in
    two."""
    room = max(1, LONGEST_NAME - ROOM - len(os.fsencode(rest)))
    while len(os.fsencode(name)) > room:
        name = name[:-1]
    return name


class TakenPlaces:
    """Places that an export must not write to: the photos themselves, and what it has already named.

    Names that differ only in case or in how accents are stored count as one, as some file systems see them.
    """

    def __init__(self, paths: Iterable[Path] = ()) -> None:
        self._folders: dict[str, list[Path]] = {}
        for path in paths:
            self.take(path)

    def take(self, path: Path) -> None:
        """Keep this place from now on."""
        self._folders.setdefault(_folded(path.name), []).append(path.parent)

    def free(self, target: Path, endings: Sequence[str] = ("",)) -> Path:
        """`target`, or `name-2`, `name-3`, ... if it is taken; it is taken from now on.

        `endings` are put before the suffix of what is really written.
        """
        for number in range(1, NUMBERS):
            found = target if number == 1 else target.with_name(f"{target.stem}-{number}{target.suffix}")
            written = [found.with_name(f"{found.stem}{ending}{found.suffix}") for ending in endings]
            if not any(self._is_taken(path) for path in written):
                break
        else:
            raise ValueError(f"{target.parent} holds too many files named {target.stem}.")
        for path in written:
            self.take(path)
        return found

    def _is_taken(self, path: Path) -> bool:
        # A link of another name is not followed: the engine swaps it for the new file, what it points to stays.
        return any(_is_same_folder(folder, path.parent) for folder in self._folders.get(_folded(path.name), ()))


def _is_same_folder(one: Path, other: Path) -> bool:
    if os.path.normcase(one.absolute()) == os.path.normcase(other.absolute()):
        return True
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False  # one of them does not exist yet


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
