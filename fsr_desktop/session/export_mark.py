"""Whether a photo can be exported, and whether it was, with nothing changed since."""

from __future__ import annotations

import hashlib

from fsr_desktop.session.photos import FaceEdit, PhotoItem


def can_be_exported(photo: PhotoItem) -> bool:
    """Whether an export would differ from the photo: a face is restored, or it is enlarged and no face still waits."""
    return photo.is_restored or (photo.state == "ready" and photo.edits.scale > 1 and not photo.missing())


def export_mark(photo: PhotoItem) -> str:
    """What an export of the photo depends on, in short: the same edits with the same outcomes have the same mark, in
    another run of the program too."""
    edits = photo.edits
    shown = [_face_values(photo, face) for face in edits.faces if face.is_on]
    values = (edits.scale, edits.match_grain, [one for one in shown if one])
    return hashlib.sha1(repr(values).encode(), usedforsecurity=False).hexdigest()


def is_exported(photo: PhotoItem) -> bool:
    """Whether the photo was written as it is now."""
    return bool(photo.exported_mark) and can_be_exported(photo) and photo.exported_mark == export_mark(photo)


def waits_for_export(photo: PhotoItem) -> bool:
    """Whether the photo has something to export that is not written yet."""
    return can_be_exported(photo) and not is_exported(photo)


def _face_values(photo: PhotoItem, face: FaceEdit) -> tuple[object, ...]:
    outcome = photo.outcome(face)
    if outcome is None or outcome.file is None:
        return ()
    box = face.face.box
    place = tuple(round(float(value), 3) for value in (box.left, box.top, box.width, box.height))
    return (*place, outcome.model, round(face.strength, 4))
