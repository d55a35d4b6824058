"""Faces of a size that no model is meant for, and the model that comes nearest to them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from engine.models.registry import InstalledModel
from fsr_desktop.session.photos import AUTO, FaceEdit, PhotoEdits, PhotoItem


def is_left_for_its_size(photo: PhotoItem, face: FaceEdit) -> bool:
    """Whether a face was left as it is and may be restored all the same, marked as outside its model's range."""
    outcome = photo.outcome(face)
    return bool(face.is_on and outcome and outcome.status == "skipped" and not face.outside_range)


def edits_outside_range(photo: PhotoItem, models: Sequence[InstalledModel], *, face_id: str = "") -> PhotoEdits:
    """The photo's edits with those faces, or the one that is named, to be restored all the same: by the model that was
    asked for, or by the shipped one that comes nearest. The same edits if there is none."""
    return replace(
        photo.edits,
        faces=tuple(_outside(photo, face, models) if face_id in ("", face.id) else face for face in photo.edits.faces),
    )


def _outside(photo: PhotoItem, face: FaceEdit, models: Sequence[InstalledModel]) -> FaceEdit:
    if not is_left_for_its_size(photo, face):
        return face
    model = face.model if face.model != AUTO else _nearest(face.side_px, models)
    return replace(face, model=model, outside_range=True) if model else face


def _nearest(side_px: float, models: Sequence[InstalledModel]) -> str:
    shipped = [model for model in models if model.source == "shipped"]
    nearest = min(shipped, key=lambda model: (_distance(side_px, model), model.card.id), default=None)
    return nearest.card.id if nearest else ""


def _distance(side_px: float, model: InstalledModel) -> float:
    """How far a size is from a model's range, as a ratio: 0 within it."""
    low, high = model.card.useful_range
    return max(0.0, math.log(low / max(1.0, side_px)), math.log(max(1.0, side_px) / high))
