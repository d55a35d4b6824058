"""Checkpoints: one safetensors file that holds everything a run needs to go on to the same numbers."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from engine.errors import DataError
from engine.files import atomic_file
from engine.training.recipe import Recipe, recipe_from_table

LAST_NAME = "last.safetensors"


def save_checkpoint(
    path: Path,
    *,
    recipe: Recipe,
    step: int,
    network: nn.Module,
    average: nn.Module,
    optimiser: torch.optim.Adam,
    rng: np.random.Generator,
) -> None:
    """Write network, averaged network, optimiser, step and generator state, atomically.

    Raises: DataError if the folder cannot be written; the file that was there stays.
    """
    tensors = {f"network.{name}": value for name, value in network.state_dict().items()}
    tensors |= {f"average.{name}": value for name, value in average.state_dict().items()}
    for index, state in optimiser.state_dict()["state"].items():
        tensors |= {f"optimiser.{index}.{name}": value for name, value in state.items()}
    facts = {"step": step, "rng": rng.bit_generator.state, "recipe": asdict(recipe)}
    try:
        with atomic_file(path) as beside:
            save_file(
                {name: value.detach().contiguous() for name, value in tensors.items()},
                beside,
                metadata={"facts": json.dumps(facts)},
            )
    except OSError as error:
        raise DataError(
            f"The checkpoint {path} cannot be written: {error.strerror}.",
            hint="Free some space or choose another folder; the last checkpoint is kept.",
        ) from error


def read_facts(path: Path) -> tuple[int, dict[str, Any], Recipe]:
    """Step, generator state and recipe of a checkpoint."""
    with safe_open(path, framework="pt") as file:
        facts = json.loads(file.metadata()["facts"])
    return facts["step"], facts["rng"], recipe_from_table(facts["recipe"])


def read_tensors(path: Path, part: str) -> dict[str, Tensor]:
    """The tensors of one part: `network`, `average` or `optimiser`."""
    with safe_open(path, framework="pt") as file:
        prefix = f"{part}."
        names = [name for name in file.keys() if name.startswith(prefix)]  # noqa: SIM118 (no mapping)
        return {name.removeprefix(prefix): file.get_tensor(name) for name in names}


def load_optimiser(path: Path, optimiser: torch.optim.Adam) -> None:
    """Put a checkpoint's optimiser state into a fresh optimiser of the same parameters."""
    state: dict[int, dict[str, Tensor]] = {}
    for name, value in read_tensors(path, "optimiser").items():
        index, key = name.split(".", 1)
        state.setdefault(int(index), {})[key] = value
    optimiser.load_state_dict({"state": state, "param_groups": optimiser.state_dict()["param_groups"]})
