"""The families, and the models that are installed. A new family is one line in `FAMILIES`."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path

from engine.errors import EngineError, ModelError
from engine.files import refused
from engine.messages import message
from engine.models.base import FamilySpec, ModelCard, ModelSource, Names, PriorsOf
from engine.models.card import CARD_NAME, file_sha256, read_card
from engine.paths import models_folder, user_models_folder

FAMILIES = {
    "sparnet": "engine.models.sparnet.spec",
    "dic": "engine.models.dic.spec",
    "mtun": "engine.models.mtun.spec",
    "mpenet": "engine.models.mpenet.spec",
    "prior3d": "engine.models.prior3d.spec",
}


@dataclass(frozen=True)
class InstalledModel:
    """A model on this machine: its card, the folder that holds it, and who put it there."""

    card: ModelCard
    folder: Path
    source: ModelSource

    @property
    def weights(self) -> Path:
        """The file with the weights."""
        return self.folder / self.card.file

    def weights_bytes(self) -> int:
        """The size of the file with the weights. Raises: ModelError if it cannot be read."""
        try:
            return self.weights.stat().st_size
        except OSError as error:
            raise self._unreadable(error) from error

    def check_weights(self) -> None:
        """Raises: ModelError if the weights are missing or are not the ones the card names."""
        try:
            if self.weights.resolve().parent != self.folder.resolve() or not self.weights.is_file():
                raise OSError(message("it is no ordinary file in the model's folder"))
            found = file_sha256(self.weights)
        except OSError as error:
            raise self._unreadable(error) from error
        if found != self.card.sha256:
            raise ModelError(
                "The weights of {model} are not the ones its card names: expected SHA-256 {expected}..., "
                "got {found}....",
                hint="Install the program again, or import the model again.",
                model=self.card.id,
                expected=self.card.sha256[:12],
                found=found[:12],
            )

    def _unreadable(self, error: OSError) -> ModelError:
        return ModelError(
            refused(message("The weights of {model}", model=self.card.id), error),
            hint="Install the program again, or import the model again.",
        )


def load_family(family_id: str) -> FamilySpec:
    """The spec of a family. Raises: ModelError for an unknown one."""
    if family_id not in FAMILIES:
        raise ModelError("Unknown family '{family}'.", hint="Known: {names}.", family=family_id, names=tuple(FAMILIES))
    return importlib.import_module(FAMILIES[family_id]).SPEC


def names_of(card: ModelCard) -> Names:
    """What a user reads for the parts of a model's outputs; a card that was written before it had them asks its family.

    Empty where the family does not know the card's network either.
    """
    if card.names:
        return card.names
    try:
        family = load_family(card.family)
        return family.names(family.config_type(**card.network))
    except (EngineError, TypeError):
        return {}


def priors_of(card: ModelCard) -> PriorsOf | None:
    """What computes a model's further inputs from crops; None where it has none, or its family does not know it."""
    try:
        family = load_family(card.family)
        return family.priors(family.config_type(**card.network))
    except (EngineError, TypeError):
        return None


def scan_models() -> tuple[list[InstalledModel], dict[Path, ModelError]]:
    """All models, shipped ones first, and what is wrong with those that cannot be listed, by their folders."""
    models: list[InstalledModel] = []
    problems: dict[Path, ModelError] = {}
    places: tuple[tuple[Path, ModelSource], ...] = (
        (models_folder(), "shipped"),
        (user_models_folder(), "user"),
    )
    for place, source in places:
        for card_path in sorted(place.glob(f"*/{CARD_NAME}")):
            try:
                models.append(InstalledModel(read_card(card_path.parent), card_path.parent, source))
            except ModelError as error:
                problems[card_path.parent] = error
    return models, problems


def find_model(model_id: str) -> InstalledModel:
    """The installed model of that id. Raises: ModelError naming the ones there are."""
    models, problems = scan_models()
    for model in models:
        if model.card.id == model_id:
            return model
    for folder, problem in problems.items():
        if folder.name == model_id:
            raise problem
    known = tuple(model.card.id for model in models) or message("none")
    raise ModelError("There is no model '{model}'.", hint="Installed: {names}.", model=model_id, names=known)
