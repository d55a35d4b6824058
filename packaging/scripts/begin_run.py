"""Write the checkpoint that a run starts from: the weights of a shipped model, where the network has the same layers.

`python packaging/scripts/begin_run.py mpenet-x8 --out runs/begin`, then `fsr-desktop train mpenet-x8 --start
runs/begin/last.safetensors ...`. Needs the extra `train`.

- `mpenet-x8` has weights of `dic-x8`. Every step begins with the picture of DIC's first one (but for the outermost px,
  since the two pad with another colour): the fusions look at the shallow features alone, and the branches for landmarks
  and action units know nothing yet.
- `sam-x4` has those of `sam-x8`, but for the first convolution: both work on features of 32 px, which the one makes of
  16 px and the other has.

With `--shipped` the weights are those of the shipped model of that name, for a run that goes on where its own was lost.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn

from engine.models.card import WEIGHTS_NAME
from engine.models.dic.config import PAPER_DIC
from engine.models.exporting import load_weights, state_from_onnx
from engine.models.registry import load_family
from engine.paths import models_folder
from engine.training.checkpoints import LAST_NAME, save_checkpoint
from engine.training.recipe import Recipe, read_recipe
from engine.training.recipes_shipped import find_recipe

BEGINS_WITH = {"mpenet-x8": "dic-x8", "sam-x4": "sam-x8"}
OTHER = "body.first."  # the layer in which the two SAMs differ
ALIKE = {"first_block": "module", "out": "enlarge"}  # DIC's name: MPENet's


@torch.no_grad()
def fill(network: nn.Module, dic: dict[str, Tensor]) -> None:
    """Put the weights of a DIC into an MPENet of the same features, groups and stride."""
    state = network.state_dict()
    for name, weights in dic.items():
        part, _, rest = name.partition(".")
        target = f"{ALIKE.get(part)}.{rest}"
        if target in state:
            state[target].copy_(weights)
    first, bias = dic["conv_in.0.weight"], dic["conv_in.0.bias"]
    offset = 0.5 - torch.tensor(PAPER_DIC.mean)  # DIC sees (x + 1) / 2 - mean where MPENet sees x
    state["shallow.0.weight"].copy_(first / 2)
    state["shallow.0.bias"].copy_(bias + first.sum(dim=(2, 3)) @ offset)
    state["shallow.1.weight"].copy_(dic["conv_in.1.weight"])
    for part in ("weight", "bias"):
        state[f"picture.{part}"].copy_(2 * dic[f"conv_out.0.{part}"])  # to [-1, 1]
    for step in range(3):
        fusion = f"fusions.{step}"
        features = len(state[f"{fusion}.0.0.weight"])
        state[f"{fusion}.0.0.weight"].zero_()[:, :features] = dic["first_block.compress_in.0.weight"]
        state[f"{fusion}.0.0.bias"].copy_(dic["first_block.compress_in.0.bias"])
        state[f"{fusion}.0.1.weight"].copy_(dic["first_block.compress_in.1.weight"])
        nn.init.dirac_(state[f"{fusion}.1.0.weight"])  # the same again
        state[f"{fusion}.1.0.bias"].zero_()
        state[f"{fusion}.1.1.weight"].fill_(1.0)  # a PReLU that lets everything pass


def shipped(recipe: Recipe) -> nn.Module:
    """The network that ships under the recipe's name."""
    network = load_family(recipe.family).build(recipe.network)
    load_weights(network, state_from_onnx(models_folder() / recipe.name / WEIGHTS_NAME), what=recipe.name)
    return network


def begun(recipe: Recipe) -> nn.Module:
    """A network of the recipe's sizes as its training begins. Of an MPENet, with the priors that it has."""
    torch.manual_seed(recipe.optimiser.seed)
    network = load_family(recipe.family).build(recipe.network)
    given = state_from_onnx(models_folder() / BEGINS_WITH[recipe.name] / WEIGHTS_NAME)
    if recipe.family == "mpenet":
        fill(network, given)
    else:
        own = network.state_dict()
        network.load_state_dict({name: own[name] if name.startswith(OTHER) else given[name] for name in own})
    return network


def main() -> None:
    """Read the arguments and write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe")
    parser.add_argument("--shipped", action="store_true", help="the weights of the shipped model of that name")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    options = parser.parse_args()
    if not options.shipped and options.recipe not in BEGINS_WITH:
        parser.error(f"{options.recipe} begins with no other model's weights, only with its own (--shipped)")
    recipe = read_recipe(find_recipe(options.recipe))
    options.out.mkdir(parents=True, exist_ok=True)
    made_by, networks = replace(recipe, starts_from=""), {"average": (shipped if options.shipped else begun)(recipe)}
    save_checkpoint(options.out / LAST_NAME, recipe=made_by, step=0, networks=networks, optimisers={})


if __name__ == "__main__":
    main()
