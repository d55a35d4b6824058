"""What has become of a photo or a face: one of a few states, each with its sign and its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from engine.process.events import Failed
from engine.process.protocol import FaceOutcome
from fsr_desktop.language.messages import shown
from fsr_desktop.session.export_mark import is_exported
from fsr_desktop.session.photos import FaceEdit, OutcomeKey, PhotoItem
from fsr_desktop.session.status_words import not_opened
from fsr_desktop.session.task import TaskState

translate = QCoreApplication.translate
UnderWay = Mapping[OutcomeKey, TaskState]

StateName = Literal[
    "not yet", "opening", "restoring", "restored", "partly restored", "left", "failed", "no face", "exported"
]
Tone = Literal["plain", "good", "warn", "bad", "accent"]

SIGNS: dict[StateName, str] = {
    "not yet": "state-not-yet",
    "opening": "state-opening",
    "restoring": "state-running",
    "restored": "state-restored",
    "partly restored": "state-partly",
    "left": "state-left",
    "failed": "state-failed",
    "no face": "state-no-face",
    "exported": "state-exported",
}
_TONES: dict[StateName, Tone] = {
    "restored": "good",
    "partly restored": "good",
    "left": "warn",
    "failed": "bad",
    "exported": "accent",
}


@dataclass(frozen=True)
class ItemState:
    """A state. `detail` says more in a few words; `reason` why something was left or failed, `hint` what to do."""

    name: StateName
    detail: str = ""
    reason: str = ""
    hint: str = ""

    @property
    def sign(self) -> str:
        """The name of its icon, which no other state has."""
        return SIGNS[self.name]

    @property
    def tone(self) -> Tone:
        """In which colour the sign is painted; the words say the same."""
        return _TONES.get(self.name, "plain")

    @property
    def word(self) -> str:
        """The state in the user's language."""
        return words_of(self.name)

    @property
    def needs_user(self) -> bool:
        """Whether something failed, or was left for a reason, so that the user decides what comes next."""
        return bool(self.reason) and self.name != "exported"

    @property
    def text(self) -> str:
        """All that is to be said, a line each."""
        head = f"{self.word}, {self.detail}" if self.detail else self.word
        return "\n".join(line for line in (head, self.reason, self.hint) if line)


def words_of(name: StateName) -> str:
    """A state in the user's language."""
    return {
        "not yet": translate("PhotoState", "not yet"),
        "opening": translate("PhotoState", "opening"),
        "restoring": translate("PhotoState", "restoring"),
        "restored": translate("PhotoState", "restored"),
        "partly restored": translate("PhotoState", "partly restored"),
        "left": translate("PhotoState", "left as it is"),
        "failed": translate("PhotoState", "failed"),
        "no face": translate("PhotoState", "no face"),
        "exported": translate("PhotoState", "exported"),
    }[name]


def face_state(photo: PhotoItem, face: FaceEdit, jobs: UnderWay) -> ItemState:
    """What has become of a face as it is asked for now."""
    if not face.is_on:
        return ItemState("left")
    outcome = photo.outcome(face)
    if outcome is None:
        return _state_without_outcome(photo, face, jobs.get(photo.key_of(face)))
    if outcome.status == "restored":
        return ItemState("restored")
    return ItemState("left" if outcome.status == "skipped" else "failed", reason=shown(outcome.reason))


def _state_without_outcome(photo: PhotoItem, face: FaceEdit, job: TaskState | None) -> ItemState:
    failure = photo.failure_of(face)
    if job is None and failure:
        return ItemState("failed", reason=shown(failure.message), hint=shown(failure.hint))
    return ItemState("restoring" if job in ("running", "cancelling") else "not yet")


def photo_state(photo: PhotoItem, *, is_restoring: bool = False) -> ItemState:
    """What has become of a photo."""
    if photo.was_cancelled:
        return ItemState("not yet", hint=not_opened(photo).text)
    if photo.state == "failed":
        words = not_opened(photo)
        return ItemState("failed", reason=words.text, hint=words.hint)
    if photo.state != "ready":
        return ItemState("opening" if photo.state == "opening" else "not yet")
    on = [face for face in photo.edits.faces if face.is_on]
    outcomes = [outcome for face in on if (outcome := photo.outcome(face))]
    if is_restoring and len(outcomes) < len(on):
        return ItemState("restoring", detail=_so_many(len(outcomes), len(on)))
    failures = [failure for face in on if not photo.outcome(face) and (failure := photo.failure_of(face))]
    return _ready_state(photo, outcomes, failures, count=len(on))


def _ready_state(
    photo: PhotoItem, outcomes: Sequence[FaceOutcome], failures: Sequence[Failed], *, count: int
) -> ItemState:
    restored = sum(outcome.status == "restored" for outcome in outcomes)
    why = [outcome.reason for outcome in outcomes if outcome.status != "restored"]
    reasons = "\n".join(dict.fromkeys(shown(one) for one in (*why, *(failure.message for failure in failures))))
    if is_exported(photo):
        return ItemState("exported", detail=_so_many(restored, count) if count else "", reason=reasons)
    if not photo.edits.faces:
        return ItemState("no face")
    if not count:
        return ItemState("left")
    if restored:
        return ItemState("restored" if restored == count else "partly restored", _so_many(restored, count), reasons)
    if len(outcomes) + len(failures) < count:
        return ItemState("not yet", reason=reasons)
    has_failed = bool(failures) or any(outcome.status == "failed" for outcome in outcomes)
    return ItemState("failed" if has_failed else "left", reason=reasons)


def _so_many(done: int, count: int) -> str:
    return translate("PhotoState", "{done} of {count}").format(done=done, count=count)
