"""Restoring the low-resolution faces of a trial, by a model or by bicubic enlargement, with the time it takes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.alignment.resample import resize_bicubic
from engine.context import JobContext
from engine.errors import ModelError
from engine.evaluation.trial import Image, Images, Trial
from engine.messages import message, plain
from engine.runtime.low_side import as_the_model_knows_it
from engine.runtime.sessions import LoadedModel

BATCH = 4  # faces; 8 of 512 px take 60 MB more


@dataclass(frozen=True)
class Restored:
    """What a method made of a trial's faces.

    `images` `(N, S, S, 3)` at the score size, NaN for a face that failed; `seconds` `(N,)`, a batch's time shared by
    its faces: enlarging the input and running the model. `reasons` of the faces that failed. `provider` as ONNX
    Runtime names it, None for bicubic.
    """

    images: Images
    seconds: NDArray[np.float64]
    reasons: tuple[str, ...] = ()
    provider: str | None = None


def enlarge_only(trial: Trial, context: JobContext) -> Restored:
    """The input itself, enlarged to the size of the models' results by bicubic."""
    images: list[Image] = []
    seconds: list[float] = []
    for index, low in enumerate(trial.lows):
        context.progress(index / len(trial.lows), message("bicubic"))
        started = time.perf_counter()
        enlarged = resize_bicubic(low, (trial.layout.output_size, trial.layout.output_size))
        seconds.append(time.perf_counter() - started)
        images.append(at_score_size(enlarged, trial))
    return Restored(np.stack(images), np.array(seconds))


def restore_faces(loaded: LoadedModel, trial: Trial, context: JobContext) -> Restored:
    """What the model makes of the faces, as it comes out: grey photos are not turned grey again as `restore` does.

    One face is run before the clock starts. A batch that fails is run face by face.
    Raises: ModelError if every face fails; Cancelled.
    """
    name = loaded.model.card.id
    side = loaded.model.card.input_size
    outputs: list[Image] = []
    seconds: list[float] = []
    reasons: list[str] = []
    context.progress(0, plain(name))
    _run(loaded, trial.lows[:1], side)
    for start in range(0, len(trial.lows), BATCH):
        context.progress(start / len(trial.lows), plain(name))
        part = trial.lows[start : start + BATCH]
        started = time.perf_counter()
        results = _run(loaded, part, side)
        seconds += [(time.perf_counter() - started) / len(part)] * len(part)
        for result in results:
            if isinstance(result, ModelError):
                reasons.append(str(result))
                outputs.append(np.full(trial.truth.shape[1:], np.nan, np.float32))
            else:
                outputs.append(at_score_size(result, trial))
    if len(reasons) == len(trial.lows):
        raise ModelError(
            "{name} restored none of the {count} faces: {reason}", name=name, count=len(reasons), reason=reasons[0]
        )
    return Restored(np.stack(outputs), np.array(seconds), tuple(reasons), loaded.provider)


def at_score_size(image: Image, trial: Trial) -> Image:
    """A result reduced to the size it is scored at; as it is where that is its own."""
    size = trial.layout.score_size
    return image if image.shape[0] == size else resize_bicubic(image, (size, size))


def _run(loaded: LoadedModel, lows: Sequence[Image], side: int) -> list[Image | ModelError]:
    crops = [(resize_bicubic(low, (side, side)), low.shape[0]) for low in lows]
    known = [as_the_model_knows_it(crop, loaded.model.card, face_side=px) for crop, px in crops]
    batch = np.stack([crop.transpose(2, 0, 1) for crop in known])
    try:
        return list(loaded.run(batch, picture_only=True).image.transpose(0, 2, 3, 1))
    except ModelError as error:
        if len(lows) == 1:
            return [error]
        return [result for low in lows for result in _run(loaded, [low], side)]
