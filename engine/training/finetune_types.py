"""What fine-tuning is asked, what it tells on the way, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.errors import RecipeError
from engine.evaluation.standing import Standing
from engine.messages import Message, message
from engine.models.base import Score
from engine.models.registry import InstalledModel

Layers = Literal["last", "all"]
Stage = Literal["faces", "speed", "training", "export"]
RATES: dict[Layers, float] = {"last": 1e-4, "all": 3e-5}


@dataclass(frozen=True, kw_only=True)
class FinetuneOptions:
    """How to fine-tune.

    `layers`: the last ones, or all at a lower rate. `minutes` bounds the time after the faces were found, in (0, 240];
    5 to 30 is sensible on a CPU. `most_steps` bounds the steps as well. A check of the held-out faces, with a preview,
    comes about every `check_every_s`, or less often if it takes long; after `patience` checks without a better one the
    training ends. `keep_anyway` installs the model even if it is not better than its parent. `left_out` are names of
    faces that are neither learnt from nor held out.
    Raises: RecipeError for a number that makes no sense.
    """

    layers: Layers = "last"
    minutes: float = 15.0
    most_steps: int = 5000
    batch: int = 8
    seed: int = 0
    check_every_s: float = 15.0
    patience: int = 8
    keep_anyway: bool = False
    left_out: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not 0 < self.minutes <= 240:
            raise RecipeError("Expected minutes, more than 0 and at most 240, got {minutes}.", minutes=self.minutes)
        if min(self.most_steps, self.batch, self.patience) < 1 or self.seed < 0:
            raise RecipeError("Expected at least one step, one pair in a batch and one check, and no negative seed.")


@dataclass(frozen=True, kw_only=True)
class FinetuneEvent:
    """One moment: a step with its loss, or a check of the held-out faces with a preview and no loss.

    Of the last check: `standing`, and by how much (0.01: by 1 %) its three errors are smaller than those of the parent,
    whose are `base_standing`. `preview` `(h, 4h, 3)` RGB uint8: one held-out face as input, by the parent, now, and in
    truth.
    """

    stage: Stage
    step: int = 0
    steps: int = 0
    loss: float | None = None
    eta_s: float = 0.0
    standing: Standing | None = None
    base_standing: Standing | None = None
    gain: float = 0.0
    preview: NDArray[np.uint8] | None = None


@dataclass(frozen=True, kw_only=True)
class FinetuneResult:
    """What came of it. `model` is the user's new model, or None if none was kept; `reason` says which and why.

    `improved`: better by more than twice the standard error over the held-out faces, and nothing lost
    (`finetune_judge`). `scores` are those of the exported new model, or of the parent where nothing was kept.
    `given`, `base`, `taught`: where the photos themselves, the parent and what was learnt stand; the last one also
    where it was not kept. `photos` are those of the training faces.
    """

    improved: bool
    reason: Message
    model: InstalledModel | None
    base_scores: tuple[Score, ...]
    scores: tuple[Score, ...]
    given: Standing
    base: Standing
    taught: Standing
    preview: NDArray[np.uint8]
    training_faces: int
    held_out_faces: int
    photos: int
    steps: int
    seconds: float


def kept_words(path: Path | None, *, is_better: bool) -> Message:
    """What a cancelled fine-tuning leaves, and whether a check found that better than the parent."""
    if path is None:
        return message("Cancelled before the first check; nothing is kept.")
    if is_better:
        return message("The best weights so far are kept in {path}.", path=path)
    return message("No check was better than the model you began with; the last weights are kept in {path}.", path=path)
