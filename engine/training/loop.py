"""The training loop: one pass, readable top to bottom."""

from __future__ import annotations

import copy
import csv
import logging
import math
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from engine.context import JobContext
from engine.errors import RecipeError
from engine.models.sparnet.network import SPARNet
from engine.training.checkpoints import (
    LAST_NAME,
    load_optimiser,
    read_facts,
    read_tensors,
    save_checkpoint,
)
from engine.training.pairs import PairSource
from engine.training.recipe import OptimiserRecipe, PixelLoss, Recipe

LOG = logging.getLogger(__name__)
Validate = Callable[[nn.Module], dict[str, float]]


def train(
    recipe: Recipe,
    pairs: PairSource,
    out: Path,
    *,
    context: JobContext,
    resume: bool = False,
    start: Path | None = None,
    validate: Validate | None = None,
    stop_at: int | None = None,
) -> Path:
    """Train a network by a recipe and give the path of its last checkpoint.

    `resume` goes on from the checkpoint in `out`, to the numbers an unbroken run would give. `start` is the checkpoint
    of the recipe that this one starts from: its averaged weights are the first ones. `validate` scores
    the averaged network every `validate_every` steps into `curve.csv`. `stop_at` ends the run early, with a
    checkpoint. Raises: RecipeError if the checkpoint was made by another recipe; DataError if `out` cannot be
    written; Cancelled.
    """
    plan = recipe.optimiser
    _check_start(recipe, start, resume=resume)
    torch.manual_seed(plan.seed)
    rng = np.random.default_rng(plan.seed)
    network = SPARNet(recipe.network).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    if start:
        network.load_state_dict(read_tensors(start, "average"))
    average = copy.deepcopy(network).requires_grad_(False)
    optimiser = torch.optim.Adam(network.parameters(), lr=plan.learning_rate, betas=plan.betas)
    last = out / LAST_NAME
    first_step = 0
    if resume:
        first_step, rng_state, made_by = read_facts(last)
        if made_by != recipe:
            raise RecipeError(f"{last} was made by another recipe.", hint="Resume with the same recipe, or start anew.")
        rng.bit_generator.state = rng_state
        network.load_state_dict(read_tensors(last, "network"))
        average.load_state_dict(read_tensors(last, "average"))
        load_optimiser(last, optimiser)

    def save(step: int) -> None:
        save_checkpoint(
            last,
            recipe=recipe,
            step=step,
            network=network,
            average=average,
            optimiser=optimiser,
            rng=rng,
        )

    started = time.monotonic()
    end = min(plan.steps, stop_at or plan.steps)
    for step in range(first_step, end):
        for group in optimiser.param_groups:
            group["lr"] = plan.learning_rate * schedule(step, plan)
        loss = _train_step(network, optimiser, pairs.batch(plan.batch, rng), plan)
        _update_average(average, network, decay=min(plan.ema_decay, (1 + step) / (10 + step)))
        done = step + 1
        if done % 50 == 0:
            rate = (done - first_step) * plan.batch / (time.monotonic() - started)
            eta_s = (end - done) * plan.batch / rate
            LOG.info("step %d loss %.5f %.1f img/s ETA %.0f s", done, loss, rate, eta_s)
        if done % plan.checkpoint_every == 0 or done == end:
            save(done)
        if validate and (done % plan.validate_every == 0 or done == plan.steps):
            average.eval()
            _append_curve(out / "curve.csv", {"step": done, "loss": loss, **validate(average)})
        context.progress(done / plan.steps, "training")
    return last


def schedule(step: int, plan: OptimiserRecipe) -> float:
    """Share of the learning rate at a step: linear warm-up, then half a cosine down to zero."""
    if step < plan.warmup_steps:
        return (step + 1) / plan.warmup_steps
    done = (step - plan.warmup_steps) / max(1, plan.steps - plan.warmup_steps)
    return 0.5 * (1 + math.cos(math.pi * done))


def _train_step(
    network: nn.Module,
    optimiser: torch.optim.Adam,
    batch: tuple[np.ndarray, np.ndarray],
    plan: OptimiserRecipe,
) -> float:
    low, high = (torch.from_numpy(part).to(memory_format=torch.channels_last) for part in batch)
    network.train()
    with torch.autocast("cpu", torch.bfloat16, enabled=plan.precision == "bfloat16"):
        restored: Tensor = network(low * 2 - 1).image
    loss = pixel_loss(restored.float(), high * 2 - 1, plan.pixel_loss)
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), plan.clip_norm)
    optimiser.step()
    return loss.item()


def pixel_loss(restored: Tensor, truth: Tensor, kind: PixelLoss) -> Tensor:
    """The loss that a recipe names, of two batches `(B, 3, H, W)`; see `engine.training.recipe.PixelLoss`."""
    error = restored - truth
    if kind == "l1":
        return error.abs().mean()
    squares = error.square().mean(dim=(1, 2, 3))  # (B,)
    if kind == "l2":
        return squares.mean()
    return 0.5 * error.abs().mean() + 0.5 * (squares + 1e-8).sqrt().mean()


def _check_start(recipe: Recipe, start: Path | None, *, resume: bool) -> None:
    if resume or bool(start) == bool(recipe.starts_from):
        if start and (found := read_facts(start)[2].name) != recipe.starts_from:
            raise RecipeError(f"{recipe.name} starts from {recipe.starts_from}, but {start} was made by {found}.")
        return
    wanted = f"a checkpoint of {recipe.starts_from}" if recipe.starts_from else "no checkpoint"
    raise RecipeError(f"{recipe.name} starts from {wanted}.", hint="Give the checkpoint to start from, or none.")


@torch.no_grad()
def _update_average(average: nn.Module, network: nn.Module, *, decay: float) -> None:
    """Exponential moving average of every weight and running statistic."""
    for mean, value in zip(average.state_dict().values(), network.state_dict().values(), strict=True):
        if mean.is_floating_point():
            mean.lerp_(value, 1 - decay)
        else:
            mean.copy_(value)


def _append_curve(path: Path, row: dict[str, float]) -> None:
    is_new = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(row))
        if is_new:
            writer.writeheader()
        writer.writerow(row)
