"""A network rebuilt from its exported model, and the recipe that fine-tunes it."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from torch import Tensor, nn

from engine.degradation.recipe import DegradationRecipe, Effect
from engine.errors import EngineError, ModelError, RecipeError
from engine.messages import message
from engine.models.base import FamilySpec, ModelCard
from engine.models.exporting import load_weights, state_from_onnx
from engine.models.registry import InstalledModel, load_family
from engine.training.finetune_types import RATES, FinetuneOptions
from engine.training.recipe import DataRecipe, LossRecipe, OptimiserRecipe, Recipe, read_recipe
from engine.training.recipes_shipped import find_recipe

TIGHT_DETAIL = 1.4  # px of the aligned quad for each px of a tight output, where no recipe says it
ALIGNED_DETAIL = 0.5  # as above, for an aligned output: few photos hold 512 px of real detail


@dataclass(frozen=True)
class Rebuilt:
    """A model as torch sees it: family, configuration and weights."""

    family: FamilySpec
    config: Any
    state: dict[str, Tensor]

    def network(self) -> nn.Module:
        """A new network with these weights."""
        network = self.family.build(self.config)
        load_weights(network, self.state, what=message("The model"))
        return network


def rebuild(model: InstalledModel) -> Rebuilt:
    """The network of an installed model. Raises: ModelError if its graph is not one that its family builds."""
    card = model.card
    model.check_weights()
    try:
        family = load_family(card.family)
        config = family.exported_config(family.config_type(**card.network))
        rebuilt = Rebuilt(family, config, state_from_onnx(model.weights))
        rebuilt.network()
    except (EngineError, TypeError) as error:
        raise ModelError(
            "{model} cannot be fine-tuned: its network cannot be rebuilt from {file}. {error}",
            hint="Choose a model that this program trained, such as the shipped ones.",
            model=card.id,
            file=card.file,
            error=error.whole if isinstance(error, EngineError) else str(error),
        ) from error
    return rebuilt


def is_trained(family: FamilySpec, name: str, options: FinetuneOptions) -> bool:
    """Whether fine-tuning changes the parameter of that name. Raises: ModelError if the family names no last layers."""
    if options.layers == "all":
        return True
    if not family.last_layers:
        raise ModelError(
            "{family} does not say which layers are its last.", hint="Train all layers.", family=family.title
        )
    return name.startswith(family.last_layers)


def finetune_recipe(card: ModelCard, config: Any, options: FinetuneOptions) -> Recipe:
    """The recipe that made the model, where it is shipped, with a low rate and without discriminators; steps are open.

    The discriminators were not kept with the model, and new ones would lead a few photos astray. float32, since few
    users' processors compute bfloat16 well. The family's own terms are those that need nothing that photos lack, and no
    film damage is laid over the faces: users have no masks for it.
    """
    base = shipped_recipe(card)
    own = base.family_loss if base else load_family(card.family).losses()
    degradation = base.degradation if base else DegradationRecipe(lr_range=_default_range(card))
    return Recipe(
        name=f"finetune-{card.id}",
        family=card.family,
        network=config,
        data=replace(base.data, source_weights={}, half_size_steps=0) if base else _default_data(card),
        degradation=replace(degradation, damage=Effect()),
        loss=replace(base.loss, **_NOT_FINETUNED) if base else LossRecipe(),
        family_loss=own.finetuned(),
        optimiser=OptimiserRecipe(
            steps=options.most_steps,
            batch=options.batch,
            learning_rate=RATES[options.layers],
            seed=options.seed,
        ),
    )


_NOT_FINETUNED = {"adversarial_weight": 0.0, "feature_matching_weight": 0.0}


def scheduled(recipe: Recipe, *, steps: int, check_every: int) -> Recipe:
    """The recipe with its schedule and average fitted to so many steps."""
    plan = replace(
        recipe.optimiser,
        steps=steps,
        warmup_steps=min(20, max(1, steps // 10)),
        ema_decay=min(0.998, max(0.9, 1 - 10 / steps)),
        checkpoint_every=check_every,
        validate_every=check_every,
    )
    return dataclasses.replace(recipe, optimiser=plan)


def shipped_recipe(card: ModelCard) -> Recipe | None:
    """The recipe that the card's words begin with ("sparnet/sparnet-x8.toml, 2500 steps"), or the model's own."""
    first = re.match(r"[\w./-]+", card.recipe)
    for name in (Path(first[0]).stem if first else "", card.id):
        try:
            recipe = read_recipe(find_recipe(name))
        except RecipeError:  # a model of a recipe that is not shipped
            continue
        if recipe.family == card.family and recipe.data.crop == card.crop:
            return recipe
    return None


def _default_data(card: ModelCard) -> DataRecipe:
    share = TIGHT_DETAIL if card.crop == "tight" else ALIGNED_DETAIL
    return DataRecipe(crop=card.crop, min_detail=round(share * card.output_size))


def _default_range(card: ModelCard) -> tuple[int, int]:
    low, high = card.useful_range
    return low, max(low, min(high, card.output_size // 2))
