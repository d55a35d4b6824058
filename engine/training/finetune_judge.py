"""Whether a taught model is better than the one it was made from, by all that the model is for.

Three errors count alike: the root mean squared error of Y (which PSNR tells), the perceptual distance, and the
landmarks' error. Their ratios to the parent's are multiplied, so that no unit and no weight is needed. By one of them
alone a model would be led astray: the least squared error is that of a blurred face.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.standing import Standing
from engine.messages import Message, message, template
from engine.training.finetune_measures import Measured

LEAST_GAIN = 0.0025  # of the errors; 0.02 dB: nobody sees less
MOST_GROWTH = {"psnr_db": 0.02, "perceptual": 0.02, "landmarks": 0.05}  # of each error over the parent's; 0.02: 0.17 dB
UNSURE = {"psnr_db": 0.005, "perceptual": 0.005, "landmarks": 0.02}  # of each error: as good as equal
MOST_BLUR = 0.1  # of the parent's sharpness, as far as the truth has it
# Added to an error: so that equal pictures have a ratio; and what the finder of landmarks is itself off by (median of
# 110 portraits, per cent of the inter-ocular distance), without which its noise would outweigh the other two.
FLOORS = {"perceptual": 0.001, "landmarks": 3.6}

_BETTER = template("The three errors of the {count} held-out faces shrank by {gain:.1f} %, give or take {error:.1f} %.")
_BY_CHANCE = template(
    "The three errors of the {count} held-out faces shrank by {gain:.1f} %, give or take {error:.1f} %: no better than "
    "by chance."
)
_BLURRED = template("It lost sharpness: {now:.2f} of the truth's, {before:.2f} before.")
_FARTHER = template("It looks less like the truth: perceptual distance {now:.4f}, {before:.4f} before.")
_MOVED = template("It moved the features: landmarks are off by {now:.2f} %, {before:.2f} % before.")
_LESS_EXACT = template("It is less exact: PSNR {now:.2f} dB, {before:.2f} dB before.")
_BEHIND = template("It fell behind the photos as they were given.")


@dataclass(frozen=True)
class Verdict:
    """Whether it is better, by how much the three errors shrank (0.01: by 1 %), and that in words."""

    is_better: bool
    gain: float
    reason: Message


def judged(now: Measured, parent: Measured, given: Measured) -> Verdict:
    """Better by more than chance, and nothing lost. `given` are the inputs themselves."""
    gains = smaller(now, parent)
    mean = float(gains.mean())
    error = 2 * float(gains.std(ddof=1) / np.sqrt(len(gains))) if len(gains) > 1 else math.inf
    faults = lost(now, parent, given)
    if faults:
        return Verdict(False, mean, faults[0])
    is_better = mean > max(error, LEAST_GAIN)
    text = _BETTER if is_better else _BY_CHANCE
    return Verdict(is_better, mean, message(text, gain=100 * mean, count=len(gains), error=100 * error))


def smaller(now: Measured, before: Measured) -> NDArray[np.float64]:
    """By how much the errors of each face `(N,)` are smaller than before, in shares of them; negative: larger."""
    ratios = np.log(_errors(before)) - np.log(_errors(now))  # (3, S, N)
    known = np.isfinite(ratios)
    return 1 - np.exp(-np.where(known, ratios, 0).sum(axis=(0, 1)) / known.sum(axis=(0, 1)))


def lost(now: Measured, parent: Measured, given: Measured) -> tuple[Message, ...]:
    """What a model has lost of what its parent had, the worst for the eye first; none if it may be kept."""
    after, before, photo = (_known(values.standing) for values in (now, parent, given))
    faults: list[Message] = []
    if _is_blurred(after["sharpness"], before["sharpness"]):
        faults.append(message(_BLURRED, now=after["sharpness"], before=before["sharpness"]))
    grown = [name for name in MOST_GROWTH if name in after and _is_lost(name, after, before, photo)]
    if "perceptual" in grown:
        faults.append(message(_FARTHER, now=after["perceptual"], before=before["perceptual"]))
    if "landmarks" in grown:
        faults.append(message(_MOVED, now=after["landmarks"], before=before["landmarks"]))
    if "psnr_db" in grown:
        faults.append(message(_LESS_EXACT, now=after["psnr_db"], before=before["psnr_db"]))
    if float(smaller(now, given).mean()) < 0:
        faults.append(message(_BEHIND))
    return tuple(faults)


def _known(standing: Standing) -> dict[str, float]:
    """The numbers that could be measured, by name."""
    return {name: value for name, value in vars(standing).items() if value is not None}


def _is_blurred(now: float, parent: float) -> bool:
    return min(now, 1.0) < (1 - MOST_BLUR) * min(parent, 1.0)


def _is_lost(name: str, now: Mapping[str, float], parent: Mapping[str, float], given: Mapping[str, float]) -> bool:
    """Whether an error has grown too much, or beyond that of the photo itself where the parent's was below it."""
    error, before, photo = (_error(name, values[name]) for values in (now, parent, given))
    return error > min(before * (1 + MOST_GROWTH[name]), max(before, photo) * (1 + UNSURE[name]))


def _error(name: str, value: float) -> float:
    return 10 ** (-value / 20) if name == "psnr_db" else value + FLOORS[name]


def _errors(values: Measured) -> NDArray[np.float64]:
    """The three errors `(3, S, N)`."""
    rmse = 10 ** (-values.psnr / 20)
    return np.stack([rmse, values.perceptual + FLOORS["perceptual"], values.landmarks + FLOORS["landmarks"]])
