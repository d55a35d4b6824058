"""What the user works on: photos, their faces, and what he asked for each. Qt-free, no pixels.

Edits are frozen values, so that undo is putting an earlier one back; results are kept beside them by what was asked
for, so that an undone choice finds its result again.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from engine.messages import NOTHING
from engine.pipeline.auto_scale import AUTO_SCALE, AutoScale, FaceScale, automatic_scale
from engine.pipeline.picture_file import PictureFile
from engine.process.events import Failed
from engine.process.protocol import FaceOutcome, FaceRequest, OpenedPhoto, PlacedFace, RestoreFaces
from engine.types import Box, Face

AUTO = "auto"
PhotoState = Literal["waiting", "opening", "ready", "failed"]


@dataclass(frozen=True, kw_only=True, eq=False)
class FaceEdit:
    """One face as the user wants it. `id` is unique in its photo; `strength` in [0, 1]; `side_px` of `OpenedPhoto`.
    `outside_range`: its model restores it although it is not meant for a face of its size."""

    id: str
    face: Face
    side_px: float
    is_on: bool = True
    model: str = AUTO
    strength: float = 1.0
    outside_range: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class PhotoEdits:
    """Everything about a photo that undo brings back. `scale` is the export's: 1, 2, 4, or `AUTO_SCALE`."""

    faces: tuple[FaceEdit, ...] = ()
    scale: int = AUTO_SCALE
    match_grain: bool = False
    include_large: bool = False

    def face(self, face_id: str) -> FaceEdit | None:
        """The face of that id."""
        return next((face for face in self.faces if face.id == face_id), None)

    def with_new_face(self, face: FaceEdit) -> PhotoEdits:
        """The same with a face more."""
        return replace(self, faces=(*self.faces, face))

    def without_face(self, face_id: str) -> PhotoEdits:
        """The same without a face."""
        return replace(self, faces=tuple(face for face in self.faces if face.id != face_id))


NO_EDITS = PhotoEdits()


@dataclass(frozen=True)
class OutcomeKey:
    """What an outcome depends on."""

    face_id: str
    model: str
    match_grain: bool
    include_large: bool
    outside_range: bool = False


def outcome_keys(job: RestoreFaces) -> dict[str, OutcomeKey]:
    """What the outcomes of a job are kept by, by the face's id."""
    return {
        face.id: OutcomeKey(face.id, face.model, job.match_grain, job.include_large, face.outside_range)
        for face in job.faces
    }


@dataclass(eq=False)
class PhotoItem:
    """One photo of the session.

    `failure` says why it could not be opened, None if that was cancelled. `picture` is what the screen shows of it.
    `results` are the outcomes by what was asked for, `failures` why a job for it ended without one.
    `is_to_be_restored` as soon as it is open; `has_edits_brought_back` if it got its edits before that. `exported_mark`
    is what `export_mark` gave when it was written last.
    """

    id: str
    path: Path
    state: PhotoState = "waiting"
    failure: Failed | None = None
    opened: OpenedPhoto | None = None
    edits: PhotoEdits = NO_EDITS
    picture: PictureFile | None = None
    results: dict[OutcomeKey, FaceOutcome] = field(default_factory=dict[OutcomeKey, FaceOutcome])
    failures: dict[OutcomeKey, Failed] = field(default_factory=dict[OutcomeKey, Failed])
    is_to_be_restored: bool = False
    has_edits_brought_back: bool = False
    exported_mark: str = ""

    @property
    def was_cancelled(self) -> bool:
        """Whether it is not open because the user stopped that: nothing is wrong with it."""
        return self.state == "failed" and self.failure is None

    def key_of(self, face: FaceEdit, model: str = "", *, outside_range: bool = False) -> OutcomeKey:
        """What the outcome of a face depends on now, or would with another model, also `outside_range`."""
        edits, is_own = self.edits, model in ("", face.model)
        is_outside = outside_range or (is_own and face.outside_range)
        return OutcomeKey(face.id, model or face.model, edits.match_grain, edits.include_large, is_outside)

    def outcome(self, face: FaceEdit, model: str = "") -> FaceOutcome | None:
        """What became of a face as it is asked for now, or with another model; None if that was not run yet."""
        return self.results.get(self.key_of(face, model))

    def failure_of(self, face: FaceEdit) -> Failed | None:
        """Why the job that was to restore a face as it is asked for now ended without an outcome, if it did."""
        return self.failures.get(self.key_of(face))

    def forget_failures(self) -> None:
        """Drop what failed of the faces as they are asked for now, so that they are tried again."""
        for key in [self.key_of(face) for face in self.edits.faces]:
            self.failures.pop(key, None)
            outcome = self.results.get(key)
            if outcome and outcome.status == "failed":
                del self.results[key]

    def missing(self, model: str = "", *, face_id: str = "", outside_range: bool = False) -> tuple[FaceRequest, ...]:
        """The faces that are on, or the one that is named, without an outcome yet: as they are asked for, or with
        another model."""
        keys = [
            (face, self.key_of(face, model, outside_range=outside_range))
            for face in self.edits.faces
            if (face.id == face_id if face_id else face.is_on)
        ]
        return tuple(
            FaceRequest(id=face.id, face=face.face, model=key.model, outside_range=key.outside_range)
            for face, key in keys
            if key not in self.results
        )

    def restored_faces(self, model: str = "") -> list[tuple[FaceEdit, Path]]:
        """The faces that are on and restored, as asked for or with another model, with the file of each."""
        found: list[tuple[FaceEdit, Path]] = []
        for face in self.edits.faces:
            outcome = self.outcome(face, model)
            if face.is_on and outcome and outcome.file:
                found.append((face, outcome.file))
        return found

    def placed(self, model: str = "") -> tuple[PlacedFace, ...]:
        """The same as an export takes them."""
        found = self.restored_faces(model)
        return tuple(PlacedFace(file=file, strength=face.strength, box=face.face.box) for face, file in found)

    @property
    def export_scale(self) -> AutoScale:
        """How many times the photo is enlarged when it is exported, and why where that is left to the program."""
        if self.edits.scale != AUTO_SCALE or self.picture is None:
            return AutoScale(self.edits.scale or 1, NOTHING)
        outcomes = ((face, self.outcome(face)) for face in self.edits.faces if face.is_on)
        shown = [FaceScale(face.side_px, outcome.scale) for face, outcome in outcomes if outcome and outcome.file]
        return automatic_scale(self.picture.width, self.picture.height, shown)

    @property
    def is_restored(self) -> bool:
        """Whether any face that is on shows a restoration."""
        return bool(self.results) and bool(self.restored_faces())

    @property
    def was_tried(self) -> bool:
        """Whether it is known of any face that is on what becomes of it: a restoration, or why there is none."""
        return bool(self.results) and any(face.is_on and self.outcome(face) for face in self.edits.faces)


class Session:
    """The photos in the order they were added, and which one is looked at."""

    def __init__(self) -> None:
        self._photos: dict[str, PhotoItem] = {}
        self._paths: set[Path] = set()
        self._numbers = itertools.count(1)
        self.current_id: str | None = None
        self.selected_face_id: str | None = None
        self.selected_ids: tuple[str, ...] = ()  # photos that are selected, the current one among them

    def __iter__(self) -> Iterator[PhotoItem]:
        return iter(self._photos.values())

    def __len__(self) -> int:
        return len(self._photos)

    @property
    def current(self) -> PhotoItem | None:
        """The photo that is looked at."""
        return self._photos.get(self.current_id) if self.current_id else None

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """The photos that are selected, or all where no more than one is: what is done with many is done with these."""
        return self.selected_ids if len(self.selected_ids) > 1 else tuple(self._photos)

    @property
    def selected_face(self) -> FaceEdit | None:
        """The face of the current photo that is selected."""
        photo = self.current
        return photo.edits.face(self.selected_face_id) if photo and self.selected_face_id else None

    @property
    def face_looked_at(self) -> FaceEdit | None:
        """The selected face of the current photo, or the first restored one, or the first."""
        faces = self.current.edits.faces if self.current else ()
        restored = (face for face in faces if self.current and (found := self.current.outcome(face)) and found.file)
        return self.selected_face or next(restored, None) or next(iter(faces), None)

    def get(self, photo_id: str) -> PhotoItem | None:
        """The photo of that id."""
        return self._photos.get(photo_id)

    def add(self, path: Path) -> PhotoItem | None:
        """A new photo, or None if that file is in the session already."""
        if path in self._paths:
            return None
        self._paths.add(path)
        photo = PhotoItem(id=f"p{next(self._numbers)}", path=path)
        self._photos[photo.id] = photo
        return photo

    def move(self, photo: PhotoItem, path: Path) -> bool:
        """The file of a photo is at another place now; False where another photo of the session is there."""
        if path in self._paths - {photo.path}:
            return False
        self._paths.discard(photo.path)
        self._paths.add(path)
        photo.path = path
        return True

    def remove(self, photo_id: str) -> None:
        """Leave a photo, if it is there; where it was the current one, its neighbour becomes that."""
        if photo_id not in self._photos:
            return
        ids = list(self._photos)
        index = ids.index(photo_id)
        self._paths.discard(self._photos.pop(photo_id).path)
        self.selected_ids = tuple(one for one in self.selected_ids if one != photo_id)
        if self.current_id == photo_id:
            ids.pop(index)
            self.current_id = ids[min(index, len(ids) - 1)] if ids else None
            self.selected_face_id = None


def found_faces(opened: OpenedPhoto, *, model: str, strength: float) -> tuple[FaceEdit, ...]:
    """The faces of a photo as it was opened, with the user's usual model and strength."""
    return tuple(
        FaceEdit(id=f"f{number}", face=face, side_px=side, model=model, strength=strength)
        for number, (face, side) in enumerate(zip(opened.faces, opened.sides_px, strict=True), start=1)
    )


def hand_drawn_face(
    edits: PhotoEdits, box: Box, *, side_px: float, model: str, strength: float, known_ids: set[str]
) -> FaceEdit:
    """A face that the user outlined, with an id that no face of the photo ever had."""
    taken = known_ids | {face.id for face in edits.faces}
    new_id = next(name for name in (f"h{number}" for number in itertools.count(1)) if name not in taken)
    face = Face(box=box, points=None, score=1.0, source="hand")
    return FaceEdit(id=new_id, face=face, side_px=side_px, model=model, strength=strength)
