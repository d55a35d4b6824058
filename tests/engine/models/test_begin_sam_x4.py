"""The checkpoint that `sam-x4` starts from: `packaging/scripts/begin_sam_x4.py`."""

from __future__ import annotations

import runpy
from pathlib import Path

import torch

from engine.models.card import WEIGHTS_NAME
from engine.models.exporting import state_from_onnx
from engine.paths import models_folder
from engine.training.recipe import read_recipe
from engine.training.recipes_shipped import find_recipe

TOOL = Path(__file__).parents[3] / "packaging" / "scripts" / "begin_sam_x4.py"


def test_it_has_the_weights_of_sam_x8_but_for_the_first_convolution() -> None:
    given = state_from_onnx(models_folder() / "sam-x8" / WEIGHTS_NAME)
    begun = runpy.run_path(str(TOOL))["begun"](read_recipe(find_recipe("sam-x4"))).state_dict()
    other = {name for name, value in begun.items() if name not in given or not torch.equal(value, given[name])}
    assert other == {"body.first.0.weight", "body.first.0.bias"}
