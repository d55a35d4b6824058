"""What became of a face, and of the faces of a photo, in words. Qt widgets show it; nothing is drawn here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from engine.messages import joined
from engine.process.events import Failed
from fsr_desktop.language.messages import shown
from fsr_desktop.language.numbers import decimal
from fsr_desktop.session.photos import FaceEdit, OutcomeKey, PhotoItem
from fsr_desktop.session.task import TaskState

translate = QCoreApplication.translate
UnderWay = Mapping[OutcomeKey, TaskState]


@dataclass(frozen=True)
class StatusWords:
    """An icon's name (or "") and a line of text; `hint` is what a user can do, or more to know."""

    icon: str
    text: str
    hint: str = ""


def failure_words(failure: Failed) -> str:
    """Why a job failed and what to do, in one line."""
    return shown(joined(failure.message, failure.hint))


def not_opened(photo: PhotoItem) -> StatusWords:
    """Why a photo is not open, and what to do."""
    if photo.failure is None:
        text = translate("Workspace", "Opening was cancelled.")
        return StatusWords("error", text, translate("Workspace", "Restore, or open it again, to go on."))
    return StatusWords("error", shown(photo.failure.message), shown(photo.failure.hint))


def face_status(photo: PhotoItem, face: FaceEdit, jobs: UnderWay) -> StatusWords:
    """What became of a face as it is asked for now."""
    if not face.is_on:
        return StatusWords("eye-off", translate("FaceStatus", "left as it is"))
    outcome = photo.outcome(face)
    if outcome is None:
        state = jobs.get(photo.key_of(face))
        if state == "running":
            return StatusWords("restore", translate("FaceStatus", "restoring…"))
        if state == "cancelling":
            return StatusWords("cancel", translate("FaceStatus", "stopping…"))
        return StatusWords(
            "", translate("FaceStatus", "waiting") if state else translate("FaceStatus", "not restored yet")
        )
    if outcome.status == "restored":
        text = translate("FaceStatus", "restored with {model}").format(model=outcome.model or "?")
        took = translate("FaceStatus", "It took {seconds} s on {provider}.")
        hint = took.format(seconds=decimal(outcome.seconds, 1), provider=outcome.provider) if outcome.provider else ""
        return StatusWords("check", text, hint)
    if outcome.status == "skipped":
        return StatusWords("info", translate("FaceStatus", "skipped: {reason}").format(reason=shown(outcome.reason)))
    return StatusWords("error", translate("FaceStatus", "failed: {reason}").format(reason=shown(outcome.reason)))


def photo_status(photo: PhotoItem, *, is_restoring: bool) -> StatusWords:
    """How far a photo is, in a few words."""
    if photo.state == "failed":
        return not_opened(photo)
    if photo.state == "waiting":
        return StatusWords("", translate("FaceStatus", "waiting"))
    if photo.state == "opening":
        return StatusWords("", translate("FaceStatus", "finding faces…"))
    return _ready_status(photo, is_restoring=is_restoring)


def _ready_status(photo: PhotoItem, *, is_restoring: bool) -> StatusWords:
    on = [face for face in photo.edits.faces if face.is_on]
    outcomes = [outcome for face in on if (outcome := photo.outcome(face))]
    restored = sum(outcome.status == "restored" for outcome in outcomes)
    if is_restoring:
        text = translate("FaceStatus", "restoring… {done} of {count}").format(done=len(outcomes), count=len(on))
        return StatusWords("restore", text)
    if not photo.edits.faces:
        return StatusWords("info", translate("FaceStatus", "no face found"))
    if not outcomes:
        return StatusWords("", _count_words(photo))
    icon = "check" if restored == len(on) else ""
    if any(outcome.status == "failed" for outcome in outcomes):
        icon = "error"
    elif any(outcome.status == "skipped" for outcome in outcomes):
        icon = "warning"
    reasons = "\n".join(dict.fromkeys(shown(outcome.reason) for outcome in outcomes if outcome.reason))
    return StatusWords(
        icon, translate("FaceStatus", "{done} of {count} restored").format(done=restored, count=len(on)), reasons
    )


def _count_words(photo: PhotoItem) -> str:
    count, on = len(photo.edits.faces), sum(face.is_on for face in photo.edits.faces)
    if on < count:
        return translate("FaceStatus", "{on} of {count} faces switched on").format(on=on, count=count)
    return (
        translate("FaceStatus", "1 face")
        if count == 1
        else translate("FaceStatus", "{count} faces").format(count=count)
    )
