"""Write the checkpoint that a run starts from: the weights of a shipped model, where the network has the same layers.

`python packaging/scripts/begin_run.py mpenet-x8 --faces DIR --out runs/begin`, then `fsr-desktop train mpenet-x8
--start runs/begin/last.safetensors ...`. Needs the extra `train`.

- `mpenet-x8` has weights of `dic-x8`: the first step begins with the picture of DIC's first one (but for the outermost
  px, since the two pad with another colour), the others with the module of DIC's later ones. What comes before that
  module, DIC's attentive fusion, is another here: the fusions learn what DIC's gives on the faces of `--faces`, a few
  minutes long. The branch for landmarks is that of the model that ships, where there is one; the branch for action
  units knows nothing yet.
- `sam-x4` has those of `sam-x8`, but for the first convolution: both work on features of 32 px, which the one makes of
  16 px and the other has.

With `--shipped` the weights are those of the shipped model of that name, for a run that goes on where its own was lost.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from engine.datasets.portraits import read_portraits, tight_faces
from engine.degradation.blind import degrade_bicubic
from engine.models.card import WEIGHTS_NAME
from engine.models.dic.config import PAPER_DIC
from engine.models.dic.network import DIC
from engine.models.exporting import load_weights, state_from_onnx
from engine.models.mpenet.network import MPENet
from engine.models.registry import load_family
from engine.paths import models_folder
from engine.priors.action_units import UNITS
from engine.priors.heatmaps import component_attention
from engine.training.checkpoints import LAST_NAME, save_checkpoint
from engine.training.recipe import Recipe, read_recipe
from engine.training.recipes_shipped import find_recipe

BEGINS_WITH = {"mpenet-x8": "dic-x8", "sam-x4": "sam-x8"}
DETAIL, EVERY, BATCH, FIT_STEPS, FIT_RATE = 180, 6, 8, 1500, 2e-3  # px of real detail; every n-th portrait; faces
BRANCH = "alignment."  # for landmarks, of MPENet
OTHER = "body.first."  # the layer in which the two SAMs differ
ALIKE = {"first_block": "first_module", "block": "module", "out": "enlarge"}  # DIC's name: MPENet's
ALIKE_SHARED = {"first_block": "module", "out": "enlarge"}


@torch.no_grad()
def fill(network: nn.Module, dic: dict[str, Tensor]) -> None:
    """Put the weights of a DIC into an MPENet of the same features, groups and stride.

    Where all steps share one module, it is DIC's first, and every step begins with the picture of the first.
    """
    state = network.state_dict()
    alike = ALIKE if any(name.startswith("first_module.") for name in state) else ALIKE_SHARED
    for name, weights in dic.items():
        part, _, rest = name.partition(".")
        target = f"{alike.get(part)}.{rest}"
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
        fusion, block = f"fusions.{step}", "block" if step and alike is ALIKE else "first_block"
        squeezed = dic[f"{block}.compress_in.0.weight"]
        state[f"{fusion}.0.0.weight"].zero_()[:, : squeezed.shape[1]] = squeezed
        state[f"{fusion}.0.0.bias"].copy_(dic[f"{block}.compress_in.0.bias"])
        state[f"{fusion}.0.1.weight"].copy_(dic[f"{block}.compress_in.1.weight"])
        nn.init.dirac_(state[f"{fusion}.1.0.weight"])  # the same again
        state[f"{fusion}.1.0.bias"].zero_()
        state[f"{fusion}.1.1.weight"].fill_(1.0)  # a PReLU that lets everything pass


@torch.inference_mode()
def examples(network: MPENet, dic: DIC, faces: Path) -> list[tuple[Tensor, Tensor]]:
    """What the fusions of steps 2 and 3 get and what DIC's gives there, each (N, channels, 32, 32)."""
    portraits = read_portraits(faces, split="train", min_detail=DETAIL)[::EVERY]
    low = np.stack(
        [degrade_bicubic(face, dic.config.low_size) for face in tight_faces(portraits, size=dic.config.size)]
    )
    given: tuple[list[Tensor], ...] = ([], [])
    wanted: tuple[list[Tensor], ...] = ([], [])
    for batch in torch.from_numpy(low).permute(0, 3, 1, 2).split(BATCH):
        centred = batch - dic.mean
        extracted = dic.conv_in(dic.reduction @ centred @ dic.reduction.T)
        state, memory = dic.first_block(extracted), None
        for step in range(2):
            picture = dic.conv_out(dic.out(state)) + centred
            assert dic.HG is not None and dic.block.fusion_block is not None and network.alignment is not None
            aligned = dic.HG(picture, memory)
            if step:  # action units: none yet
                more = extracted.new_zeros(len(batch), len(UNITS), *extracted.shape[2:])
            else:
                more = network.alignment((picture + dic.mean) * 2 - 1)
            attention = component_attention(aligned.heatmaps)
            fused = dic.block.fusion_block(dic.block.squeeze_in(extracted, state), attention)
            given[step].append(torch.cat((extracted, state, more), dim=1))
            wanted[step].append(fused)
            state, memory = dic.block.project(fused), aligned.memory
    return [(torch.cat(given[step]), torch.cat(wanted[step])) for step in range(2)]


def fit_fusions(network: MPENet, pairs: list[tuple[Tensor, Tensor]]) -> None:
    """Let the fusions of steps 2 and 3 learn DIC's from examples."""
    for fusion, (given, wanted) in zip(network.fusions[1:], pairs, strict=True):
        given, wanted = given.clone(), wanted.clone()  # inference tensors cannot be saved for backward
        optimiser = torch.optim.Adam(fusion.parameters(), lr=FIT_RATE)
        schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.01, FIT_STEPS)
        error = torch.zeros(())
        for _ in range(FIT_STEPS):
            chosen = torch.randint(len(given), (2 * BATCH,))
            error = (fusion(given[chosen]) - wanted[chosen]).square().mean()
            optimiser.zero_grad()
            error.backward()
            optimiser.step()
            schedule.step()
        print(f"a fusion explains all but {error.item() / wanted.var().item():.2f} of DIC's")


def shipped(recipe: Recipe) -> nn.Module:
    """The network that ships under the recipe's name."""
    network = load_family(recipe.family).build(recipe.network)
    load_weights(network, state_from_onnx(models_folder() / recipe.name / WEIGHTS_NAME), what=recipe.name)
    return network


def begun(recipe: Recipe, faces: Path | None = None) -> nn.Module:
    """A network of the recipe's sizes as its training begins. Of an MPENet, with the priors that it has.

    Args: faces: portraits for the fusions of an MPENet whose first step has a module of its own.
    """
    torch.manual_seed(recipe.optimiser.seed)
    network = load_family(recipe.family).build(recipe.network)
    given = state_from_onnx(models_folder() / BEGINS_WITH[recipe.name] / WEIGHTS_NAME)
    if isinstance(network, MPENet):
        fill(network, given)
        if faces is not None and network.first_module is not None:
            before = models_folder() / recipe.name / WEIGHTS_NAME
            if before.is_file():
                parts = {name: value for name, value in state_from_onnx(before).items() if name.startswith(BRANCH)}
                network.load_state_dict({**network.state_dict(), **parts})
            dic = shipped(read_recipe(find_recipe(BEGINS_WITH[recipe.name]))).eval()
            assert isinstance(dic, DIC)
            fit_fusions(network, examples(network.eval(), dic, faces))
    else:
        own = network.state_dict()
        network.load_state_dict({name: own[name] if name.startswith(OTHER) else given[name] for name in own})
    return network


def main() -> None:
    """Read the arguments and write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe")
    parser.add_argument("--shipped", action="store_true", help="the weights of the shipped model of that name")
    parser.add_argument("--faces", type=Path, metavar="DIR", help="portraits on which an MPENet's fusions learn DIC's")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    options = parser.parse_args()
    if not options.shipped and options.recipe not in BEGINS_WITH:
        parser.error(f"{options.recipe} begins with no other model's weights, only with its own (--shipped)")
    recipe = read_recipe(find_recipe(options.recipe))
    if not options.shipped and options.faces is None and getattr(recipe.network, "own_first_module", False):
        parser.error(f"the fusions of {options.recipe} learn DIC's on portraits: name them with --faces")
    options.out.mkdir(parents=True, exist_ok=True)
    network = shipped(recipe) if options.shipped else begun(recipe, options.faces)
    made_by, networks = replace(recipe, starts_from=""), {"average": network}
    save_checkpoint(options.out / LAST_NAME, recipe=made_by, step=0, networks=networks, optimisers={})


if __name__ == "__main__":
    main()
