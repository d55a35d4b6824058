"""Which look gives what is studied: the one that the face is restored with, or another that was chosen for it here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fsr_desktop.session.photo_jobs import under_way

if TYPE_CHECKING:
    from engine.process.events import Failed
    from engine.process.protocol import FaceOutcome
    from fsr_desktop.session.photos import FaceEdit, OutcomeKey, PhotoItem
    from fsr_desktop.session.workspace import Workspace


@dataclass(frozen=True)
class _Choice:
    """`own` is what the face was restored with when it was made: it ends where that is changed elsewhere."""

    photo_id: str
    face_id: str
    own: tuple[str, bool]
    model: str


class ChosenLook:
    """The choice for the face that is looked at, and what became of it. The photo itself is never changed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._choice: _Choice | None = None
        self._outside: set[tuple[str, str, str]] = set()  # photo, face and model that are run all the same

    @property
    def model(self) -> str:
        """The model that was chosen here; "" where the face is studied as it is restored."""
        looked_at, chosen = self._looked_at(), self._choice
        if looked_at is None or chosen is None:
            return ""
        photo, face = looked_at
        is_of_it = (chosen.photo_id, chosen.face_id, chosen.own) == (photo.id, face.id, _own(face))
        return chosen.model if is_of_it else ""

    @property
    def is_other(self) -> bool:
        """Whether what is studied may be another result than the one that the photo shows."""
        looked_at = self._looked_at()
        return looked_at is not None and self._key(*looked_at) != looked_at[0].key_of(looked_at[1])

    @property
    def outcome(self) -> FaceOutcome | None:
        """What became of it; None if it was not run yet."""
        looked_at = self._looked_at()
        return looked_at[0].results.get(self._key(*looked_at)) if looked_at else None

    @property
    def failure(self) -> Failed | None:
        """Why the job that was to give it ended without it, if it did."""
        looked_at = self._looked_at()
        return looked_at[0].failures.get(self._key(*looked_at)) if looked_at else None

    @property
    def is_under_way(self) -> bool:
        """Whether a job will give it, or is at it."""
        looked_at = self._looked_at()
        return looked_at is not None and self._key(*looked_at) in under_way(self._workspace.bridge, looked_at[0])

    @property
    def is_refused(self) -> bool:
        """Whether the look refused the face, and may run all the same."""
        looked_at, outcome = self._looked_at(), self.outcome
        is_skipped = outcome is not None and outcome.status == "skipped"
        return bool(looked_at and is_skipped and not self._key(*looked_at).outside_range)

    @property
    def is_outside_range(self) -> bool:
        """Whether the look is not meant for the face that it gave."""
        outcome = self.outcome
        return outcome is not None and outcome.outside_range

    def choose(self, model: str) -> None:
        """Study the face with this model, until it is restored with another one; it is run if it was not yet."""
        looked_at = self._looked_at()
        if looked_at:
            photo, face = looked_at
            self._choice = _Choice(photo.id, face.id, _own(face), model)
            self._run(photo, face)

    def run_all_the_same(self) -> None:
        """Run the look that refused the face; its result is marked."""
        looked_at = self._looked_at()
        if looked_at:
            photo, face = looked_at
            self._outside.add((photo.id, face.id, self.model or face.model))
            self._run(photo, face)

    def _run(self, photo: PhotoItem, face: FaceEdit) -> None:
        key = self._key(photo, face)
        if key not in photo.results:
            self._workspace.restore_with((key.model,), face_id=face.id, outside_range=key.outside_range)

    def _looked_at(self) -> tuple[PhotoItem, FaceEdit] | None:
        session = self._workspace.session
        photo, face = session.current, session.face_looked_at
        return (photo, face) if photo and face else None

    def _key(self, photo: PhotoItem, face: FaceEdit) -> OutcomeKey:
        model = self.model
        is_outside = (photo.id, face.id, model or face.model) in self._outside
        return photo.key_of(face, model, outside_range=is_outside)


def _own(face: FaceEdit) -> tuple[str, bool]:
    return face.model, face.outside_range
