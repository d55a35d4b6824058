"""The training of the network of coefficients: one loop, resumable, and the file that is shipped."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from engine.files import atomic_file
from engine.models.exporting import OPSET, store_half
from engine.priors.coefficients.config import INPUT, OUTPUTS, SEEN_PX, CoefficientsConfig
from engine.priors.coefficients.losses import CoefficientsLoss, CoefficientsWeights, Truth
from engine.priors.coefficients.network import CoefficientsGraph, CoefficientsNetwork
from engine.priors.coefficients.teller import as_seen
from engine.training.checkpoints import LAST_NAME, load_optimiser, read_table, read_tensors, write_parts
from engine.training.coefficients.examples import Example, Examples
from engine.training.coefficients.scores import Floats, TightTruth, scores
from engine.training.coefficients.targets import FittedPortraits

SIDES = (16, 32)  # px, that are scored
LEAST_SPREAD = 1e-2  # of a number: directions that the model does not have are 0 for all


@dataclass(frozen=True, kw_only=True)
class CoefficientsPlan:
    """One run. `drawn` faces of a batch are drawn for eq. 3, from the step `drawn_from` on: a face that lies at the
    wrong place is coloured wrongly. The rate rises over `warmup_steps`, is constant, and falls to zero in a straight
    line over the last fifth of the steps; a run may be resumed with more steps."""

    config: CoefficientsConfig = field(default_factory=CoefficientsConfig)
    weights: CoefficientsWeights = field(default_factory=CoefficientsWeights)
    steps: int = 12000
    batch: int = 32
    learning_rate: float = 1e-3
    warmup_steps: int = 100
    drawn: int = 3
    drawn_from: int = 600
    ema_decay: float = 0.998
    seed: int = 1
    checkpoint_every: int = 100
    validate_every: int = 1000


def train_coefficients(
    plan: CoefficientsPlan,
    examples: Examples,
    out: Path,
    *,
    validate: Callable[[nn.Module], Mapping[str, float]],
    tell: Callable[[str], None] = print,
) -> CoefficientsNetwork:
    """Train, and give the averaged network. Goes on from the checkpoint in `out` if there is one."""
    torch.manual_seed(plan.seed)
    network, average = CoefficientsNetwork(plan.config), CoefficientsNetwork(plan.config)
    set_spread(network, examples.fitted)
    average.load_state_dict(network.state_dict())
    average.requires_grad_(False)
    loss = CoefficientsLoss(examples.model, plan.weights)
    optimiser = torch.optim.AdamW(network.parameters(), plan.learning_rate, weight_decay=1e-2)
    last = out / LAST_NAME
    first = _resume(last, network, average, optimiser)
    begun = time.monotonic()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(_batch, examples, plan, first)
        for step in range(first, plan.steps):
            batch = waiting.result()
            waiting = pool.submit(_batch, examples, plan, step + 1)
            _set_rate(optimiser, plan, step)
            terms = loss(
                network.train()(batch[0]), batch[1], network.spread, drawn=plan.drawn if step >= plan.drawn_from else 0
            )
            optimiser.zero_grad()
            torch.stack(list(terms.values())).sum().backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            _update(average, network, min(plan.ema_decay, (1 + step) / (10 + step)))
            done = step + 1
            if done % 50 == 0:
                rate = (done - first) * plan.batch / (time.monotonic() - begun)
                tell(f"step {done} " + " ".join(f"{n} {v.item():.4f}" for n, v in terms.items()) + f" {rate:.1f} img/s")
            if done % plan.validate_every == 0 or done == plan.steps:
                tell(f"step {done} " + " ".join(f"{n} {v:.4f}" for n, v in validate(average.eval()).items()))
            if done % plan.checkpoint_every == 0 or done == plan.steps:
                _save(last, done, network, average, optimiser)
    return average.eval()


def set_spread(network: CoefficientsNetwork, fitted: FittedPortraits) -> None:
    """What the network's outputs stand for: departures from the mean of the portraits, in their spread."""
    vectors = torch.from_numpy(fitted.vectors.reshape(-1, fitted.vectors.shape[-1]))
    network.mean.copy_(vectors.mean(dim=0))
    network.spread.copy_(vectors.std(dim=0).clamp(min=LEAST_SPREAD))


def validation_of(truth: TightTruth, examples: Examples) -> Callable[[nn.Module], dict[str, float]]:
    """Scores of a network on the faces, by the side of the low-resolution one."""

    def validate(network: nn.Module) -> dict[str, float]:
        row: dict[str, float] = {}
        for side in SIDES:
            found = scores(lambda low: told_by(network, low), truth, examples.model, side=side)
            row |= {f"{name}_{side}": value for name, value in found.items()}
        return row

    return validate


@torch.inference_mode()
def told_by(network: nn.Module, low: Floats) -> tuple[Floats, Floats]:
    """What a torch network says of pictures `(N, S, S, 3)` in [0, 1]: numbers, and probabilities of states."""
    graph = CoefficientsGraph(network)  # type: ignore[arg-type]
    seen = torch.from_numpy(as_seen(low.transpose(0, 3, 1, 2)))
    parts = [graph(part) for part in seen.split(32)]
    vectors, states = (torch.cat(part).numpy() for part in zip(*parts, strict=True))
    return vectors, states


def stacked(batch: Sequence[Example]) -> tuple[Tensor, Truth]:
    """What the network sees `(B, 3, S, S)` in [-1, 1], and the truth."""
    seen, sharp = (
        torch.from_numpy(np.stack([getattr(one, name) for one in batch])).permute(0, 3, 1, 2)
        for name in ("seen", "sharp")
    )
    truth = Truth(
        coefficients=torch.from_numpy(np.stack([one.vector for one in batch])),
        points=torch.from_numpy(np.stack([one.points for one in batch])),
        state=torch.tensor([one.state for one in batch]),
        has_colour=torch.tensor([one.has_colour for one in batch]),
        sharp=sharp.contiguous(),
    )
    return seen.contiguous() * 2 - 1, truth


def _batch(examples: Examples, plan: CoefficientsPlan, step: int) -> tuple[Tensor, Truth]:
    return stacked(examples.batch(plan.batch, np.random.default_rng([plan.seed, step])))


def _set_rate(optimiser: torch.optim.Optimizer, plan: CoefficientsPlan, step: int) -> None:
    share = min(1.0, (step + 1) / plan.warmup_steps, 5 * (plan.steps - step) / plan.steps)
    for group in optimiser.param_groups:
        group["lr"] = plan.learning_rate * share


@torch.no_grad()
def _update(average: nn.Module, network: nn.Module, decay: float) -> None:
    for mean, value in zip(average.state_dict().values(), network.state_dict().values(), strict=True):
        if mean.is_floating_point():
            mean.lerp_(value, 1 - decay)
        else:
            mean.copy_(value)


def _save(path: Path, step: int, network: nn.Module, average: nn.Module, optimiser: torch.optim.Optimizer) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    networks = {"network": network, "average": average}
    write_parts(path, facts={"step": step}, networks=networks, optimisers={"optimiser": optimiser}, more={})


def _resume(path: Path, network: nn.Module, average: nn.Module, optimiser: torch.optim.Optimizer) -> int:
    if not path.exists():
        return 0
    for part, name in ((network, "network"), (average, "average")):
        part.load_state_dict(read_tensors(path, name))
    load_optimiser(path, "optimiser", optimiser)
    return int(read_table(path)["step"])


def averaged(path: Path, config: CoefficientsConfig) -> CoefficientsNetwork:
    """The averaged network of a checkpoint."""
    network = CoefficientsNetwork(config)
    network.load_state_dict(read_tensors(path, "average"))
    return network.eval()


def export_coefficients(network: CoefficientsNetwork, file: Path) -> None:
    """Write the network for ONNX Runtime, with large weights in 16 bits. Raises: OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with atomic_file(file) as beside, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # TorchScript's exporter, as for the models
        torch.onnx.export(
            CoefficientsGraph(network).eval(),  # it is put back into the mode that it came in
            (torch.rand(2, 3, SEEN_PX, SEEN_PX),),
            beside,
            dynamo=False,
            input_names=[INPUT],
            output_names=list(OUTPUTS),
            dynamic_axes={name: {0: "batch"} for name in (INPUT, *OUTPUTS)},
            opset_version=OPSET,
        )
        proto = onnx.load(beside)
        store_half(proto)
        beside.write_bytes(proto.SerializeToString())
