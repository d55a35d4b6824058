"""No test: a tiny training, which tests start in one process or two, kill, and start again."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from lightning_fabric import Fabric
from lightning_fabric.strategies.launchers import subprocess_script
from numpy.typing import NDArray

from engine import files
from engine.context import Cancelled, JobContext
from engine.degradation.recipe import DegradationRecipe
from engine.errors import DataError
from engine.models.sparnet.config import SparnetConfig
from engine.training.loop import train
from engine.training.pairs import STORED_TIGHT, Batch, Crop, PairSource, TightPairs
from engine.training.processes import launched, make_fabric
from engine.training.recipe import DataRecipe, LossRecipe, OptimiserRecipe, Recipe

SIDE = int(STORED_TIGHT * 1.5)
CANCELLED = 130


def tiny_recipe(*, gan: bool = False, **optimiser: object) -> Recipe:
    """Instance norm: each picture of a batch is treated alone, so a batch is the sum of its halves."""
    network = SparnetConfig(
        size=32, base_channels=4, max_channels=8, smallest_feature=8, body_units=1, attention_width=4,
        attention_bottleneck=16, norm="instance",
    )  # fmt: skip
    loss = LossRecipe(adversarial_weight=0.01, feature_matching_weight=0.1, discriminator_width=4)
    plan = {"steps": 40, "batch": 2, "warmup_steps": 1, "checkpoint_every": 1, "validate_every": 2, **optimiser}
    return Recipe(
        name="tiny",
        family="sparnet",
        network=network,
        data=DataRecipe(tone=0.5),
        degradation=DegradationRecipe(lr_range=(8, 16)),
        loss=loss if gan else LossRecipe(),
        optimiser=OptimiserRecipe(**plan),  # type: ignore[arg-type]
    )


def waves() -> NDArray[np.uint8]:
    """Three smooth synthetic squares."""
    rng = np.random.default_rng(0)
    y, x = np.mgrid[0:SIDE, 0:SIDE] / 20
    parts = [np.sin(x * a) * np.cos(y * b) for a, b in rng.uniform(0.5, 2, (9, 2))]
    return (np.stack(parts).reshape(3, 3, SIDE, SIDE).transpose(0, 2, 3, 1) * 100 + 128).astype(np.uint8)


class Waves(PairSource):
    """Pairs of the squares; slow enough to be killed in between, and failing when asked to."""

    def __init__(self, recipe: Recipe, *, pause_s: float = 0.0, fails_at: int = -1) -> None:
        self.recipe, self._pause_s, self._fails_at, self._drawn = recipe, pause_s, fails_at, 0
        self._pairs = TightPairs(waves(), np.full(3, 1 / 3), recipe, recipe.network.size)

    def batch(self, count: int, rng: np.random.Generator) -> Batch:
        time.sleep(self._pause_s)
        self._drawn += 1
        if self._drawn == self._fails_at:
            raise DataError("A photo has vanished.")
        return self._pairs.batch(count, rng)

    def _crop(self, index: int, rng: np.random.Generator) -> Crop:
        raise AssertionError("the batches come from `batch`")


class BothHalves(PairSource):
    """What two processes draw in a step, as one batch."""

    def __init__(self, recipe: Recipe, ranks: tuple[int, ...] = (0, 1)) -> None:
        self.recipe, self._step, self._ranks = recipe, 0, ranks
        self._pairs = TightPairs(waves(), np.full(3, 1 / 3), recipe, recipe.network.size)

    def batch(self, count: int, rng: np.random.Generator) -> Batch:
        seed = self.recipe.optimiser.seed
        halves = [self._pairs.batch(count, np.random.default_rng([seed, self._step, rank])) for rank in self._ranks]
        self._step += 1
        return Batch(np.concatenate([half.low for half in halves]), np.concatenate([half.high for half in halves]))

    def _crop(self, index: int, rng: np.random.Generator) -> Crop:
        raise AssertionError("the batches come from `batch`")


def run(out: Path, *, resume: bool = False, pause_s: float = 0.0, dies_at_swap: int = 0) -> None:
    """Train in this process; `dies_at_swap`: killed just before the checkpoint is swapped in for that time."""
    torch.set_num_threads(1)
    if dies_at_swap:
        _die_at_swap(dies_at_swap)
    recipe = tiny_recipe()
    train(
        recipe,
        Waves(recipe, pause_s=pause_s),
        out,
        context=JobContext(),
        resume=resume,
        validate=_half_the_step,
        fabric=_alone(recipe),
    )


def _half_the_step(network: torch.nn.Module, step: int) -> dict[str, float]:
    return {"score": step / 2}


def _alone(recipe: Recipe) -> Fabric:
    fabric = make_fabric(recipe, accelerator="cpu")
    fabric.launch()
    return fabric


def _die_at_swap(number: int) -> None:
    swaps = 0

    def replace_or_die(source: Path, target: Path) -> None:
        nonlocal swaps
        swaps += Path(target).name == "last.safetensors"
        if swaps == number:
            os.kill(os.getpid(), signal.SIGKILL)
        os.rename(source, target)

    files.os.replace = replace_or_die  # type: ignore[assignment]


def run_two(out: Path, fails: str) -> None:
    """Train in two processes, with discriminators; one of them may fail. The second is a fork of this one."""
    subprocess_script.subprocess.Popen = partial(Fork, out=out, fails=fails)  # type: ignore[assignment, misc]
    _run_as_one_of_two(out, fails)


class Fork:
    """What Fabric needs of `subprocess.Popen`, without loading torch once more."""

    def __init__(self, _command: Sequence[str], *, env: dict[str, str], cwd: None, out: Path, fails: str) -> None:
        def run_in_environment() -> None:
            os.environ.update(env)
            _run_as_one_of_two(out, fails)

        self._process = get_context("fork").Process(target=run_in_environment)
        self._process.start()
        self.pid, self.poll, self.kill = self._process.pid, self._process.is_alive, self._process.kill

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, _number: int) -> None:
        self.kill()

    def wait(self, timeout: float | None = None) -> None:
        self._process.join(timeout)
        if self._process.is_alive():
            raise subprocess.TimeoutExpired("fork", timeout or 0)


def _run_as_one_of_two(out: Path, fails: str) -> None:
    torch.set_num_threads(1)
    recipe = tiny_recipe(gan=True, steps=4)
    fabric = make_fabric(recipe, accelerator="cpu", devices=2, strategy="ddp")
    rank = int(os.environ.get("LOCAL_RANK", "0"))
    pairs = Waves(recipe, fails_at=3 if fails == f"pairs-{rank}" else -1)

    def validate(network: torch.nn.Module, step: int) -> dict[str, float]:
        if fails == "write":
            raise DataError("The disk is full.")
        return {"score": float(step)}

    asked = iter([False, False, fails == f"cancel-{rank}"])
    context = replace(JobContext(), is_cancelled=lambda: next(asked, False))
    try:
        with launched(fabric):
            train(recipe, pairs, out, context=context, validate=validate, fabric=fabric)
    except Cancelled:
        (out / f"cancelled-{rank}").touch()
        raise SystemExit(CANCELLED if rank == 0 else 0) from None
    except DataError as error:
        (out / f"failed-{rank}").write_text(str(error))
        raise SystemExit(1) from None
