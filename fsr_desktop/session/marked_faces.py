"""Faces that another program has marked in a photo of the session."""

from __future__ import annotations

from engine.detection.marked import marked_without_face
from engine.types import NamedBox
from fsr_desktop.session.photos import PhotoItem


def marked_faces(photo: PhotoItem) -> tuple[NamedBox, ...]:
    """Those of an open photo where neither a face was found nor the user has drawn one."""
    if photo.opened is None or not photo.opened.regions:
        return ()
    return marked_without_face(photo.opened.regions, [face.face for face in photo.edits.faces])
