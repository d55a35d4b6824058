"""Which model restores a face, and why; or why none does."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from engine.messages import Message, message
from engine.models.registry import InstalledModel

AUTO = "auto"


@dataclass(frozen=True)
class Choice:
    """A model, or None; `reason` says why, in words for the user."""

    model: InstalledModel | None
    reason: Message


def choose_automatically(face_side: float, models: Sequence[InstalledModel]) -> Choice:
    """The shipped model meant for a face of `face_side` px that gained most PSNR over bicubic near that size.

    Models that the user imported are taken only by name, since their licences differ.
    """
    shipped = [model for model in models if model.source == "shipped"]
    suited = [model for model in shipped if _fits(model, face_side)]
    if suited:
        best = max(suited, key=lambda model: (_measured_gain(model, face_side), model.card.id))
        low, high = best.card.useful_range
        return Choice(
            best,
            message(
                "{model} is meant for faces of {low} to {high} px; this one is {side:.0f} px.",
                model=best.card.id,
                low=low,
                high=high,
                side=face_side,
            ),
        )
    if not shipped:
        return Choice(None, message("No model is installed."))
    largest = max(model.card.useful_range[1] for model in shipped)
    if face_side > largest:
        return Choice(None, _too_large(face_side, largest, message("any installed model")))
    smallest = min(model.card.useful_range[0] for model in shipped)
    return Choice(None, _too_small(face_side, smallest, message("any installed model")))


def check_size(
    face_side: float, model: InstalledModel, *, include_large: bool = False, outside_range: bool = False
) -> Choice:
    """The model that the user named, or None with the reason if the face does not suit it.

    `include_large` lets larger faces through, `outside_range` smaller ones as well.
    """
    low, high = model.card.useful_range
    if face_side < low and not outside_range:
        return Choice(None, _too_small(face_side, low, model.card.id))
    if face_side > high and not (include_large or outside_range):
        return Choice(None, _too_large(face_side, high, model.card.id))
    return Choice(model, message("{model} was asked for.", model=model.card.id))


def is_outside_range(face_side: float, model: InstalledModel) -> bool:
    """Whether a face is smaller or larger than the model is meant for."""
    return not _fits(model, face_side)


def _fits(model: InstalledModel, face_side: float) -> bool:
    low, high = model.card.useful_range
    return low <= face_side <= high


def _measured_gain(model: InstalledModel, face_side: float) -> float:
    """dB over bicubic on clean faces of the nearest size that the card has scores of; nothing is below all."""
    clean = [score for score in model.card.scores if score.input_px > 0]
    nearest = min(clean, key=lambda score: abs(math.log(score.input_px / face_side)), default=None)
    return -math.inf if nearest is None else nearest.psnr_db - nearest.bicubic_psnr_db


def _too_large(face_side: float, limit: int, what: Message | str) -> Message:
    return message(
        "The face is {side:.0f} px, larger than the {limit} px that {what} can improve; it already shows more than a "
        "restoration would.",
        side=face_side,
        limit=limit,
        what=what,
    )


def _too_small(face_side: float, limit: int, what: Message | str) -> Message:
    return message(
        "The face is {side:.0f} px, smaller than the {limit} px that {what} needs.",
        side=face_side,
        limit=limit,
        what=what,
    )
