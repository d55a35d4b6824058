"""The training recipes that come with the program, found by name. Imports no torch."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

from engine.errors import RecipeError
from engine.messages import joined, message
from engine.paths import resources_folder


def shipped_recipes() -> dict[str, Path]:
    """The shipped recipes' files by name, such as "sparnet-x8", sorted. Raises: EngineError without resources."""
    files = sorted((resources_folder() / "recipes").glob("*/*.toml"), key=lambda file: file.stem)
    return {file.stem: file for file in files}


def find_recipe(name_or_path: str | Path) -> Path:
    """The file of a recipe: a path to a TOML file, or the name of a shipped recipe.

    Raises: RecipeError if there is none; it names the nearest shipped recipe, or all of them.
    """
    path, name = Path(name_or_path), str(name_or_path)
    if os.path.isfile(path):  # False, not an error, for names that no file can have
        return path
    shipped = shipped_recipes()
    if name in shipped:
        return shipped[name]
    near = difflib.get_close_matches(path.stem, shipped, n=1, cutoff=0.5)
    hint = (
        message("Did you mean '{name}'?", name=near[0]) if near else message("Shipped: {names}.", names=tuple(shipped))
    )
    if path.suffix.lower() == ".toml" or path.name != name:
        raise RecipeError("There is no recipe file {path}.", hint=hint, path=path)
    raise RecipeError(
        "There is no recipe named '{name}'.", hint=joined(hint, message("Or give the path of a TOML file.")), name=name
    )
