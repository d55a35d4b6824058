"""Which model restores a face, and why; or why none does.

What the face really holds decides, not its px: its real detail, and its damage. Of the shipped models that were
measured to help such a face (`ModelCard.damage_scores`) the one is taken that looks nearest to the truth.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from engine.messages import Message, message
from engine.models.base import Damage
from engine.models.registry import InstalledModel
from engine.pipeline.measured_gain import Gain, damage_of, gain_for, most_detail
from engine.types import FaceQuality

AUTO = "auto"
KINDS: dict[Damage, Message] = {
    "clean": message("a clean face"),
    "noise": message("a grainy face"),
    "jpeg": message("a face with JPEG damage"),
    "screen": message("a face printed in dots"),
    "comb": message("a face torn by interlaced video"),
}
LEAST_DETAIL = 10  # px; below it nobody can tell what a face was
LOOKS_PER_DB = 0.08  # of the perceptual distance: what a dB of PSNR is worth, lost or gained
MOST_LOOKS_LOST = 0.03  # of the perceptual distance, for which exactness makes up


@dataclass(frozen=True)
class Choice:
    """A model, or None; `reason` says why, in words for the user. `outside_range`: it is not meant for such a face."""

    model: InstalledModel | None
    reason: Message
    outside_range: bool = False


def choose_automatically(
    quality: FaceQuality,
    models: Sequence[InstalledModel],
    *,
    include_large: bool = False,
    outside_range: bool = False,
) -> Choice:
    """The shipped model that was measured to help such a face most, or None with the reason.

    Models that the user imported are taken only by name, since their licences differ; so are those that are there to be
    studied. Args: include_large: faces that hold more than a restoration has get the model that comes nearest;
    outside_range: every face does.
    """
    shipped = [model for model in models if model.source == "shipped"]
    usual = [model for model in shipped if not model.card.for_study] or shipped
    if not usual:
        return Choice(None, message("No model is installed."))
    damage, detail = damage_of(quality), quality.detail_px
    taken = _best(usual, quality) if detail >= LEAST_DETAIL else None
    if taken is not None:
        return Choice(taken, _taken(taken, detail))
    limit = max(most_detail(model, quality, helps) for model in usual)
    if detail < LEAST_DETAIL:
        refusal = _too_small(detail, LEAST_DETAIL, message("any model"))
    else:
        refusal = _no_more_help(detail, round(limit), damage) if limit else _no_help(detail)
    if outside_range or (include_large and detail > LEAST_DETAIL):
        nearest = min(usual, key=lambda model: (_distance(model, detail), -gain_for(model.card, quality).perceptual))
        return Choice(nearest, _taken(nearest, detail), outside_range=True)
    return Choice(None, refusal)


def check_size(
    quality: FaceQuality, model: InstalledModel, *, include_large: bool = False, outside_range: bool = False
) -> Choice:
    """The model that the user named, or None with the reason if the face does not suit it.

    `include_large` lets faces through that hold more, `outside_range` those that hold less as well.
    """
    low, high = model.card.useful_range
    detail, reason = quality.detail_px, message("{model} was asked for.", model=model.card.id)
    is_measured = detail >= LEAST_DETAIL and helps(gain_for(model.card, quality))
    if low <= round(detail) <= high or is_measured:
        return Choice(model, reason)
    if detail < low and not outside_range:
        return Choice(None, _too_small(detail, low, _called(model)))
    if detail > high and not (include_large or outside_range):
        return Choice(None, _too_large(detail, high, _called(model)))
    return Choice(model, reason, outside_range=True)


def helps(gain: Gain) -> bool:
    """Whether a face looks nearer to the truth by it, without being much farther from it; or is nearer to it, and looks
    about as near."""
    return gain.perceptual > -min(LOOKS_PER_DB * gain.psnr_db, MOST_LOOKS_LOST)


def _best(models: Sequence[InstalledModel], quality: FaceQuality) -> InstalledModel | None:
    """Of the models that help, the one by which a face looks nearest to the truth."""
    gains = [(gain.perceptual, model) for model in models if helps(gain := gain_for(model.card, quality))]
    return max(gains, key=lambda pair: (pair[0], pair[1].card.id), default=(0.0, None))[1]


def _distance(model: InstalledModel, detail: float) -> float:
    """How far a face is from a model's range, as a ratio: 0 within it."""
    low, high = model.card.useful_range
    return max(0.0, math.log(low / max(1.0, detail)), math.log(max(1.0, detail) / high))


def _taken(model: InstalledModel, detail: float) -> Message:
    return message(
        "{model} gained most on faces like this one, which holds about {side:.0f} px of real detail.",
        model=model.card.id,
        side=detail,
    )


def _no_more_help(detail: float, limit: int, damage: Damage) -> Message:
    return message(
        "The face holds about {side:.0f} px of real detail, more than the {limit} px up to which any installed model "
        "was measured to improve {kind}.",
        side=detail,
        limit=limit,
        kind=KINDS[damage],
    )


def _called(model: InstalledModel) -> Message:
    """The model in another message; the window has a plain name for it."""
    return message("{model}", model=model.card.id)


def _too_large(detail: float, limit: int, what: Message) -> Message:
    return message(
        "The face holds about {side:.0f} px of real detail, more than the {limit} px up to which {what} improves one.",
        side=detail,
        limit=limit,
        what=what,
    )


def _too_small(detail: float, limit: int, what: Message) -> Message:
    return message(
        "The face holds only about {side:.0f} px of real detail; {what} needs {limit} px.",
        side=detail,
        limit=limit,
        what=what,
    )


def _no_help(detail: float) -> Message:
    return message("No model is known to improve a face that holds {side:.0f} px of real detail.", side=detail)
