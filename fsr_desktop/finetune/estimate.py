"""How long a fine-tuning takes, in the same words before it and while it runs."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

LEAST_S = 60.0  # below it nobody counts minutes


def duration_words(minutes: float) -> str:
    """What a fine-tuning of so many minutes takes: the time it is given, or less."""
    text = QCoreApplication.translate(
        "Estimate", "Takes about {minutes} min, less if the faces that are held out get no better. Other jobs wait."
    )
    return text.format(minutes=round(minutes))


def left_words(seconds: float) -> str:
    """How long it still takes, in whole minutes."""
    if seconds < LEAST_S:
        return QCoreApplication.translate("Estimate", "less than 1 min left")
    text = QCoreApplication.translate("Estimate", "about {minutes} min left")
    return text.format(minutes=math.ceil(seconds / 60))
