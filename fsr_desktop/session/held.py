"""What a face of a photo holds, as far as the engine has measured it."""

from __future__ import annotations

from engine.types import FaceQuality
from fsr_desktop.session.photos import FaceEdit, PhotoItem


def measured(photo: PhotoItem, face: FaceEdit) -> FaceQuality | None:
    """What was measured when the photo was opened, or, of a face that was outlined, when it was to be restored."""
    opened = photo.opened
    if opened:
        pairs = list(zip(opened.faces, opened.qualities, strict=False))
        for found, quality in pairs:  # of hundreds of faces, each asks: comparing boxes takes ten times as long
            if found is face.face:
                return quality
        for found, quality in pairs:
            if found.source == face.face.source and found.box == face.face.box:
                return quality
    outcomes = (outcome for key, outcome in photo.results.items() if key.face_id == face.id)
    return next((outcome.quality for outcome in outcomes if outcome.quality), None)


def held(photo: PhotoItem, face: FaceEdit) -> FaceQuality:
    """The same; all that it shows, where nothing was measured."""
    return measured(photo, face) or FaceQuality(width_px=face.side_px, detail_px=face.side_px)
