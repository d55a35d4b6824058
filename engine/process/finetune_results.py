"""What the jobs of fine-tuning give, and tell on the way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.standing import Standing
from engine.messages import NOTHING, Message
from engine.models.base import Score
from engine.types import FaceFault


@dataclass(frozen=True, kw_only=True)
class FinetuneFaces:
    """Faces that could be used: `pictures` `(N, 96, 96, 3)` RGB uint8 with the name, the photo, whether it is held out,
    and the fault of each ("" for none), for which it is better left out.

    `unseen_faults` are names of more such faces that have no picture here; `fewest_training` and `fewest_held_out` must
    be left. `refusal` says why it cannot be done, or is empty.
    """

    pictures: NDArray[np.uint8]
    names: tuple[str, ...]
    photos: tuple[str, ...]
    held_out: tuple[bool, ...]
    faults: tuple[FaceFault, ...]
    too_small: int
    unseen_faults: tuple[str, ...] = ()
    fewest_training: int = 0
    fewest_held_out: int = 0
    refusal: Message = NOTHING


@dataclass(frozen=True, kw_only=True)
class FinetuneMoment:
    """One moment of fine-tuning; as `engine.training.finetune_types.FinetuneEvent`."""

    stage: str
    step: int = 0
    steps: int = 0
    loss: float | None = None
    eta_s: float = 0.0
    standing: Standing | None = None
    base_standing: Standing | None = None
    gain: float = 0.0
    preview: NDArray[np.uint8] | None = None  # (h, 4h, 3): input, parent, now, truth


@dataclass(frozen=True, kw_only=True)
class Finetuned:
    """What came of it: the new model's id, or None; `reason` says which and why.

    `given`, `base`, `taught`: where the photos themselves, the model it began with and what was learnt stand on the
    held-out faces; the last one also where it was not kept.
    """

    model: str | None
    improved: bool
    reason: Message
    base_scores: tuple[Score, ...]
    scores: tuple[Score, ...]
    given: Standing
    base: Standing
    taught: Standing
    preview: NDArray[np.uint8]
    training_faces: int
    held_out_faces: int
    steps: int
    seconds: float
