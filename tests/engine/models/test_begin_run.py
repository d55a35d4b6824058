"""What runs begin with: `packaging/scripts/begin_run.py`."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
import torch

from engine.models.card import WEIGHTS_NAME
from engine.models.exporting import state_from_onnx
from engine.models.registry import load_family
from engine.paths import models_folder
from engine.training.recipe import read_recipe
from engine.training.recipes_shipped import find_recipe

TOOL = Path(__file__).parents[3] / "packaging" / "scripts" / "begin_run.py"
BORDER = 24  # px that zeros around the 16 px picture reach


def test_every_step_of_an_mpenet_begins_with_the_first_picture_of_dic() -> None:
    weights = state_from_onnx(models_folder() / "dic-x8" / WEIGHTS_NAME)
    dic_recipe, recipe = read_recipe(find_recipe("dic-x8")), read_recipe(find_recipe("mpenet-x8"))
    dic = load_family(dic_recipe.family).build(dic_recipe.network).eval()
    dic.load_state_dict(weights)
    network = load_family(recipe.family).build(recipe.network).eval()
    runpy.run_path(str(TOOL))["fill"](network, weights)
    face = torch.rand(1, 3, 8, 8, generator=torch.Generator().manual_seed(3))
    face = torch.nn.functional.interpolate(face, size=128, mode="bicubic").clamp(0, 1) * 2 - 1
    with torch.no_grad():
        wanted, steps = dic(face).steps[0], network(face).steps
    inner = (..., slice(BORDER, -BORDER), slice(BORDER, -BORDER))
    assert (wanted - face).abs()[inner].mean() > 0.01  # more than the enlargement alone
    for step in steps:
        assert (step - wanted).abs()[inner].mean() < 0.002


def test_sam_x4_begins_with_the_weights_of_sam_x8_but_for_the_first_convolution() -> None:
    given = state_from_onnx(models_folder() / "sam-x8" / WEIGHTS_NAME)
    begun = runpy.run_path(str(TOOL))["begun"](read_recipe(find_recipe("sam-x4"))).state_dict()
    other = {name for name, value in begun.items() if name not in given or not torch.equal(value, given[name])}
    assert other == {"body.first.0.weight", "body.first.0.bias"}


@pytest.mark.parametrize("name", ["mpenet-x8", "sam-x4", "mtun-x8", "sparnet-x8"])
def test_a_run_can_go_on_from_what_ships(name: str) -> None:
    given = state_from_onnx(models_folder() / name / WEIGHTS_NAME)
    own = runpy.run_path(str(TOOL))["shipped"](read_recipe(find_recipe(name))).state_dict()
    assert len(own) > 20 and all(torch.equal(own[part], value) for part, value in given.items())
