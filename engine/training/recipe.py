"""Everything that defines a training run, read from a commented TOML file."""

from __future__ import annotations

import dataclasses
import difflib
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from engine.errors import EngineError, RecipeError
from engine.models.sparnet.config import SparnetConfig

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


# "l1": mean absolute error (SPARNet eq. 6); "l2": mean squared error (eq. 1); "l1_rmse": half the absolute error, half
# each picture's root mean squared error, which is what the mean PSNR measures.
PixelLoss = Literal["l1", "l2", "l1_rmse"]


@dataclass(frozen=True, kw_only=True)
class DataRecipe:
    """Which faces are trained on, and how pairs are made of them."""

    min_detail: int = 180  # px, `native_quad`: portraits with less real detail are left out
    source_weights: dict[str, float] = field(default_factory=dict[str, float])  # 1 where a source is not named
    scale_range: tuple[float, float] = (0.85, 1.2)  # side of the crop over the tight face square
    shift: float = 0.06  # largest shift of the crop, in its sides
    rotation_rad: float = 0.12  # largest turn
    flip: float = 0.5  # probability
    tone: float = 0.0  # probability of another gamma, saturation and contrast
    lr_range: tuple[int, int] = (8, 64)  # px, side of the low-resolution face, drawn log-uniformly
    lr_fixed: tuple[int, ...] = ()  # px, sides drawn instead, with probability `lr_fixed_share`
    lr_fixed_share: float = 0.0


@dataclass(frozen=True, kw_only=True)
class OptimiserRecipe:
    """Adam with linear warm-up and cosine decay to zero."""

    steps: int
    batch: int = 16
    learning_rate: float = 1e-3
    betas: tuple[float, float] = (0.9, 0.99)
    warmup_steps: int = 100
    clip_norm: float = 1.0
    pixel_loss: PixelLoss = "l1"
    ema_decay: float = 0.999
    precision: str = "float32"  # or "bfloat16": autocast
    seed: int = 0
    checkpoint_every: int = 250  # steps
    validate_every: int = 1000  # steps


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One training run of one family.

    `starts_from` names the recipe whose averaged weights the run begins with; empty: fresh weights.
    """

    name: str
    family: str
    starts_from: str = ""
    network: SparnetConfig
    data: DataRecipe
    optimiser: OptimiserRecipe


_T = TypeVar("_T")


def read_recipe(path: Path) -> Recipe:
    """The recipe in a TOML file.

    Raises: RecipeError for a missing file, wrong TOML, an unknown key (naming the nearest) or a wrong type.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RecipeError(f"The recipe {path} cannot be read: {error.strerror}.") from error
    except tomllib.TOMLDecodeError as error:
        raise RecipeError(f"{path} is not valid TOML: {error}.") from error
    return recipe_from_table(table)


def recipe_from_table(table: dict[str, Any]) -> Recipe:
    """The recipe that a parsed TOML table describes; `dataclasses.asdict` of a recipe gives the table back."""
    return _build(Recipe, table, "recipe")


def _build(kind: type[_T], table: dict[str, Any], where: str) -> _T:
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in hints:
            near = difflib.get_close_matches(key, hints, n=1)
            meant = f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(hints)}."
            raise RecipeError(f"Unknown key '{key}' in {where}.", hint=meant)
        values[key] = _convert(hints[key], value, f"{where}.{key}")
    missing = [
        f.name
        for f in dataclasses.fields(kind)  # type: ignore[arg-type]
        if f.name not in values and f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    ]
    if missing:
        raise RecipeError(f"{where} lacks '{missing[0]}'.")
    try:
        return kind(**values)
    except RecipeError:
        raise
    except EngineError as error:
        raise RecipeError(f"In {where}: {error.message}", hint=error.hint) from error


def _convert(hint: Any, value: Any, where: str) -> Any:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, dict):
            raise RecipeError(f"Expected a table for {where}, got {value!r}.")
        return _build(hint, value, where)
    if isinstance(value, list):
        value = tuple(value)
    if get_origin(hint) is Literal and value not in get_args(hint):
        choices = ", ".join(map(str, get_args(hint)))
        raise RecipeError(f"Expected one of {choices} for {where}, got {value!r}.")
    name = getattr(hint, "__name__", str(hint))
    accepted = {"int": (int,), "float": (int, float), "str": (str,), "bool": (bool,)}.get(name)
    if accepted and (not isinstance(value, accepted) or (isinstance(value, bool) and name != "bool")):
        raise RecipeError(f"Expected {name} for {where}, got {value!r}.")
    return value
