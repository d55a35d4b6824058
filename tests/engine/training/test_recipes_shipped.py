"""Shipped recipes are found by name, recipe files by path."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import RecipeError
from engine.training.recipe import read_recipe
from engine.training.recipes_shipped import find_recipe, shipped_recipes


def test_each_shipped_recipe_is_found_by_the_name_that_it_gives_itself() -> None:
    shipped = shipped_recipes()
    assert "sparnet-x8" in shipped and list(shipped) == sorted(shipped)
    for name, file in shipped.items():
        assert find_recipe(name) == file
        assert read_recipe(file).name == name


def test_no_two_families_share_a_recipes_name() -> None:
    files = [file for path in shipped_recipes().values() for file in path.parent.glob("*.toml")]
    assert {file.stem for file in files} == set(shipped_recipes())
    assert len({*files}) == len(shipped_recipes())


def test_a_file_is_taken_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "sparnet-x8.toml"
    own.touch()
    assert find_recipe(own) == own
    assert find_recipe(str(own)) == own


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        ("sparnet-x9", "no recipe named 'sparnet-x9'", "Did you mean 'sparnet-x8'?"),
        ("zzz", "no recipe named 'zzz'", "sparnet-x8"),
        ("some/where/sparnet-x8.toml", "no recipe file", "Did you mean 'sparnet-x8'?"),
        ("sparnet-x8.toml", "no recipe file", "Did you mean 'sparnet-x8'?"),
        ("a" * 5000, "no recipe named", "Shipped"),
        ("", "no recipe", "Shipped"),
    ],
)
def test_an_unknown_recipe_is_an_error_that_names_the_nearest(asked: str, message: str, hint: str) -> None:
    with pytest.raises(RecipeError, match=message) as caught:
        find_recipe(asked)
    assert hint in str(caught.value.hint)
