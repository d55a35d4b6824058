"""The weights that runs which are not over go on from fit their recipes' networks."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.models.exporting import load_weights
from engine.models.registry import load_family
from engine.training.checkpoints import read_facts, read_tensors
from engine.training.recipe import read_recipe
from engine.training.recipes_shipped import find_recipe

STARTS = sorted((Path(__file__).parents[2] / "packaging" / "starts").glob("*.safetensors"))


@pytest.mark.parametrize("path", STARTS, ids=lambda path: path.stem)
def test_a_start_is_of_a_shipped_recipe_and_loads(path: Path) -> None:
    step, made_by = read_facts(path)
    assert made_by.name == path.stem and step > 0
    assert made_by.network == read_recipe(find_recipe(path.stem)).network
    network = load_family(made_by.family).build(made_by.network)
    load_weights(network, read_tensors(path, "average"), what=path.stem)
    assert f"`{path.name}`" in (path.parent / "README.md").read_text(encoding="utf-8")


def test_starts_are_small() -> None:
    assert STARTS and all(path.stat().st_size < 3.5 * 2**20 for path in STARTS)
