"""Write the checkpoint that `sam-x4` starts from: the weights of the shipped `sam-x8`, but for the first convolution.

`python packaging/scripts/begin_sam_x4.py --out runs/begin-x4`, then `fsr-desktop train sam-x4 --start
runs/begin-x4/last.safetensors ...`. Both work on features of 32 px, which the one makes of 16 px and the other has.
Needs the extra `train`.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import torch
from torch import nn

from engine.models.card import WEIGHTS_NAME
from engine.models.exporting import state_from_onnx
from engine.models.registry import load_family
from engine.paths import models_folder
from engine.training.checkpoints import LAST_NAME, save_checkpoint
from engine.training.recipe import Recipe, read_recipe
from engine.training.recipes_shipped import find_recipe

OTHER = "first."  # the layer that differs


def begun(recipe: Recipe) -> nn.Module:
    """A SAM of the recipe's sizes as its training begins."""
    torch.manual_seed(recipe.optimiser.seed)
    network = load_family(recipe.family).build(recipe.network)
    given = state_from_onnx(models_folder() / "sam-x8" / WEIGHTS_NAME)
    own = network.state_dict()
    kept = {name: own[name] for name in own if name.startswith(f"body.{OTHER}")}
    network.load_state_dict({name: given[name] for name in own if name not in kept} | kept)
    return network


def main() -> None:
    """Read the arguments and write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    out = parser.parse_args().out
    recipe = read_recipe(find_recipe("sam-x4"))
    out.mkdir(parents=True, exist_ok=True)
    made_by = replace(recipe, starts_from="")
    save_checkpoint(out / LAST_NAME, recipe=made_by, step=0, networks={"average": begun(recipe)}, optimisers={})


if __name__ == "__main__":
    main()
