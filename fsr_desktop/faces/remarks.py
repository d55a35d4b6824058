"""What must be known of a face beside the look that restored it."""

from __future__ import annotations

from engine.messages import NOTHING
from engine.quality.words import unchecked_words
from fsr_desktop.language.messages import shown
from fsr_desktop.session.photos import FaceEdit, PhotoItem


def remarks(photo: PhotoItem, face: FaceEdit) -> tuple[str, ...]:
    """That nobody but the user says that it is a face; that it was restored without the 3D face that its look is called
    after, and why."""
    outcome = photo.outcome(face) if face.is_on else None
    said = (unchecked_words(face.face), outcome.prior_refusal if outcome else NOTHING)
    return tuple(shown(words) for words in said if words)
