"""From checkpoints to an exported model, by the source of its card: `source.toml` beside `card.toml`.

The source holds what a person writes for the card, and in its table `[export]` how the file is made of checkpoints.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from torch import Tensor

from engine.errors import ModelError
from engine.files import reason_of, refused
from engine.messages import message
from engine.models.base import ModelCard
from engine.models.card import read_card
from engine.models.exporting import export_model, load_weights, state_from_onnx
from engine.models.registry import load_family
from engine.training.checkpoints import LAST_NAME, read_facts, read_tensors
from engine.training.recipe import Recipe

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SOURCE_NAME = "source.toml"


@dataclass(frozen=True, kw_only=True)
class ExportPlan:
    """The table `[export]`: which run's averaged weights are exported, and what is changed on the way.

    `recipe` names the recipe of the run; `blend` that of a second one, of the same network, if the exported weights
    lie half-way between the two (network interpolation, ESRGAN, section 3.4). `network` are the fields of the family's
    configuration that the exported network has otherwise than the trained one; `note` says so on the card.
    """

    recipe: str
    blend: str = ""
    network: Mapping[str, Any] = field(default_factory=dict[str, Any])
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class CardSource:
    """`texts`: fields of the card that a person wrote; `plan`: how the model is exported."""

    texts: Mapping[str, Any]
    plan: ExportPlan

    @property
    def id(self) -> str:
        """The model's id."""
        return self.texts["id"]


def read_source(folder: Path) -> CardSource:
    """The card's source in a model's folder. Raises: ModelError if it is missing, broken or incomplete."""
    path = folder / SOURCE_NAME
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        plan = ExportPlan(**table.pop("export"))
    except OSError as error:
        raise ModelError(refused(message("The source of a card {path}", path=path), error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, KeyError) as error:
        raise ModelError(
            "The source of a card {path} is broken: {error}.", path=path, error=reason_of(error)
        ) from error
    texts = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    return CardSource(texts=texts, plan=plan)


def find_checkpoints(runs: Path) -> dict[str, Path]:
    """The last checkpoint of each run in a folder of runs, by its recipe's name."""
    paths = sorted(runs.glob(f"*/{LAST_NAME}"))
    return {read_facts(path)[1].name: path for path in paths}


def export_checkpoint(
    source: CardSource, checkpoints: Mapping[str, Path], folder: Path, *, commit: str = ""
) -> ModelCard:
    """Write the model that the source describes into `folder`, and give its card, as yet without scores.

    Args: checkpoints: by their recipe's name. Raises: ModelError if one is missing, or does not fit; OSError.
    """
    plan = source.plan
    missing = [name for name in (plan.recipe, plan.blend) if name and name not in checkpoints]
    if missing:
        raise ModelError(
            "There is no checkpoint of the recipe {missing}, which {model} is made of.",
            hint="Found: {names}.",
            missing=missing[0],
            model=source.id,
            names=tuple(checkpoints) or message("none"),
        )
    first = checkpoints[plan.recipe]
    step, recipe = read_facts(first)
    family = load_family(recipe.family)
    network = family.build(_exported(recipe, plan))
    load_weights(network, _weights(first, checkpoints.get(plan.blend)), what=str(first))
    size = int(network.config.size)  # type: ignore[union-attr, arg-type]
    card = ModelCard(
        **source.texts,
        family=recipe.family,
        paper=family.paper,
        file="",
        sha256="",
        parameters=0,
        outputs=(),
        input_size=size,
        output_size=size,
        recipe=_told(recipe, step, plan, checkpoints),
        commit=commit,
    )
    return export_model(family=family, network=network, card=card, folder=folder)


def export_anew(source: CardSource, folder: Path, *, commit: str = "") -> ModelCard:
    """Write the model in `folder` again, from its own weights, with the table `[export.network]` as it is now.

    For a change of what is exported alone, when the runs are gone. Raises: ModelError if the weights do not fit.
    """
    card, plan = read_card(folder), source.plan
    family = load_family(card.family)
    network = family.build(family.config_type(**{**card.network, **plan.network}))
    load_weights(network, state_from_onnx(folder / card.file), what=card.id)
    told = card.recipe.rpartition(" steps")[0] + " steps"
    recipe = f"{told}, {plan.note}" if plan.note else told
    anew = dataclasses.replace(card, **source.texts, recipe=recipe, commit=commit or card.commit)
    return export_model(family=family, network=network, card=anew, folder=folder)


def _exported(recipe: Recipe, plan: ExportPlan) -> Any:
    try:
        return dataclasses.replace(recipe.network, **plan.network)
    except TypeError as error:
        raise ModelError(
            "The network of {name} cannot be exported as its card's source says: {error}.",
            name=recipe.name,
            error=reason_of(error),
        ) from error


def _weights(first: Path, second: Path | None) -> dict[str, Tensor]:
    """The averaged weights, or those half-way between two runs; counters are kept as they are."""
    weights = read_tensors(first, "average")
    if second is None:
        return weights
    others = read_tensors(second, "average")
    return {
        name: (weight + others[name]) / 2 if weight.is_floating_point() else weight for name, weight in weights.items()
    }


def _told(recipe: Recipe, step: int, plan: ExportPlan, checkpoints: Mapping[str, Path]) -> str:
    """How the model came about, for its card."""
    told = f"{recipe.family}/{recipe.name}.toml, {step} steps"
    if recipe.starts_from:
        told += f", after {recipe.family}/{recipe.starts_from}.toml"
    if plan.blend:
        other_step, other = read_facts(checkpoints[plan.blend])
        told += f", weights half-way to {other.family}/{other.name}.toml, {other_step} steps"
    return f"{told}, {plan.note}" if plan.note else told
