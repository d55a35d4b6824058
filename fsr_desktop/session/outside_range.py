"""Faces that were left as they are because no model is meant for them."""

from __future__ import annotations

from dataclasses import replace

from fsr_desktop.session.photos import FaceEdit, PhotoEdits, PhotoItem


def is_left_for_its_size(photo: PhotoItem, face: FaceEdit) -> bool:
    """Whether a face was left as it is and may be restored all the same, marked as outside its model's range."""
    outcome = photo.outcome(face)
    return bool(face.is_on and outcome and outcome.status == "skipped" and not face.outside_range)


def edits_outside_range(photo: PhotoItem, *, face_id: str = "") -> PhotoEdits:
    """The photo's edits with those faces, or the one that is named, to be restored all the same: by the model that was
    asked for, or by the one that comes nearest."""
    return replace(
        photo.edits,
        faces=tuple(_outside(photo, face) if face_id in ("", face.id) else face for face in photo.edits.faces),
    )


def _outside(photo: PhotoItem, face: FaceEdit) -> FaceEdit:
    return replace(face, outside_range=True) if is_left_for_its_size(photo, face) else face
