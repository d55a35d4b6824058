"""Train the action-unit branch of an MPENet alone, on the pictures of its second step, and write a checkpoint to start
from: `python packaging/scripts/train_units.py CHECKPOINT --faces DIR --out DIR`.

Beside the pictures' losses the branch sees each face a few times only. Here the second step's pictures are made once,
ROUNDS of each face on average, and gone through many times, moved and lit a little. What is told from 0.5 on is then
set for each unit so that F1 is highest on training faces that were held out. Needs weak labels beside the faces
(`label_action_units.py`) and the extra `train`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.datasets.portraits import read_portraits
from engine.models.mpenet.labels import KIND
from engine.models.mpenet.losses import units_loss
from engine.models.mpenet.network import MPENet
from engine.models.registry import load_family
from engine.priors.action_units import NAMES
from engine.priors.weak_units import f1_scores
from engine.training.checkpoints import LAST_NAME, read_facts, read_tensors, save_checkpoint
from engine.training.pairs import PairSource, make_pairs
from engine.training.recipe import Recipe

ROUNDS, HELD_OUT = 2.0, 0.15  # pictures of each face; the share of faces that the thresholds are taken from
BATCH, STEPS, RATE, DECAY = 32, 2400, 1e-3, 1e-3
SHIFT, LIGHT = 6, 0.15  # px; of contrast and brightness


class Seen(NamedTuple):
    """Pictures of the second step `(N, 3, H, W)` as uint8, and the units of their faces `(N, U)`."""

    pictures: Tensor
    units: Tensor


def main() -> None:
    """Read the arguments, train, print F1 on the faces held out, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--faces", type=Path, required=True, metavar="DIR")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--thresholds-only", action="store_true", help="train nothing, set what is told from 0.5 on")
    parser.add_argument("--into", type=Path, metavar="CHECKPOINT", help="put the branch into this one instead")
    options = parser.parse_args()
    step, recipe, network = _network(options.checkpoint)
    assert network.classifier is not None
    held_out, learned = _pairs(options.faces, recipe)
    if not options.thresholds_only:
        rates = recipe.family_loss.unit_rates  # type: ignore[attr-defined]
        fit(network.classifier, seen_of(network, *learned), rates=rates, seed=recipe.optimiser.seed)
    set_thresholds(network.classifier, seen_of(network, *held_out))
    if options.into:
        branch = network.classifier
        step, recipe, network = _network(options.into)
        network.classifier = branch
    options.out.mkdir(parents=True, exist_ok=True)
    made_by = replace(recipe, starts_from="")
    save_checkpoint(options.out / LAST_NAME, recipe=made_by, step=step, networks={"average": network}, optimisers={})


def _network(checkpoint: Path) -> tuple[int, Recipe, MPENet]:
    """The step, the recipe and the averaged network of a checkpoint."""
    step, recipe = read_facts(checkpoint)
    network = load_family(recipe.family).build(recipe.network)
    network.load_state_dict(read_tensors(checkpoint, "average"))
    assert isinstance(network, MPENet)
    return step, recipe, network


def _pairs(faces: Path, recipe: Recipe) -> Iterator[tuple[PairSource, int]]:
    """Pairs held out and pairs to learn from, and how many pictures to make of each."""
    portraits = read_portraits(faces, split="train", min_detail=recipe.data.min_detail)
    order = np.random.default_rng(recipe.optimiser.seed).permutation(len(portraits))
    first = int(len(portraits) * HELD_OUT)
    for chosen in (order[:first], order[first:]):
        some = [portraits[int(index)] for index in chosen]
        yield make_pairs(some, recipe, size=recipe.network.size), round(ROUNDS * len(some))


@torch.inference_mode()
def seen_of(network: MPENet, pairs: PairSource, count: int) -> Seen:
    """Draw `count` pairs and restore them up to the second step."""
    network.eval()
    rng = np.random.default_rng(1)
    pictures, units = list[Tensor](), list[Tensor]()
    while len(pictures) * 8 < count:
        batch = pairs.batch(8, rng)
        second = network(torch.from_numpy(batch.low) * 2 - 1).steps[1]
        pictures.append(((second + 1) * 127.5).round().clamp(0, 255).byte())
        units.append(torch.from_numpy(batch.labels[KIND]))
    found = Seen(torch.cat(pictures), torch.cat(units))
    is_known = found.units.isfinite().all(dim=1)
    return Seen(found.pictures[is_known].clone(), found.units[is_known].clone())


def fit(classifier: nn.Module, seen: Seen, *, rates: tuple[float, ...], seed: int) -> None:
    """Train the branch. Source of the loss: MPENet, eqs. 6 to 8."""
    generator = torch.Generator().manual_seed(seed)
    optimiser = torch.optim.AdamW(classifier.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, STEPS)
    classifier.train()
    for step in range(1, STEPS + 1):
        chosen = torch.randint(len(seen.pictures), (BATCH,), generator=generator)
        loss = units_loss(classifier(varied(seen.pictures[chosen], generator)), seen.units[chosen], rates)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        if step % 200 == 0:
            print(f"step {step}/{STEPS} loss {loss.item():.3f}", flush=True)


def varied(pictures: Tensor, generator: torch.Generator) -> Tensor:
    """uint8 -> [-1, 1], moved by up to SHIFT px, mirrored or not; contrast and brightness of each changed by up to
    LIGHT."""
    images = pictures.float() / 127.5 - 1
    dx, dy = (int(n) for n in torch.randint(-SHIFT, SHIFT + 1, (2,), generator=generator))
    padded = nn.functional.pad(images, (SHIFT, SHIFT, SHIFT, SHIFT), mode="replicate")
    height, width = images.shape[2:]
    images = padded[:, :, SHIFT + dy : SHIFT + dy + height, SHIFT + dx : SHIFT + dx + width]
    if torch.rand((), generator=generator) < 0.5:
        images = images.flip(3)
    contrast, brightness = (torch.rand(2, len(images), 1, 1, 1, generator=generator) - 0.5) * 2 * LIGHT
    return images * (1 + contrast) + brightness


@torch.inference_mode()
def set_thresholds(classifier: nn.Module, seen: Seen) -> NDArray[np.float64]:
    """Move the last layer's bias so that logits above 0 give the highest F1 on these faces; the moves, (U,).

    A unit that none of them has stays as it is.
    """
    classifier.eval()
    logits = torch.cat([classifier(part.float() / 127.5 - 1) for part in seen.pictures.split(BATCH)]).numpy()
    truth = seen.units.numpy() > 0.5
    grid = np.linspace(-4, 4, 81)
    f1 = np.stack([f1_scores(logits > threshold, truth) for threshold in grid])
    smooth = np.stack([np.convolve(column, np.ones(9) / 9, mode="same") for column in f1.T], axis=1)  # few faces
    moves = np.where(truth.any(axis=0), -grid[smooth.argmax(axis=0)], 0.0)
    for number, name in enumerate(NAMES):
        before, after = f1[len(grid) // 2, number], f1[smooth[:, number].argmax(), number]
        shown, threshold = int(truth[:, number].sum()), -moves[number]
        print(f"{name}: {shown} of {len(truth)}, F1 {before:.3f}, {after:.3f} at {threshold:+.1f}")
    full = classifier.get_submodule("full")
    assert isinstance(full, nn.Linear)
    full.bias.add_(torch.from_numpy(moves).to(full.bias.dtype))
    return moves


if __name__ == "__main__":
    main()
