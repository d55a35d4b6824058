"""The action-unit branch trained alone: `packaging/scripts/train_units.py`."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from engine.models.mpenet.config import MpenetConfig
from engine.models.mpenet.network import MPENet, ResNet18
from engine.priors.action_units import UNITS
from engine.training.checkpoints import LAST_NAME, read_facts, read_tensors, save_checkpoint
from engine.training.recipe import read_recipe
from engine.training.recipes_shipped import find_recipe

TOOL = Path(__file__).parents[3] / "packaging" / "scripts" / "train_units.py"
RARE = 3  # the unit that one picture in eight has


@pytest.fixture
def tool() -> dict[str, Any]:
    loaded = runpy.run_path(str(TOOL))
    loaded["fit"].__globals__["STEPS"] = 40
    return loaded


def seen(tool: dict[str, Any], count: int) -> Any:
    """Pictures of noise; those with the unit have a bright band below the middle, the other units are never there."""
    generator = torch.Generator().manual_seed(7)
    pictures = torch.randint(60, 120, (count, 3, 32, 32), generator=generator).byte()
    units = torch.zeros(count, len(UNITS))
    units[::8, RARE] = 1
    pictures[::8, :, 20:26] += 110
    return tool["Seen"](pictures, units)


def test_what_pictures_show_is_learned_and_told_from_one_half_on(tool: dict[str, Any]) -> None:
    torch.manual_seed(1)
    branch, learned = ResNet18(4, len(UNITS)), seen(tool, 96)
    tool["fit"](branch, learned, rates=(), seed=1)
    moves = tool["set_thresholds"](branch, learned)
    assert not np.delete(moves, RARE).any()  # of what nobody showed nothing is known
    with torch.inference_mode():
        told = branch(learned.pictures.float() / 127.5 - 1) > 0
    hits = (told[:, RARE] & (learned.units[:, RARE] > 0.5)).sum()
    assert hits >= 10 and told[:, RARE].sum() <= 14  # of 12


def test_thresholds_lie_where_f1_is_highest_and_move_the_bias_alone(tool: dict[str, Any]) -> None:
    class Told(nn.Module):
        """Logits that do not depend on the weights of the last layer, but for its bias."""

        def __init__(self) -> None:
            super().__init__()
            self.full = nn.Linear(1, len(UNITS))
            nn.init.zeros_(self.full.weight)
            nn.init.zeros_(self.full.get_parameter("bias"))

        def forward(self, pictures: torch.Tensor) -> torch.Tensor:
            return self.full(pictures.mean(dim=(1, 2, 3))[:, None]) + pictures[:, 0, 0, 0, None] * 3

    levels = torch.linspace(0, 255, 60).round().byte()
    units = torch.zeros(60, len(UNITS))
    units[45:] = 1  # logits of these are above 1.5
    branch = Told()
    moves = tool["set_thresholds"](branch, tool["Seen"](levels[:, None, None, None].expand(60, 3, 4, 4), units))
    assert np.allclose(moves, -1.5, atol=0.35) and np.allclose(branch.full.bias.detach().numpy(), moves)
    told = branch(levels[:, None, None, None].expand(60, 3, 4, 4).float() / 127.5 - 1) > 0
    assert abs(int(told[:, 0].sum()) - 15) <= 4


def test_pictures_are_varied_a_little_and_never_mixed(tool: dict[str, Any]) -> None:
    pictures = torch.arange(4, dtype=torch.uint8)[:, None, None, None].expand(4, 3, 32, 32) * 60
    found = tool["varied"](pictures, torch.Generator().manual_seed(2))
    assert found.shape == (4, 3, 32, 32)
    flat = pictures.float()[:, 0, 0, 0] / 127.5 - 1
    assert all(torch.allclose(image, image[0, 0, 0].expand_as(image)) for image in found)
    assert (found[:, 0, 0, 0] - flat).abs().max() <= 0.31


def test_a_branch_is_put_into_another_checkpoint(tool: dict[str, Any], tmp_path: Path, monkeypatch: Any) -> None:
    recipe = read_recipe(find_recipe("mpenet-x8"))
    small = MpenetConfig(
        features=4, groups=2, feedback_stride=2, feedback_padding=1, alignment_width=4, hourglass_depth=1, unit_width=2
    )
    recipe = tool["replace"](recipe, network=small, starts_from="")
    saved = dict[str, MPENet]()
    for name in ("of", "into"):
        saved[name] = MPENet(small)
        (tmp_path / name).mkdir()
        path = tmp_path / name / LAST_NAME
        save_checkpoint(
            path, recipe=recipe, step=5 if name == "of" else 7, networks={"average": saved[name]}, optimisers={}
        )
    monkeypatch.setitem(tool["main"].__globals__, "_pairs", lambda _faces, _recipe: ((None, 0), (None, 0)))
    monkeypatch.setitem(tool["main"].__globals__, "seen_of", lambda *_: seen(tool, 32))
    paths = [str(tmp_path / name / LAST_NAME) for name in ("of", "into")]
    monkeypatch.setattr(
        "sys.argv",
        ["x", paths[0], "--into", paths[1], "--faces", "f", "--out", str(tmp_path / "out"), "--thresholds-only"],
    )
    tool["main"]()
    step, _ = read_facts(tmp_path / "out" / LAST_NAME)
    found = read_tensors(tmp_path / "out" / LAST_NAME, "average")
    wanted = saved["into"].state_dict() | {
        name: value for name, value in saved["of"].state_dict().items() if name.startswith("classifier.")
    }
    different = [name for name, value in wanted.items() if not torch.equal(found[name], value)]
    assert step == 7 and different == ["classifier.full.bias"]  # the thresholds
