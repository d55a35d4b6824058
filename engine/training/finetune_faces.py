"""Which of a user's faces fine-tuning learns from, and which it holds out."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.datasets.portraits import Portrait, read_pixels
from engine.errors import DataError

FEWEST_TRAINING = 8
FEWEST_HELD_OUT = 2
MOST_HELD_OUT = 16  # more would only make the checks slow
HELD_OUT_SHARE = 8  # one face in so many, at least
QUAD_PER_FACE = 1.5  # side of the aligned quad over the width of the face that a user sees


@dataclass(frozen=True)
class ChosenFaces:
    """Faces to train on and of how many photos they are, and faces to score on, of other photos."""

    training: tuple[Portrait, ...]
    photos: int
    held_out: tuple[Portrait, ...]


def choose_faces(
    portraits: Sequence[Portrait], *, min_detail: float, what: str, left_out: Collection[str] = ()
) -> ChosenFaces:
    """The faces that are large enough, some photos held out: those of the split "val", and more if they are few.

    Args: min_detail: px of the aligned quad in the photo; what: the model's id, for words; left_out: names of faces
    that are used for nothing. The same photos are held out whichever faces are left out, as far as enough stay.
    Raises: DataError saying how many were found, how many are large enough, and the smallest size needed.
    """
    usable = usable_faces(portraits, min_detail=min_detail)
    training, held_out = _hold_out(usable, left_out)
    if len(training) < FEWEST_TRAINING or len(held_out) < FEWEST_HELD_OUT:
        photos = len({p.path for p in usable})
        raise DataError(
            "Fine-tuning {model} needs at least {learnt} large faces to learn from and {held_out} of "
            "other photos to check itself on. Found: {faces} face(s), {large} of them large enough, "
            "in {photos} photo(s).",
            hint="A face is large enough if it is about {face:.0f} px wide in the photo ({head:.0f} px for "
            "the head with its surroundings). Scan at a higher resolution, or add photos.",
            model=what,
            learnt=FEWEST_TRAINING,
            held_out=FEWEST_HELD_OUT,
            faces=len(portraits),
            large=len(usable),
            photos=photos,
            face=min_detail / QUAD_PER_FACE,
            head=min_detail,
        )
    photos = len({p.path for p in training})
    return ChosenFaces(tuple(training), photos, tuple(_evenly(held_out, MOST_HELD_OUT)))


def usable_faces(portraits: Sequence[Portrait], *, min_detail: float) -> list[Portrait]:
    """Those that are large enough, and photographed."""
    return [p for p in portraits if p.native_quad >= min_detail and not p.is_engraving]


def _hold_out(usable: Sequence[Portrait], left_out: Collection[str]) -> tuple[list[Portrait], list[Portrait]]:
    """Whole photos are held out, with all their copies: else a face learnt by heart would count as a success."""
    digests: dict[Path, str] = {}  # of a photo's faces, the same for its copies
    for portrait in usable:
        digest = hashlib.sha256(read_pixels(portrait).tobytes()).hexdigest()
        digests[portrait.path] = min(digest, digests.get(portrait.path, digest))
    photos: dict[str, list[Portrait]] = {}
    for portrait in usable:
        photos.setdefault(digests[portrait.path], []).append(portrait)
    chosen = {digest for digest, faces in photos.items() if any(p.split == "val" for p in faces)}
    wanted = max(FEWEST_HELD_OUT, len(usable) // HELD_OUT_SHARE)

    def used_of(digests: Iterable[str]) -> list[Portrait]:
        return [p for digest in digests for p in photos[digest] if p.name not in left_out]

    for digest in sorted(photos.keys() - chosen):
        held_out = sum(len(photos[one]) for one in chosen)
        if held_out >= wanted and len(used_of(chosen)) >= FEWEST_HELD_OUT:
            break
        chosen.add(digest)
    return used_of(d for d in photos if d not in chosen), used_of(d for d in photos if d in chosen)


def _evenly(portraits: Sequence[Portrait], most: int) -> list[Portrait]:
    step = max(1.0, len(portraits) / most)
    return [portraits[int(index * step)] for index in range(min(most, len(portraits)))]
