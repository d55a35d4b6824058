"""Why something failed, in words. Qt widgets show it; nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from engine.messages import joined
from engine.process.events import Failed
from fsr_desktop.language.messages import shown
from fsr_desktop.session.photos import PhotoItem

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Why:
    """Why something is not there, and what a user can do."""

    text: str
    hint: str


def failure_words(failure: Failed) -> str:
    """Why a job failed and what to do, in one line."""
    return shown(joined(failure.message, failure.hint))


def not_opened(photo: PhotoItem) -> Why:
    """Why a photo is not open, and what to do."""
    if photo.failure is None:
        text = translate("Workspace", "Opening was cancelled.")
        return Why(text, translate("Workspace", "Restore, or open it again, to go on."))
    return Why(shown(photo.failure.message), shown(photo.failure.hint))
