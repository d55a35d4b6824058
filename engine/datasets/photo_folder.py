"""Any folder of photos as faces to train on: its photos, the faces our detector finds in them, and their two splits."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from engine.context import JobContext
from engine.datasets.photo_faces import portrait_of
from engine.datasets.portraits import Portrait
from engine.detection.base import Detector
from engine.errors import AlignmentError, DataError, PhotoError
from engine.files import refused, sha256_of
from engine.messages import message
from engine.photo_io import READABLE_SUFFIXES
from engine.photo_io.confined import read_confined
from engine.types import Face, Photo

VALIDATION_SHARE = 0.1  # of the photos

SkipReason = Literal[
    "unreadable photo",
    "no face",
    "no eyes, nose and mouth",
    "face too small",
    "too little real detail",
    "too much outside the photo",
]


@dataclass(frozen=True)
class SkippedPhoto:
    """A photo that gives no portrait: why, and in `detail` the numbers or the reader's words, or ""."""

    path: Path
    reason: SkipReason
    detail: str = ""


def photos_in(folder: Path) -> list[Path]:
    """The files below `folder` that have a photo's suffix, sorted by their path.

    Hidden files and folders are left out; links to folders are not followed, so that no circle of them is walked.
    Raises: DataError if the folder is missing or holds no photo.
    """
    if not folder.is_dir():
        raise DataError("There is no folder {folder}.", hint="Name a folder with photos in it.", folder=folder)
    found: list[Path] = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(parent, name) for name in files if _is_photo_name(name))
        found += [path for path in paths if path.is_file() or not path.exists()]  # no pipe, which would never end
    if not found:
        raise DataError(
            "{folder} and the folders in it hold no photos.",
            hint="Expected files that end in {names}.",
            folder=folder,
            names=tuple(READABLE_SUFFIXES),
        )
    return sorted(found)


def _is_photo_name(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in READABLE_SUFFIXES


def read_photo_folder(
    folder: Path, *, detector: Detector, context: JobContext, held: bool = True
) -> tuple[list[Portrait], list[SkippedPhoto]]:
    """Every face of every photo below `folder`, photo by photo, the largest face first; and the photos without one.

    About a tenth of the photos are "val", chosen by a hash of their content: a photo keeps its split when it is renamed
    or others are added, and copies of it go with it. All faces of a photo share its split. `held` as of `portrait_of`.
    Raises: DataError as `photos_in`; Cancelled between photos and while faces are sought.
    """
    paths = photos_in(folder)
    portraits: list[Portrait] = []
    skipped: list[SkippedPhoto] = []
    for number, path in enumerate(paths, start=1):
        context.progress(
            (number - 1) / len(paths), message("finding faces {number} of {count}", number=number, count=len(paths))
        )
        found = _faces_of(path, folder, detector, context, held=held)
        if isinstance(found, SkippedPhoto):
            skipped.append(found)
        else:
            portraits += found
    context.progress(1.0, message("{count} faces found", count=len(portraits)))
    return portraits, skipped


def _faces_of(
    path: Path, folder: Path, detector: Detector, context: JobContext, *, held: bool
) -> list[Portrait] | SkippedPhoto:
    try:
        split = "val" if _rank(content_hash(path)) < VALIDATION_SHARE else "train"
        photo = read_confined(path)
    except PhotoError as error:
        return SkippedPhoto(path, "unreadable photo", str(error))
    faces = detector.detect(photo.pixels, context)
    if not faces:
        return SkippedPhoto(path, "no face")
    portraits = _portraits(
        photo, faces, path.relative_to(folder), source_of_top=folder.resolve().name, split=split, held=held
    )
    return portraits or SkippedPhoto(path, "no eyes, nose and mouth")


def _portraits(
    photo: Photo, faces: Sequence[Face], relative: Path, *, source_of_top: str, split: str, held: bool
) -> list[Portrait]:
    source = source_of_top if relative.parent == Path() else relative.parent.as_posix()
    portraits: list[Portrait] = []
    for number, face in enumerate(faces, start=1):
        name = f"{relative.as_posix()}#{number}"
        try:
            portraits.append(portrait_of(photo, face, name=name, source=source, split=split, held=held))
        except AlignmentError:  # a face without usable points is no portrait, but its neighbours are
            continue
    return portraits


def content_hash(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits. Raises: PhotoError if it cannot be read."""
    try:
        return sha256_of(path)
    except OSError as error:
        raise PhotoError(refused(path, error)) from error


def _rank(digest: str) -> float:
    """A number in [0, 1), even over all files and always the same for one."""
    return int(digest[:8], 16) / 16**8


def with_both_splits(portraits: Sequence[Portrait]) -> list[Portrait]:
    """The portraits, those of one photo (and of its copies) moved to the split that would else be empty.

    It is the first photo by the hash of its content, so that neither names nor order matter. A single photo stays
    where it is. Raises: PhotoError if a photo has vanished meanwhile.
    """
    splits = {portrait.split for portrait in portraits}
    digests = {path: content_hash(path) for path in {p.path for p in portraits}} if len(splits) == 1 else {}
    if len(set(digests.values())) < 2:
        return list(portraits)
    other = "train" if splits == {"val"} else "val"
    first = min(digests.values())
    return [replace(p, split=other) if digests[p.path] == first else p for p in portraits]
