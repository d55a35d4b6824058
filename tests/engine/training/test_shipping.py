"""From checkpoints to a model, as the source of its card says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from engine.errors import ModelError
from engine.models.card import read_card
from engine.models.exporting import state_from_onnx
from engine.models.sparnet.network import SPARNet
from engine.training.checkpoints import save_checkpoint
from engine.training.recipe import Recipe, recipe_from_table
from engine.training.shipping import export_anew, export_checkpoint, find_checkpoints, read_source

NETWORK = {
    "size": 32, "base_channels": 4, "max_channels": 8, "smallest_feature": 8, "body_units": 1, "attention_width": 4,
    "attention_bottleneck": 16,
}  # fmt: skip
SOURCE = """
id = "tiny"
title = "Tiny"
licence = "Apache-2.0"
useful_range = [8, 16]
[export]
recipe = "first"
blend = "second"
note = "averaged over the mirror image"
[export.network]
mirror_average = true
"""


def recipe_named(name: str) -> Recipe:
    return recipe_from_table({"name": name, "family": "sparnet", "network": NETWORK, "optimiser": {"steps": 9}})


def saved(runs: Path, name: str, *, seed: int, step: int) -> dict[str, torch.Tensor]:
    """Write a run's checkpoint, and give its averaged weights."""
    torch.manual_seed(seed)
    recipe, folder = recipe_named(name), runs / f"run-of-{name}"
    folder.mkdir(parents=True)
    network = SPARNet(recipe.network)
    path = folder / "last.safetensors"
    save_checkpoint(path, recipe=recipe, step=step, networks={"average": network}, optimisers={})
    return network.state_dict()


def test_the_exported_weights_lie_half_way_and_the_card_says_how_they_came_about(tmp_path: Path) -> None:
    one, other = (saved(tmp_path, name, seed=s, step=s) for s, name in enumerate(("first", "second"), start=3))
    (tmp_path / "source.toml").write_text(SOURCE)
    card = export_checkpoint(read_source(tmp_path), find_checkpoints(tmp_path), tmp_path / "tiny", commit="abc")
    assert card.recipe == (
        "sparnet/first.toml, 3 steps, weights half-way to sparnet/second.toml, 4 steps, averaged over the mirror image"
    )
    assert (card.id, card.commit, card.useful_range, card.output_size) == ("tiny", "abc", (8, 16), 32)
    assert card.network["mirror_average"] is True
    found = state_from_onnx(tmp_path / "tiny" / "model.onnx")
    name = "out_conv.conv2d.bias"
    torch.testing.assert_close(found[name], (one[name] + other[name]) / 2)


def test_a_model_is_exported_anew_from_its_own_weights_as_its_source_says_now(tmp_path: Path) -> None:
    for seed, name in enumerate(("first", "second"), start=3):
        saved(tmp_path, name, seed=seed, step=seed)
    (tmp_path / "source.toml").write_text(SOURCE)
    source, folder = read_source(tmp_path), tmp_path / "tiny"
    before = export_checkpoint(source, find_checkpoints(tmp_path), folder, commit="abc")
    weights = state_from_onnx(folder / "model.onnx")
    plan = replace(source.plan, network={"mirror_average": False, "global_skip": True}, note="as it is")
    card = export_anew(replace(source, plan=plan, texts={**source.texts, "title": "Small"}), folder, commit="def")
    assert (card.title, card.commit, card.parameters) == ("Small", "def", before.parameters)
    assert card.recipe == "sparnet/first.toml, 3 steps, weights half-way to sparnet/second.toml, 4 steps, as it is"
    assert card.network == {**before.network, "mirror_average": False, "global_skip": True}
    assert card.sha256 != before.sha256 and read_card(folder) == card
    again = state_from_onnx(folder / "model.onnx")
    assert again.keys() == weights.keys() and all(torch.equal(again[name], weights[name]) for name in weights)


def test_a_missing_checkpoint_is_named_with_those_there_are(tmp_path: Path) -> None:
    saved(tmp_path, "first", seed=3, step=3)
    (tmp_path / "source.toml").write_text(SOURCE)
    with pytest.raises(ModelError, match="no checkpoint of the recipe second") as caught:
        export_checkpoint(read_source(tmp_path), find_checkpoints(tmp_path), tmp_path / "tiny")
    assert str(caught.value.hint) == "Found: first."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SOURCE.replace("mirror_average", "mirror"), "unexpected keyword argument 'mirror'"),
        (SOURCE.replace("note", "notes"), "unexpected keyword argument 'notes'"),
        (SOURCE[: SOURCE.index("[export]")], "'export'"),
        ("id = = 3", "is broken"),
    ],
)
def test_what_is_wrong_in_a_source_is_said(text: str, words: str, tmp_path: Path) -> None:
    saved(tmp_path, "first", seed=3, step=3)
    saved(tmp_path, "second", seed=4, step=3)
    (tmp_path / "source.toml").write_text(text)
    with pytest.raises(ModelError, match=words):
        export_checkpoint(read_source(tmp_path), find_checkpoints(tmp_path), tmp_path / "tiny")
