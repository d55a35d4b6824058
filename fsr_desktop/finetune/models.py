"""The models that can be fine-tuned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.errors import EngineError
from engine.models.registry import InstalledModel, load_family
from engine.pipeline.measured_gain import gain_of
from fsr_desktop.language.looks import look_of, said_of

SMALL_FACE = 32.0  # px: what people fine-tune a model for


@dataclass(frozen=True, kw_only=True)
class FinetunableModel:
    """A model whose network can be rebuilt: its plain name, and what is `said` of it in a line. `has_last_layers`: its
    family says which ones make the picture."""

    id: str
    title: str
    said: str = ""
    has_last_layers: bool


def finetunable_models(models: Sequence[InstalledModel]) -> list[FinetunableModel]:
    """Those whose card says how their network is built; first the everyday one that suits small faces best."""
    found: list[FinetunableModel] = []
    for model in models:
        card = model.card
        try:
            has_last_layers = bool(load_family(card.family).last_layers)
        except EngineError:
            continue
        if card.network:
            found.append(
                FinetunableModel(id=card.id, title=look_of(model), said=said_of(model), has_last_layers=has_last_layers)
            )
    everyday = [model.card for model in models if model.source == "shipped" and not model.card.for_study]
    best = max(everyday, key=lambda card: gain_of(card, "clean", SMALL_FACE).psnr_db, default=None)
    return sorted(found, key=lambda model: best is None or model.id != best.id)
