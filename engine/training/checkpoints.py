"""Checkpoints: one safetensors file that holds everything a run needs to go on to the same numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from engine.errors import DataError
from engine.files import atomic_file, refused
from engine.messages import message
from engine.training.recipe import Recipe, recipe_from_table

LAST_NAME = "last.safetensors"
_RNG = "torch_rng"


def save_checkpoint(
    path: Path,
    *,
    recipe: Recipe,
    step: int,
    networks: Mapping[str, nn.Module],
    optimisers: Mapping[str, torch.optim.Optimizer],
) -> None:
    """Write networks (among them the `average`), optimisers, step, recipe and torch's generator state, atomically.

    What the pairs draw depends on seed and step alone, so their generator needs no state.
    Raises: DataError if the file cannot be written; the one that was there stays.
    """
    facts = {"step": step, "recipe": asdict(recipe)}
    write_parts(path, facts=facts, networks=networks, optimisers=optimisers, more={_RNG: torch.get_rng_state()})


def write_parts(
    path: Path,
    *,
    facts: Mapping[str, Any],
    networks: Mapping[str, nn.Module],
    optimisers: Mapping[str, torch.optim.Optimizer],
    more: Mapping[str, Tensor],
) -> None:
    """Write the parts, `more` tensors and facts that JSON can hold, atomically. Raises: DataError as above."""
    tensors = dict(more)
    for part, network in networks.items():
        tensors |= {f"{part}.{name}": value for name, value in network.state_dict().items()}
    for part, optimiser in optimisers.items():
        for index, state in optimiser.state_dict()["state"].items():
            tensors |= {f"{part}.{index}.{name}": value for name, value in state.items()}
    try:
        with atomic_file(path) as beside:
            save_file(
                {name: value.detach().cpu().clone().contiguous() for name, value in tensors.items()},
                beside,
                metadata={"facts": json.dumps(facts)},
            )
    except (OSError, SafetensorError) as error:
        raise DataError(
            refused(message("The checkpoint {path}", path=path), error, doing="write"),
            hint="Free some space or choose another folder; the last checkpoint is kept.",
        ) from error


def read_facts(path: Path) -> tuple[int, Recipe]:
    """Step and recipe of a checkpoint. Raises: DataError if it is none."""
    facts = read_table(path)
    return facts["step"], recipe_from_table(facts["recipe"])


def read_table(path: Path) -> dict[str, Any]:
    """The facts of a checkpoint as they are written. Raises: DataError if it is none."""
    try:
        with safe_open(path, framework="pt") as file:
            return json.loads(file.metadata()["facts"])
    except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
        raise DataError(
            "{path} is no checkpoint: {error}.",
            hint="Expected the last.safetensors of a run.",
            path=path,
            error=str(error),
        ) from error


def read_tensors(path: Path, part: str) -> dict[str, Tensor]:
    """The tensors of one part: `network`, `average`, `discriminator`, or an optimiser's."""
    with safe_open(path, framework="pt") as file:
        prefix = f"{part}."
        names = [name for name in file.keys() if name.startswith(prefix)]  # noqa: SIM118 (no mapping)
        return {name.removeprefix(prefix): file.get_tensor(name) for name in names}


def load_optimiser(path: Path, part: str, optimiser: torch.optim.Optimizer) -> None:
    """Put a checkpoint's optimiser state into a fresh optimiser of the same parameters."""
    state: dict[int, dict[str, Tensor]] = {}
    for name, value in read_tensors(path, part).items():
        index, key = name.split(".", 1)
        state.setdefault(int(index), {})[key] = value
    optimiser.load_state_dict({"state": state, "param_groups": optimiser.state_dict()["param_groups"]})


def restore_torch_rng(path: Path) -> None:
    """Set torch's generator to where the checkpoint left it."""
    with safe_open(path, framework="pt") as file:
        torch.set_rng_state(file.get_tensor(_RNG))
