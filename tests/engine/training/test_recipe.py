"""A wrong recipe says what is wrong; the shipped ones are tested in tests/contracts/test_recipes.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import RecipeError
from engine.models.dic.losses import DicLosses
from engine.training.recipe import LossRecipe, read_recipe, recipe_from_table

MINIMAL = {
    "name": "x",
    "family": "sparnet",
    "network": {"size": 64},
    "data": {},
    "optimiser": {"steps": 3},
}


def test_an_unknown_key_names_the_nearest_field() -> None:
    table = {**MINIMAL, "optimiser": {"steps": 3, "learning_rat": 0.1}}
    with pytest.raises(RecipeError, match=r"'learning_rat' in recipe\.optimiser\. Did you mean 'learning_rate'"):
        recipe_from_table(table)


def test_the_table_of_the_familys_own_terms_is_read_by_the_family() -> None:
    network = {"features": 8}
    own = recipe_from_table({**MINIMAL, "family": "dic", "network": network, "family_loss": {"alignment_weight": 2.0}})
    assert own.family_loss == DicLosses(alignment_weight=2.0)
    assert recipe_from_table({**MINIMAL, "family": "dic", "network": network}).family_loss == DicLosses()
    with pytest.raises(RecipeError, match=r"'alignment_wait' in recipe\.family_loss") as caught:
        recipe_from_table({**MINIMAL, "family": "dic", "network": network, "family_loss": {"alignment_wait": 2.0}})
    assert str(caught.value.hint) == "Did you mean 'alignment_weight'?"
    with pytest.raises(RecipeError, match=r"'alignment_weight' in recipe\.family_loss"):
        recipe_from_table({**MINIMAL, "family_loss": {"alignment_weight": 2.0}})


def test_recipes_from_before_families_had_a_table_of_their_own_are_read() -> None:
    old = {**MINIMAL, "family": "dic", "network": {"features": 8}, "loss": {"pixel": "l2", "alignment_weight": 2.0}}
    assert recipe_from_table(old).family_loss == DicLosses(alignment_weight=2.0)
    assert recipe_from_table(old).loss == LossRecipe(pixel="l2")
    assert recipe_from_table({**MINIMAL, "loss": {"alignment_weight": 0.0}}) == recipe_from_table(MINIMAL)


def test_a_missing_key_and_a_wrong_type_are_named() -> None:
    with pytest.raises(RecipeError, match=r"optimiser lacks 'steps'"):
        recipe_from_table({**MINIMAL, "optimiser": {}})
    with pytest.raises(RecipeError, match=r"Expected int for recipe\.optimiser\.steps, got 'many'"):
        recipe_from_table({**MINIMAL, "optimiser": {"steps": "many"}})
    with pytest.raises(RecipeError, match=r"Expected one of l1, l2, l1_rmse for recipe\.loss\.pixel"):
        recipe_from_table({**MINIMAL, "loss": {"pixel": "l3"}})
    with pytest.raises(RecipeError, match="Unknown family 'sparnot'"):
        recipe_from_table({**MINIMAL, "family": "sparnot"})
    with pytest.raises(RecipeError, match="needs the discriminators"):
        recipe_from_table({**MINIMAL, "loss": {"feature_matching_weight": 1.0}})
    with pytest.raises(RecipeError, match="power of two"):
        recipe_from_table({**MINIMAL, "network": {"size": 100}})


def test_a_missing_file_and_broken_toml_are_recipe_errors(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match="cannot be read"):
        read_recipe(tmp_path / "absent.toml")
    (tmp_path / "x.toml").write_text("steps = = 3")
    with pytest.raises(RecipeError, match="not valid TOML"):
        read_recipe(tmp_path / "x.toml")
