"""The training loop: one pass, readable top to bottom."""

from __future__ import annotations

import copy
import logging
import math
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from lightning_fabric import Fabric
from torch import nn

from engine.context import Cancelled, JobContext
from engine.errors import DataError, EngineError, RecipeError
from engine.messages import message
from engine.models.exporting import load_weights
from engine.models.registry import load_family
from engine.training.checkpoints import (
    LAST_NAME,
    load_optimiser,
    read_facts,
    read_tensors,
    restore_torch_rng,
    save_checkpoint,
)
from engine.training.interruption import interruptible, result_of
from engine.training.objective import Objective
from engine.training.pairs import Batch, PairSource
from engine.training.processes import make_fabric, stop_together
from engine.training.recipe import OptimiserRecipe, Recipe
from engine.training.run_folder import CURVE_NAME, append_curve, prepare_folder
from engine.training.schedule import schedule

LOG = logging.getLogger(__name__)


class Validation(Protocol):
    """Scores a network, which comes in evaluation mode; may write figures for the step."""

    def __call__(self, network: nn.Module, step: int) -> dict[str, float]:
        """Named scores."""
        ...


@dataclass(frozen=True)
class Progress:
    """What a run tells after a step: its losses by name, its speed, and scores where it was validated."""

    step: int
    steps: int
    losses: Mapping[str, float]
    images_per_s: float
    eta_s: float
    scores: Mapping[str, float] = field(default_factory=dict[str, float])


def train(
    recipe: Recipe,
    pairs: PairSource,
    out: Path,
    *,
    context: JobContext,
    resume: bool = False,
    start: Mapping[str, torch.Tensor] | None = None,
    validate: Validation | None = None,
    stop_at: int | None = None,
    report: Callable[[Progress], None] | None = None,
    fabric: Fabric | None = None,
    trainable: Callable[[str], bool] | None = None,
    norms_are_frozen: bool = False,
) -> Path:
    """Train a network by a recipe and give the path of its last checkpoint.

    `resume` goes on from the checkpoint in `out`, to the numbers an unbroken run would give. `start` are the first
    weights, see `first_weights`. `validate` scores the averaged network every `validate_every` steps
    into `curve.csv`. `stop_at` ends the run early, with a checkpoint. `report` hears of every step. `fabric`, already
    launched, decides on device, precision and processes; without one the best device alone. `trainable` says by name
    which parameters are trained; with `norms_are_frozen`, batch norms keep using the statistics they came with.
    With several processes the first one alone validates, reports and writes, and all end together.
    A run on a plateau may be resumed with another number of steps.
    Raises: RecipeError if the checkpoint was made by another recipe; DataError if `out` cannot be written, before the
    first step where that can be known; ModelError if `start` does not fit; Cancelled, also if another process failed.
    """
    plan = recipe.optimiser
    if fabric is None:
        fabric = make_fabric(recipe)
        fabric.launch()
    torch.manual_seed(plan.seed)
    network = load_family(recipe.family).build(recipe.network)
    if start:
        load_weights(network, dict(start), what=message("The checkpoint to start from"))
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(trainable is None or trainable(name))
    average = copy.deepcopy(network).requires_grad_(False)
    objective = Objective(recipe.loss, recipe.family_loss)
    last = out / LAST_NAME
    networks: dict[str, nn.Module] = {"network": network, "average": average}
    if objective.discriminator:
        networks["discriminator"] = objective.discriminator
    for part in networks.values():
        part.to(fabric.device)  # before the optimisers' states are loaded, which go where the parameters are
    chosen = [parameter for parameter in network.parameters() if parameter.requires_grad]
    optimisers: dict[str, torch.optim.Optimizer] = {"optimiser": _optimiser(plan, chosen)}
    if objective.discriminator:
        optimisers["discriminator_optimiser"] = torch.optim.Adam(
            objective.discriminator.parameters(), lr=recipe.loss.discriminator_learning_rate, betas=(0.5, 0.99)
        )
    first_step = _resume(last, recipe, networks, optimisers) if resume else 0
    step_runner = _Step(fabric, network, objective, optimisers, recipe, norms_are_frozen=norms_are_frozen)
    _check_folder(out, first_step, fabric, context)

    started = time.monotonic()
    end = min(plan.steps, stop_at or plan.steps)
    heard = replace(context, is_cancelled=lambda: False)  # all processes stop together: see `stop_together`
    asked = context if fabric.world_size == 1 else JobContext()  # within a step as well
    with interruptible(asked, network, average, *objective.networks):
        for step, batch in _batches(pairs, recipe, range(first_step, end), fabric, asked):
            done, failure = step + 1, None
            try:
                losses = step_runner(batch, share=schedule(step, plan))
                _update_average(average, network, decay=min(plan.ema_decay, (1 + step) / (10 + step)))
                images = plan.batch * fabric.world_size  # of one step
                rate = (done - first_step) * images / (time.monotonic() - started)
                progress = Progress(done, plan.steps, losses, rate, (end - done) * images / rate)
                if fabric.is_global_zero:
                    if validate and (done % plan.validate_every == 0 or done == plan.steps):
                        progress = replace(progress, scores=validate(average.eval(), done))
                        append_curve(out / CURVE_NAME, {"step": done, **losses, **progress.scores})
                    if done % plan.checkpoint_every == 0 or done == end:  # after the curve, which resuming cuts
                        save_checkpoint(last, recipe=recipe, step=done, networks=networks, optimisers=optimisers)
                    _tell(progress, report)
            except (EngineError, Cancelled) as error:
                failure = error
            stop_together(fabric, context, failure)
            heard.progress(done / plan.steps, message("training"))
    return last


def _optimiser(plan: OptimiserRecipe, parameters: list[nn.Parameter]) -> torch.optim.Optimizer:
    if plan.algorithm == "rmsprop":
        return torch.optim.RMSprop(parameters, lr=plan.learning_rate, alpha=plan.betas[1])
    return torch.optim.Adam(parameters, lr=plan.learning_rate, betas=plan.betas)


def first_weights(recipe: Recipe, start: Path | None) -> dict[str, torch.Tensor] | None:
    """The averaged weights of the checkpoint `start`, which the recipe names by `starts_from`; None without one.

    Raises: RecipeError if one is given and none wanted, or none given and one wanted, or it is another recipe's.
    """
    if bool(start) != bool(recipe.starts_from):
        named = message("a checkpoint of {recipe}", recipe=recipe.starts_from or "")
        wanted = named if recipe.starts_from else message("no checkpoint")
        hint = message("Give the checkpoint to start from, or none.")
        raise RecipeError("{name} starts from {wanted}.", hint=hint, name=recipe.name, wanted=wanted)
    if start is None:
        return None
    found = read_facts(start)[1].name
    if found != recipe.starts_from:
        raise RecipeError(
            "{name} starts from {wanted}, but {start} was made by {found}.",
            name=recipe.name,
            wanted=recipe.starts_from,
            start=start,
            found=found,
        )
    return read_tensors(start, "average")


def _resume(
    last: Path, recipe: Recipe, networks: Mapping[str, nn.Module], optimisers: Mapping[str, torch.optim.Optimizer]
) -> int:
    """Fill networks and optimisers from a checkpoint and give its step."""
    step, made_by = read_facts(last)
    if made_by != recipe and not _is_lengthened(made_by, recipe):
        hint = message("Resume with the same recipe, or start anew.")
        raise RecipeError("{last} was made by another recipe.", hint=hint, last=last)
    for part, network in networks.items():
        network.load_state_dict(read_tensors(last, part))
    for part, optimiser in optimisers.items():
        load_optimiser(last, part, optimiser)
    restore_torch_rng(last)
    return step


def _is_lengthened(made_by: Recipe, recipe: Recipe) -> bool:
    """Whether a recipe differs from the one a run was begun with in its end alone, which no step so far has known."""
    plan = replace(made_by.optimiser, steps=recipe.optimiser.steps)
    return plan.schedule in ("plateau", "constant") and replace(made_by, optimiser=plan) == recipe


def _check_folder(out: Path, first_step: int, fabric: Fabric, context: JobContext) -> None:
    """Prepare `out` in the first process; all of them end if it cannot be written."""
    failure: DataError | None = None
    if fabric.is_global_zero:
        try:
            prepare_folder(out, step=first_step)
        except DataError as error:
            failure = error
    stop_together(fabric, context, failure)


class _Step:
    """One step of the generator and, where there is one, of the discriminators (eqs. 12, 13)."""

    def __init__(
        self,
        fabric: Fabric,
        network: nn.Module,
        objective: Objective,
        optimisers: Mapping[str, torch.optim.Optimizer],
        recipe: Recipe,
        *,
        norms_are_frozen: bool,
    ) -> None:
        self._norms_are_frozen = norms_are_frozen
        self._fabric, self._recipe, self._optimisers = fabric, recipe, optimisers
        network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._network, self._optimiser = fabric.setup(network, optimisers["optimiser"])
        self._objective = objective.set_up(fabric, optimisers.get("discriminator_optimiser"))

    def __call__(self, batch: Batch, *, share: float) -> dict[str, float]:
        plan, loss = self._recipe.optimiser, self._recipe.loss
        self._set_rate("optimiser", plan.learning_rate * share)
        self._set_rate("discriminator_optimiser", loss.discriminator_learning_rate * share)
        low, high = (
            torch.from_numpy(part).to(self._fabric.device, memory_format=torch.channels_last) * 2 - 1
            for part in (batch.low, batch.high)
        )
        labels = {kind: torch.from_numpy(values).to(self._fabric.device) for kind, values in batch.labels.items()}
        self._set_mode()
        output = self._network(low)
        terms = self._objective.generator_terms(output, high, labels)
        self._optimiser.zero_grad()
        self._fabric.backward(terms.total)
        self._fabric.clip_gradients(self._network, self._optimiser, max_norm=plan.clip_norm, error_if_nonfinite=False)
        self._optimiser.step()
        values = {name: term.item() for name, term in terms.parts.items()}
        values |= self._objective.train_discriminator(output.image.detach(), high, clip_norm=plan.clip_norm)
        if not math.isfinite(values["loss"]):
            raise DataError(
                "The loss is no longer a number.", hint="Lower the learning rate and resume from the last checkpoint."
            )
        return values

    def _set_mode(self) -> None:
        """Training mode, but for batch norms that are to use their running statistics."""
        self._network.train()
        if self._norms_are_frozen:
            for module in self._network.modules():
                if isinstance(module, nn.BatchNorm2d):
                    module.eval()

    def _set_rate(self, name: str, rate: float) -> None:
        if name in self._optimisers:
            for group in self._optimisers[name].param_groups:
                group["lr"] = rate


def _batches(
    pairs: PairSource, recipe: Recipe, steps: range, fabric: Fabric, context: JobContext
) -> Iterator[tuple[int, Batch]]:
    """Each step's batch, the next one made while the network works; what is drawn depends on seed, step and process.

    Raises: Cancelled, without waiting for a batch.
    """

    plan = recipe.optimiser
    halved = pairs.half_size() if recipe.data.half_size_steps else pairs

    def make(step: int) -> Batch:
        source = halved if step < recipe.data.half_size_steps else pairs
        return source.batch(plan.batch, np.random.default_rng([plan.seed, step, fabric.global_rank]))

    pool = ThreadPoolExecutor(1, "pairs")
    try:
        waiting = pool.submit(make, steps.start) if steps else None
        for step in steps:
            assert waiting is not None
            batch = result_of(waiting, context)
            waiting = pool.submit(make, step + 1) if step + 1 in steps else None
            yield step, batch
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@torch.no_grad()
def _update_average(average: nn.Module, network: nn.Module, *, decay: float) -> None:
    """Exponential moving average of every weight and running statistic."""
    for mean, value in zip(average.state_dict().values(), network.state_dict().values(), strict=True):
        if mean.is_floating_point():
            mean.lerp_(value, 1 - decay)
        else:
            mean.copy_(value)


def _tell(progress: Progress, report: Callable[[Progress], None] | None) -> None:
    if progress.step % 50 == 0:
        losses = " ".join(f"{name} {value:.5f}" for name, value in progress.losses.items())
        LOG.info("step %d %s %.1f img/s ETA %.0f s", progress.step, losses, progress.images_per_s, progress.eta_s)
    if progress.scores:
        LOG.info("step %d %s", progress.step, " ".join(f"{k} {v:.4f}" for k, v in progress.scores.items()))
    if report:
        report(progress)
