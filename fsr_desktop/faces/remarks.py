"""What must be known of a face beside the look that restored it."""

from __future__ import annotations

from fsr_desktop.language.messages import shown
from fsr_desktop.session.photos import FaceEdit, PhotoItem


def remarks(photo: PhotoItem, face: FaceEdit) -> tuple[str, ...]:
    """That it was restored without the 3D face that its look is called after, and why."""
    outcome = photo.outcome(face) if face.is_on else None
    return (shown(outcome.prior_refusal),) if outcome and outcome.prior_refusal else ()
