"""Watching a fine-tuning on held-out faces: scores, previews, the best weights so far, and when to end."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.alignment.resample import resize_bicubic
from engine.context import JobContext
from engine.datasets.portraits import Portrait, aligned_faces, tight_faces
from engine.degradation.blind import degrade_bicubic
from engine.degradation.blind_set import BLIND, blind_inputs
from engine.evaluation.metrics import psnr_y, sharpness, ssim_y
from engine.models.base import ModelCard, Score
from engine.training.checkpoints import save_checkpoint
from engine.training.interruption import interruptible
from engine.training.recipe import Recipe
from engine.training.validation import Images, restore

SIDES = (8, 16, 32, 64)  # px of a tight crop, as far as the model is meant for them
LEAST_GAIN_DB = 0.001  # less is no improvement
PREVIEW_PX = 256  # largest side of one picture of a preview


@dataclass(frozen=True)
class HeldOut:
    """Held-out faces and what the model is given of them.

    `truth` `(N, h, h, 3)`; `inputs` `(N, size, size, 3)` for each side in px, 0 for blind degradation. An aligned
    model's truth is half its size, as in `validation.AlignedValidation`: few photos hold more real detail.
    """

    truth: Images
    inputs: dict[int, Images]

    def fitted(self, restored: Images) -> Images:
        """Restored pictures at the truth's size."""
        return _resized(restored, self.truth.shape[1])


def held_out_inputs(portraits: Sequence[Portrait], card: ModelCard, context: JobContext) -> HeldOut:
    """Inputs of a model from held-out faces; the same at each call. Raises: Cancelled."""
    size = card.output_size
    if card.crop == "ffhq":
        truth = aligned_faces(portraits, size=size // 2)
        context.check_cancelled()
        return HeldOut(truth, {0: blind_inputs(truth, BLIND, size=card.input_size)})
    truth = tight_faces(portraits, size=size)
    low, high = card.useful_range
    sides = [side for side in SIDES if low <= side <= min(high, size // 2)] or [min(low, size // 2)]
    inputs = {side: np.stack([degrade_bicubic(face, side) for face in truth]) for side in sides}
    return HeldOut(truth, {side: _resized(low, card.input_size) for side, low in inputs.items()})


@dataclass(frozen=True)
class Scored:
    """Scores for each input size, and the PSNR of Y in dB of each face `(N,)`, its mean over the sizes."""

    rows: tuple[Score, ...]
    psnr: NDArray[np.float64]


def scored(run: Callable[[Images], Images], held_out: HeldOut, context: JobContext) -> Scored:
    """How good is what `run` makes of the inputs, each `(1, size, size, 3)`. Raises: Cancelled."""

    def made_of(low: Images) -> Images:
        faces: list[Images] = []
        for index in range(len(low)):
            context.check_cancelled()
            faces.append(held_out.fitted(run(low[index : index + 1])))
        return np.concatenate(faces)

    made = {side: made_of(low) for side, low in held_out.inputs.items()}
    psnr = [[psnr_y(*pair) for pair in zip(images, held_out.truth, strict=True)] for images in made.values()]
    return Scored(tuple(_score(made[side], held_out, side) for side in made), np.mean(psnr, axis=0))


def _score(made: Images, held_out: HeldOut, side: int) -> Score:
    truth, given = held_out.truth, held_out.fitted(held_out.inputs[side])
    ratios = [sharpness(image) / max(sharpness(real), 1e-6) for image, real in zip(made, truth, strict=True)]
    return Score(
        input_px=side,
        faces=len(truth),
        psnr_db=_mean(psnr_y, made, truth, 4),
        ssim=_mean(ssim_y, made, truth, 5),
        bicubic_psnr_db=_mean(psnr_y, given, truth, 4),
        bicubic_ssim=_mean(ssim_y, given, truth, 5),
        sharpness=round(float(np.median(ratios)), 4),
    )


def _mean(score: Callable[[Images, Images], float], images: Images, truth: Images, digits: int) -> float:
    return round(float(np.mean([score(*pair) for pair in zip(images, truth, strict=True)])), digits)


@dataclass(frozen=True)
class Check:
    """One look at the held-out faces: mean PSNR of Y in dB and mean absolute error in [0, 1], over all inputs."""

    psnr: float
    l1: float
    preview: Images  # (h, h, 3): the face of the preview


def check(network: nn.Module, held_out: HeldOut) -> Check:
    """Look at what a torch network in evaluation mode makes of the held-out faces."""
    made = [held_out.fitted(restore(network, low)) for low in held_out.inputs.values()]
    truth = held_out.truth
    psnr = [psnr_y(*pair) for images in made for pair in zip(images, truth, strict=True)]
    l1 = float(np.mean([np.abs(images - truth).mean() for images in made]))
    return Check(round(float(np.mean(psnr)), 4), round(l1, 6), made[len(made) // 2][0])


class Watch:
    """Looks at the averaged network while it is trained, and keeps its best weights in memory and in a file.

    The parent's own weights are the first best ones: what is kept is never worse than they are on these faces.
    Raises: Cancelled while it looks at the parent.
    """

    def __init__(
        self,
        network: nn.Module,
        held_out: HeldOut,
        *,
        kept: Path,
        patience: int,
        tell: Callable[[dict[str, float], NDArray[np.uint8]], None],
        context: JobContext,
    ) -> None:
        started = time.monotonic()
        self._held_out, self._kept, self._patience, self._tell = held_out, kept, patience, tell
        with interruptible(context, network):
            self._base = check(network.eval(), held_out)
        self.check_s = time.monotonic() - started
        self._best, self._checks_since_best = self._base.psnr, 0
        self.best: dict[str, Tensor] | None = None  # None as long as the parent is the best
        self.last: dict[str, Tensor] | None = None
        self.preview = self._sheet(self._base)  # of the best weights
        self.recipe: Recipe | None = None
        self.step = 0  # of the last check

    @property
    def is_settled(self) -> bool:
        """Whether several checks in a row were no better."""
        return self._checks_since_best >= self._patience

    @property
    def kept(self) -> Path | None:
        """The file with the best weights, if any were better than the parent's."""
        return self._kept if self.best is not None and self._kept.is_file() else None

    def __call__(self, network: nn.Module, step: int) -> dict[str, float]:
        """Scores of the averaged network; its weights are kept if they are the best so far. Raises: DataError."""
        found = check(network, self._held_out)
        self.step = step
        self.last = {name: value.detach().cpu().clone() for name, value in network.state_dict().items()}
        self._checks_since_best += 1
        if found.psnr >= self._best + LEAST_GAIN_DB:
            self._best, self._checks_since_best, self.best = found.psnr, 0, self.last
            assert self.recipe
            save_checkpoint(self._kept, recipe=self.recipe, step=step, networks={"average": network}, optimisers={})
            self.preview = self._sheet(found)
        scores = {"psnr": found.psnr, "l1": found.l1, "base_psnr": self._base.psnr, "base_l1": self._base.l1}
        self._tell(scores, self._sheet(found))
        return scores

    def _sheet(self, now: Check) -> NDArray[np.uint8]:
        """Input, parent, now and truth of one face, `(h, 4h, 3)`."""
        sides = list(self._held_out.inputs)
        low = self._held_out.fitted(self._held_out.inputs[sides[len(sides) // 2]][:1])[0]
        pictures = np.stack([low, self._base.preview, now.preview, self._held_out.truth[0]])
        pictures = _resized(pictures, min(PREVIEW_PX, pictures.shape[1]))
        return np.rint(np.clip(np.concatenate(list(pictures), axis=1), 0, 1) * 255).astype(np.uint8)


def _resized(images: Images, side: int) -> Images:
    if images.shape[1] == side:
        return images
    return np.stack([resize_bicubic(image, (side, side)) for image in images])
