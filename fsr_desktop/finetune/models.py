"""The models that can be taught, found in the background."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from engine.errors import EngineError

SMALL_FACE = 32.0  # px: what people teach a model for


@dataclass(frozen=True, kw_only=True)
class TeachableModel:
    """A model whose network can be rebuilt. `has_last_layers`: its family says which ones make the picture."""

    id: str
    title: str
    has_last_layers: bool


class TeachableModels(QObject):
    """Reads the cards of the installed models.

    Signals: `found` a list of `TeachableModel`.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def look(self) -> None:
        """Read them now; `found` follows."""
        self._pool.start(_Read(self))


class _Read(QRunnable):
    def __init__(self, models: TeachableModels) -> None:
        super().__init__()
        self._models = models

    def run(self) -> None:
        self._models.found.emit(teachable_models())


def teachable_models() -> list[TeachableModel]:
    """The installed models whose card says how their network is built; first the one that suits small faces best."""
    from engine.models.registry import load_family, scan_models  # reads TOML, not needed at the start
    from engine.pipeline.model_choice import choose_automatically

    try:
        models, _problems = scan_models()
    except EngineError:
        return []  # no resources: the window has said so
    found: list[TeachableModel] = []
    for model in models:
        card = model.card
        try:
            has_last_layers = bool(load_family(card.family).last_layers)
        except EngineError:
            continue
        if card.network:
            found.append(TeachableModel(id=card.id, title=card.title, has_last_layers=has_last_layers))
    best = choose_automatically(SMALL_FACE, models).model
    return sorted(found, key=lambda model: best is None or model.id != best.card.id)
