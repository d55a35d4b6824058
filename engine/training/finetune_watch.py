"""Watching a fine-tuning on held-out faces: scores, previews, the best weights so far, and when to end."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.context import JobContext
from engine.evaluation.standing import Standing
from engine.training.checkpoints import save_checkpoint
from engine.training.finetune_held_out import HeldOut, resized
from engine.training.finetune_judge import Verdict, judged, lost, smaller
from engine.training.finetune_measures import Measured, Measurer
from engine.training.interruption import interruptible
from engine.training.recipe import Recipe
from engine.training.validation import Images, restore

SHARES = (0.5, 0.25)  # of the way from the parent's weights to the last ones
LEAST_STEP = 0.0001  # of the errors; less is no improvement
PREVIEW_PX = 256  # largest side of one picture of a preview


@dataclass(frozen=True)
class Check:
    """One look at the held-out faces; `preview` `(h, h, 3)` is the face of the preview."""

    measured: Measured
    preview: Images


@dataclass(frozen=True)
class CheckTold:
    """What a check tells: where the network stands, by how much its errors are smaller than the parent's, a preview."""

    standing: Standing
    gain: float
    preview: NDArray[np.uint8]


def check(network: nn.Module, held_out: HeldOut, measurer: Measurer) -> Check:
    """Look at what a torch network in evaluation mode makes of the held-out faces."""
    made = {side: held_out.fitted(restore(network, low)) for side, low in held_out.inputs.items()}
    return Check(measurer.measured(made), list(made.values())[len(made) // 2][0])


class Watch:
    """Looks at the averaged network while it is trained, and keeps its best weights in memory and in a file.

    The parent's own weights are the first best ones: what is kept is never worse than they are on these faces, and has
    lost nothing that they had (`finetune_judge`).
    Raises: Cancelled while it looks at the parent.
    """

    def __init__(
        self,
        network: nn.Module,
        held_out: HeldOut,
        measurer: Measurer,
        *,
        kept: Path,
        patience: int,
        tell: Callable[[CheckTold], None],
        context: JobContext,
    ) -> None:
        started = time.monotonic()
        self._network, self._parent = network, _copied(network)
        self._held_out, self._measurer = held_out, measurer
        self._kept, self._patience, self._tell = kept, patience, tell
        with interruptible(context, network):
            self._base = check(network.eval(), held_out, measurer)
        self.check_s = time.monotonic() - started
        self._best, self._checks_since_best = 0.0, 0
        self.best: dict[str, Tensor] | None = None  # None as long as the parent is the best
        self.last: dict[str, Tensor] | None = None
        self.last_measured: Measured = self._base.measured
        self.preview = self._sheet(self._base)  # of the best weights; of the last ones as long as none are
        self.recipe: Recipe | None = None
        self.step = 0  # of the last check
        self.share = 1.0  # of the way from the parent's weights to those that were learnt, at which the best ones lie

    @property
    def base_standing(self) -> Standing:
        """Where the parent stands."""
        return self._base.measured.standing

    @property
    def is_settled(self) -> bool:
        """Whether several checks in a row were no better."""
        return self._checks_since_best >= self._patience

    @property
    def kept(self) -> Path | None:
        """The file with the best weights, if any were better than the parent's."""
        return self._kept if self.best is not None and self._kept.is_file() else None

    def verdict_on_last(self) -> Verdict:
        """What is to be said of the weights of the last check."""
        return judged(self.last_measured, self._base.measured, self._measurer.given)

    def step_back(self) -> None:
        """Where no check was better: look at weights part of the way to the last ones. They have learnt less, but may
        have lost nothing, since what a loss without discriminators does first is to smooth. Raises: DataError."""
        last, measured = self.last, self.last_measured
        if self.best is not None or last is None:
            return
        for share in SHARES:
            parts = {name: _between(self._parent[name], value, share) for name, value in last.items()}
            self._network.load_state_dict(parts)
            self(self._network.eval(), self.step)
            if self.best is self.last:
                self.share = share
        self.last = last
        if self.best is None:
            self.last_measured = measured

    def __call__(self, network: nn.Module, step: int) -> dict[str, float]:
        """Scores of the averaged network; its weights are kept if they are the best so far. Raises: DataError."""
        found = check(network, self._held_out, self._measurer)
        self.step, self.last_measured = step, found.measured
        self.last = _copied(network)
        gain = float(smaller(found.measured, self._base.measured).mean())
        self._checks_since_best += 1
        is_whole = not lost(found.measured, self._base.measured, self._measurer.given)
        if is_whole and gain >= self._best + LEAST_STEP:
            self._best, self._checks_since_best, self.best = gain, 0, self.last
            assert self.recipe
            save_checkpoint(self._kept, recipe=self.recipe, step=step, networks={"average": network}, optimisers={})
        standing, sheet = found.measured.standing, self._sheet(found)
        if self.best is self.last or self.best is None:
            self.preview = sheet
        self._tell(CheckTold(standing, gain, sheet))
        return {"psnr": standing.psnr_db, "gain": gain}

    def _sheet(self, now: Check) -> NDArray[np.uint8]:
        """Input, parent, now and truth of one face, `(h, 4h, 3)`."""
        sides = list(self._held_out.inputs)
        low = self._held_out.fitted(self._held_out.inputs[sides[len(sides) // 2]][:1])[0]
        pictures = np.stack([low, self._base.preview, now.preview, self._held_out.truth[0]])
        pictures = resized(pictures, min(PREVIEW_PX, pictures.shape[1]))
        return np.rint(np.clip(np.concatenate(list(pictures), axis=1), 0, 1) * 255).astype(np.uint8)


def _copied(network: nn.Module) -> dict[str, Tensor]:
    return {name: value.detach().cpu().clone() for name, value in network.state_dict().items()}


def _between(one: Tensor, other: Tensor, share: float) -> Tensor:
    return torch.lerp(one, other, share) if one.is_floating_point() else other
