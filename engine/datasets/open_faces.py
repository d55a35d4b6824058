"""Faces to train and to score on, from a portrait folder or from any folder of photos."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.context import JobContext
from engine.datasets.photo_folder import SkippedPhoto, SkipReason, read_photo_folder, with_both_splits
from engine.datasets.portraits import Portrait, read_portraits
from engine.detection.registry import load_detector
from engine.errors import DataError
from engine.messages import Message, message

Split = Literal["train", "val", "all"]

SMALLEST_QUAD = 32  # px in the photo, about 20 px of face: below it there is nothing to learn from
_TABLES = ("faces.csv", "mesh478.npz")
_SKIPPED: dict[SkipReason, tuple[Message, Message]] = {
    "unreadable photo": (
        message("unreadable photo"),
        message("Open one of them in an image viewer; the files may be damaged."),
    ),
    "no face": (message("no face"), message("Choose photos with upright faces that are at least 20 px wide.")),
    "no eyes, nose and mouth": (
        message("no eyes, nose and mouth"),
        message("Choose another detector, for instance centerface."),
    ),
    "face too small": (message("face too small"), message("Choose scans or photos with larger faces.")),
    "too little real detail": (
        message("too little real detail"),
        message("Choose scans or photos with larger faces, or ask for less detail."),
    ),
    "too much outside the photo": (
        message("too much outside the photo"),
        message("Choose photos with some room around the faces."),
    ),
}


@dataclass(frozen=True)
class FaceSet:
    """The faces of one split, in the order of their files, and the photos that give none, of all splits."""

    portraits: tuple[Portrait, ...]
    skipped: tuple[SkippedPhoto, ...]


def is_portrait_folder(folder: Path) -> bool:
    """Whether `folder` has the tables that `read_portraits` reads."""
    return all((folder / name).is_file() for name in _TABLES)


def open_faces(
    folder: Path,
    *,
    split: Split,
    min_detail: float = 0,
    min_inside: float = 0,
    context: JobContext,
    detector: str = "auto",
    held: bool = True,
) -> FaceSet:
    """The faces below `folder`: a portrait folder's own, or those that `detector` finds in its photos.

    Args: split: "all" gives both, each portrait naming its own; looking for faces takes a while, so open a folder once
    with "all" rather than twice. min_detail: px of the aligned quad in the photo. min_inside: share in [0, 1] of the
    quad's surroundings that is photo. held: as of `portrait_of`. With two photos or more, neither split of a photo
    folder is empty.
    Raises: DataError if the folder is missing, holds no photos or no usable face of this split; DetectionError if the
    detector is missing; Cancelled.
    """
    if is_portrait_folder(folder):
        found, skipped = _all_portraits(folder), []
    else:
        found, skipped = read_photo_folder(folder, detector=load_detector(detector), context=context, held=held)
    usable = [p for p in found if not _fault(p, min_detail=min_detail, min_inside=min_inside)]
    skipped += _skipped(found, usable, min_detail=min_detail, min_inside=min_inside)
    if not usable:
        raise _no_usable_face(folder, skipped)
    both = usable if is_portrait_folder(folder) else with_both_splits(usable)
    chosen = tuple(p for p in both if split in ("all", p.split))
    if not chosen:
        raise DataError(
            "{folder} has usable faces, but none of the split '{split}'.",
            hint="Add more photos with faces.",
            folder=folder,
            split=split,
        )
    return FaceSet(chosen, tuple(sorted(skipped, key=lambda photo: photo.path)))


def _all_portraits(folder: Path) -> list[Portrait]:
    return [p for split in ("train", "val") for p in read_portraits(folder, split=split, min_detail=0)]


def _fault(portrait: Portrait, *, min_detail: float, min_inside: float) -> SkipReason | None:
    if portrait.native_quad < SMALLEST_QUAD:
        return "face too small"
    if portrait.native_quad < min_detail:
        return "too little real detail"
    return "too much outside the photo" if portrait.inside < min_inside else None


def _skipped(
    found: Sequence[Portrait], usable: Sequence[Portrait], *, min_detail: float, min_inside: float
) -> list[SkippedPhoto]:
    """The photos none of whose faces is usable, with the fault of the first, their largest."""
    first: dict[Path, Portrait] = {}
    for portrait in found:
        first.setdefault(portrait.path, portrait)
    unusable = first.keys() - {portrait.path for portrait in usable}
    skipped: list[SkippedPhoto] = []
    for path in unusable:
        reason = _fault(first[path], min_detail=min_detail, min_inside=min_inside)
        detail = f"{first[path].native_quad:.0f} px of real detail, {first[path].inside:.0%} of it inside the photo"
        skipped += [SkippedPhoto(path, reason, detail)] if reason else []
    return skipped


def _no_usable_face(folder: Path, skipped: Sequence[SkippedPhoto]) -> DataError:
    if not skipped:
        return DataError("The tables of {folder} name no photographed face.", folder=folder)
    reasons: Counter[SkipReason] = Counter(photo.reason for photo in skipped)
    most, count = reasons.most_common(1)[0]
    reason, hint = _SKIPPED[most]
    return DataError(
        "None of the {count} photos in {folder} has a usable face; most often: {reason} ({times}).",
        hint=hint,
        count=len(skipped),
        folder=folder,
        reason=reason,
        times=count,
    )
