"""What runs begin with: `packaging/scripts/begin_run.py`."""

from __future__ import annotations

import dataclasses
import runpy
from pathlib import Path

import pytest
import torch

from engine.models.card import WEIGHTS_NAME
from engine.models.exporting import state_from_onnx
from engine.models.mpenet.config import MpenetConfig
from engine.models.mpenet.network import MPENet
from engine.models.registry import load_family
from engine.paths import models_folder
from engine.priors.action_units import UNITS
from engine.training.recipe import read_recipe
from engine.training.recipes_shipped import find_recipe

TOOL = Path(__file__).parents[3] / "packaging" / "scripts" / "begin_run.py"
BORDER = 24  # px that zeros around the 16 px picture reach


@pytest.mark.parametrize("is_shared", [True, False])
def test_an_mpenet_begins_with_the_first_picture_of_dic(is_shared: bool) -> None:
    weights = state_from_onnx(models_folder() / "dic-x8" / WEIGHTS_NAME)
    dic_recipe, recipe = read_recipe(find_recipe("dic-x8")), read_recipe(find_recipe("mpenet-x8"))
    dic = load_family(dic_recipe.family).build(dic_recipe.network).eval()
    dic.load_state_dict(weights)
    assert isinstance(recipe.network, MpenetConfig)
    sizes = dataclasses.replace(recipe.network, own_first_module=not is_shared)
    network = MPENet(sizes).eval()
    runpy.run_path(str(TOOL))["fill"](network, weights)
    face = torch.rand(1, 3, 8, 8, generator=torch.Generator().manual_seed(3))
    face = torch.nn.functional.interpolate(face, size=128, mode="bicubic").clamp(0, 1) * 2 - 1
    with torch.no_grad():
        wanted, steps = dic(face).steps[0], network(face).steps
    inner = (..., slice(BORDER, -BORDER), slice(BORDER, -BORDER))
    assert (wanted - face).abs()[inner].mean() > 0.01  # more than the enlargement alone
    for step in steps if is_shared else steps[:1]:
        assert (step - wanted).abs()[inner].mean() < 0.002
    later, block = network.state_dict()["module.upBlocks.0.0.weight"], weights["block.upBlocks.0.0.weight"]
    assert torch.equal(later, block) is not is_shared


def test_a_run_whose_fusions_have_nothing_to_learn_from_is_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["begin_run.py", "mpenet-x8", "--out", str(tmp_path / "begin")])
    with pytest.raises(SystemExit):
        runpy.run_path(str(TOOL))["main"]()
    assert "--faces" in capsys.readouterr().err and not (tmp_path / "begin").exists()


def test_the_fusions_of_an_mpenet_learn_what_they_are_shown() -> None:
    tool = runpy.run_path(str(TOOL))
    config = MpenetConfig(features=8, groups=2, feedback_stride=2, feedback_padding=1, alignment_width=4, unit_width=2)
    network, generator = MPENet(config), torch.Generator().manual_seed(3)
    given = [torch.randn(8, 2 * 8 + more, 4, 4, generator=generator) for more in (config.landmarks, len(UNITS))]
    wanted = [maps[:, :8].roll(1, dims=1) for maps in given]

    def errors() -> list[float]:
        pairs = zip(network.fusions[1:], given, wanted, strict=True)
        return [float((fusion(x) - y).square().mean().detach()) for fusion, x, y in pairs]

    before = errors()
    tool["fit_fusions"].__globals__["FIT_STEPS"] = 400
    tool["fit_fusions"](network, list(zip(given, wanted, strict=True)))
    assert all(late < 0.5 * early for early, late in zip(before, errors(), strict=True))


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
