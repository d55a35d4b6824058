"""A session in a file: which photos are open, and what the user chose for each. No pixels and no results."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError
from engine.files import PRIVATE, atomic_file, limited_text, make_own_folder, refused
from engine.messages import message
from engine.pipeline.auto_scale import AUTO_SCALE, SCALES
from engine.types import Box, Face
from fsr_desktop.session.photos import FaceEdit, PhotoEdits, Session
from fsr_desktop.session.saved_values import SavedObject

FORMAT = "fsr-desktop session"
VERSION = 1
MOST_BYTES = 32 << 20  # ten thousand photos with a few faces each
HINT = message("Open the photos again; they are as they were.")


@dataclass(frozen=True, kw_only=True, eq=False)
class SavedPhoto:
    """A photo of a session. `edits` is None where its faces were not looked for yet; `is_restored`: or refused, with a
    reason that is to be told again; `exported_mark` of `PhotoItem`."""

    path: Path
    edits: PhotoEdits | None
    is_restored: bool = False
    exported_mark: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class SavedSession:
    """The photos in their order; `current` is the one that was looked at."""

    photos: tuple[SavedPhoto, ...]
    current: Path | None = None


def snapshot(session: Session) -> SavedSession:
    """The session as it is now; later changes leave it alone, so that another thread may write it."""
    photos = tuple(
        SavedPhoto(
            path=photo.path,
            edits=photo.edits if photo.state == "ready" or photo.edits.faces else None,
            is_restored=photo.was_tried,
            exported_mark=photo.exported_mark,
        )
        for photo in session
    )
    return SavedSession(photos=photos, current=session.current.path if session.current else None)


def write_saved(saved: SavedSession, path: Path) -> None:
    """Keep a session that `snapshot` gave. Raises: DataError if the file cannot be written."""
    try:
        make_own_folder(path.parent)
        with atomic_file(path, keeping=PRIVATE) as beside, beside.open("w", encoding="utf-8") as stream:
            stream.writelines(_lines(saved))
    except OSError as error:
        raise DataError(refused(path, error, doing="write"), hint="Make room on the disk.") from error


def read_session(path: Path) -> SavedSession:
    """The session in a file; photos that are gone are in it all the same.

    Raises: DataError if the file is missing, no session, damaged, or of a newer program.
    """
    try:
        content = json.loads(limited_text(path, MOST_BYTES))
    except OSError as error:
        raise DataError(refused(path, error), hint=HINT) from error
    except (ValueError, RecursionError) as error:
        raise DataError("{name} is damaged.", hint=HINT, name=path.name) from error
    try:
        return _session(SavedObject(content))
    except ValueError as error:
        raise DataError(
            "{name} is no session that can be brought back: {error}.", hint=HINT, name=path.name, error=str(error)
        ) from error


def _lines(saved: SavedSession) -> Iterator[str]:
    """The file's text; a photo a line, so that writing a thousand never holds the window's thread up for long."""
    current = None if saved.current is None else str(saved.current)
    head = json.dumps({"format": FORMAT, "version": VERSION, "current": current})
    yield f'{head[:-1]}, "photos": ['
    for number, photo in enumerate(saved.photos):
        yield ("," if number else "") + "\n" + json.dumps(_photo_values(photo), ensure_ascii=True)
    yield "\n]}\n"


def _photo_values(photo: SavedPhoto) -> dict[str, object]:
    edits = photo.edits
    kept: dict[str, object] = {
        "path": str(photo.path),
        "is_restored": photo.is_restored,
        "exported_mark": photo.exported_mark or None,
        "edits": None,
    }
    if edits is None:
        return kept
    options = {"scale": edits.scale, "match_grain": edits.match_grain, "include_large": edits.include_large}
    return {**kept, "edits": {**options, "faces": [_face_values(face) for face in edits.faces]}}


def _face_values(edit: FaceEdit) -> dict[str, object]:
    face, box = edit.face, edit.face.box
    return {
        "id": edit.id,
        "box": [float(box.left), float(box.top), float(box.width), float(box.height)],
        "points": None if face.points is None else face.points.tolist(),
        "landmarks": None if face.landmarks is None else face.landmarks.tolist(),
        "score": float(face.score),
        "source": face.source,
        "side_px": float(edit.side_px),
        "is_on": edit.is_on,
        "model": edit.model,
        "strength": float(edit.strength),
        "outside_range": edit.outside_range,
    }


def _session(values: SavedObject) -> SavedSession:
    """Raises: ValueError saying what was expected."""
    if values.text("format") != FORMAT:
        raise ValueError("it is another kind of file")
    if values.whole("version", low=1, high=10**6) > VERSION:
        raise ValueError("a newer version of the program wrote it")
    current = values.text_or_none("current")
    photos = tuple(_photo(entry) for entry in values.objects("photos"))
    return SavedSession(photos=photos, current=Path(current) if current else None)


def _photo(values: SavedObject) -> SavedPhoto:
    path = Path(values.text("path"))
    if not path.is_absolute():
        raise ValueError(f"the path {path} is not absolute")
    edits = values.object_or_none("edits")
    return SavedPhoto(
        path=path,
        edits=None if edits is None else _edits(edits),
        is_restored=values.yes_no("is_restored"),
        exported_mark=(values.text_or_none("exported_mark") or "") if values.has("exported_mark") else "",
    )


def _edits(values: SavedObject) -> PhotoEdits:
    scale = values.whole("scale", low=0, high=4)
    if scale not in (AUTO_SCALE, *SCALES):
        raise ValueError("the scale is not 0 (automatic), 1, 2 or 4")
    faces = tuple(_face(entry) for entry in values.objects("faces"))
    if len({face.id for face in faces}) < len(faces):
        raise ValueError("two faces have the same name")
    return PhotoEdits(
        faces=faces, scale=scale, match_grain=values.yes_no("match_grain"), include_large=values.yes_no("include_large")
    )


def _face(values: SavedObject) -> FaceEdit:
    left, top, width, height = (float(number) for number in values.numbers("box", (4,)))
    if width <= 0 or height <= 0:
        raise ValueError("a face has no area")
    face = Face(
        box=Box(left, top, width, height),
        points=_points(values, "points", 5),
        score=values.number("score", low=0, high=1),
        source=values.text("source"),
        landmarks=_points(values, "landmarks", 68),
    )
    return FaceEdit(
        id=values.text("id"),
        face=face,
        side_px=values.number("side_px", low=0, high=1e6),
        is_on=values.yes_no("is_on"),
        model=values.text("model"),
        strength=values.number("strength", low=0, high=1),
        outside_range=values.has("outside_range") and values.yes_no("outside_range"),
    )


def _points(values: SavedObject, name: str, count: int) -> NDArray[np.float32] | None:
    return None if values.is_none(name) else values.numbers(name, (count, 2)).astype(np.float32)
