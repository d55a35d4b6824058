"""Cards, recipes, sessions and settings with values of other kinds end in an object or an error in words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import tomli_w

from engine.errors import DataError, ModelError, RecipeError
from engine.models.base import ModelCard
from engine.models.card import read_card, tomllib
from engine.paths import models_folder, resources_folder
from engine.training.recipe import Recipe, read_recipe
from fsr_desktop.session.saved_file import SavedSession, read_session
from fsr_desktop.settings.all_settings import Settings
from fsr_desktop.settings.store import read_settings, write_settings
from tests.fuzz.mutators import json_text, scattered, tree

SESSION = {
    "format": "fsr-desktop session",
    "version": 1,
    "current": "/a.jpg",
    "photos": [{"path": "/a.jpg", "edits": {"strength": 1.0, "faces": [{"id": "1", "box": [1, 2, 3, 4]}]}, "page": 1}],
}


def toml_text(table: object, random: np.random.Generator) -> bytes:
    """A damaged tree as TOML, or damaged bytes where a tree cannot be written."""
    try:
        return tomli_w.dumps(tree(table, random)).encode()
    except (TypeError, AttributeError, ValueError):
        return scattered(tomli_w.dumps(table).encode(), random)  # pyright: ignore[reportArgumentType]


def test_a_damaged_card_is_a_card_or_an_error(inputs: int, random: np.random.Generator, tmp_path: Path):
    tables = [tomllib.loads(path.read_text("utf-8")) for path in sorted(models_folder().glob("*/card.toml"))]
    for number in range(inputs):
        (tmp_path / "card.toml").write_bytes(toml_text(tables[number % len(tables)], random))
        try:
            assert isinstance(read_card(tmp_path), ModelCard)
        except ModelError as error:
            assert str(error)


def test_a_damaged_recipe_is_a_recipe_or_an_error(inputs: int, random: np.random.Generator, tmp_path: Path):
    paths = sorted((resources_folder() / "recipes").glob("*/*.toml"))
    tables = [tomllib.loads(path.read_text("utf-8")) for path in paths]
    for number in range(inputs):
        (tmp_path / "recipe.toml").write_bytes(toml_text(tables[number % len(tables)], random))
        try:
            assert isinstance(read_recipe(tmp_path / "recipe.toml"), Recipe)
        except RecipeError as error:
            assert str(error)


def test_a_damaged_session_is_a_session_or_an_error(inputs: int, random: np.random.Generator, tmp_path: Path):
    for _ in range(inputs):
        (tmp_path / "session.json").write_bytes(json_text(SESSION, random))
        try:
            assert isinstance(read_session(tmp_path / "session.json"), SavedSession)
        except DataError as error:
            assert str(error)


def test_damaged_settings_are_settings_that_can_be_kept(inputs: int, random: np.random.Generator, tmp_path: Path):
    whole = {name: value for name, value in vars(Settings()).items()} | {"version": 1, "shortcuts": {"a": ["b"]}}
    for _ in range(inputs):
        path = tmp_path / "settings.json"
        path.write_bytes(json_text(whole, random))
        settings, _problems = read_settings(path)
        write_settings(path, settings)
        assert read_settings(path)[0] == settings
