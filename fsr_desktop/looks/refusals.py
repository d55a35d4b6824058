"""Why a look does not take a face: the number that was measured, and the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fsr_desktop.language.messages import shown
from fsr_desktop.looks.choices import LookChoice

if TYPE_CHECKING:
    from engine.process.protocol import FaceOutcome
    from engine.types import FaceQuality

translate = QCoreApplication.translate


def refusal(choice: LookChoice, quality: FaceQuality, outcome: FaceOutcome) -> str:
    """In the look's plain name where it is a question of detail; else as the engine says it."""
    if choice.model is None:
        return shown(outcome.reason)
    low, high = choice.model.card.useful_range
    side, look = round(quality.detail_px), choice.title
    if side < low:
        words = translate(
            "Looks",
            "This face holds about {side} px of real detail. {look} needs {limit} px or more; below that it has too "
            "little to hold on to.",
        )
        return words.format(side=side, look=look, limit=low)
    if side > high:
        words = translate(
            "Looks",
            "This face holds about {side} px of real detail. {look} is made for {limit} px or less; of a face that "
            "holds more it loses some.",
        )
        return words.format(side=side, look=look, limit=high)
    return shown(outcome.reason)
