"""The models on this machine, read in the background: cards are files, and files may be slow."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from engine.errors import EngineError, ModelError
from engine.messages import Message
from engine.models.registry import InstalledModel, scan_models
from fsr_desktop.background import Background

PAPERS_PX = 16  # side of the low-resolution faces of most papers


@dataclass(frozen=True, eq=False)
class ModelList:
    """The models in the order of all lists, the sizes of their weights in bytes by id, and what is wrong with those
    that cannot be listed, as `EngineError` says it."""

    models: tuple[InstalledModel, ...] = ()
    bytes_by_id: dict[str, int] = field(default_factory=dict[str, int])
    problems: tuple[Message, ...] = ()

    def find(self, model_id: str) -> InstalledModel | None:
        """The model of that id."""
        return next((model for model in self.models if model.card.id == model_id), None)

    def size_of(self, model_id: str) -> int:
        """Bytes of the model's weights; 0 if they are missing."""
        return self.bytes_by_id.get(model_id, 0)


class InstalledModels(QObject):
    """The one list of models that the window shows; it is read when it is first asked for, and on `refresh`.

    Signals: `changed` when `current` is new.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._current: ModelList | None = None

    @property
    def current(self) -> ModelList:
        """The models as they were read last; none until then, and `changed` follows."""
        if self._current is None:
            self._current = ModelList()
            self.refresh()
        return self._current

    def refresh(self) -> None:
        """Read the cards again, as after a model was made or imported; `changed` follows."""
        self._background.run(_scan, self._take)

    def _take(self, found: ModelList) -> None:
        self._current = found
        self.changed.emit()


def _scan() -> ModelList:
    try:
        models, broken = scan_models()
    except EngineError as error:  # without the program's own resources
        return ModelList(problems=(error.whole,))
    sizes: dict[str, int] = {}
    problems = [problem.whole for problem in broken.values()]
    for model in models:
        try:
            sizes[model.card.id] = model.weights_bytes()
        except ModelError as error:
            problems.append(error.whole)
    usable = tuple(model for model in sorted(models, key=_rank) if model.card.id in sizes)
    return ModelList(usable, sizes, tuple(problems))


def _rank(model: InstalledModel) -> tuple[bool, bool, bool, bool, int, str, str, str]:
    """Everyday models first, those for the smallest faces before others, then those for study, which take at most small
    ones: those for faces of the papers' 16 px, that of the widest range first, those for larger ones, and the few for
    turned faces alone, then the user's own. A family stays together, its plain look before "Guided crisp"."""
    card = model.card
    of_whom = (model.source != "shipped", card.for_study, card.for_study and card.sets_upright)
    low, high = card.useful_range
    is_larger = card.for_study and low > PAPERS_PX
    size = -high if card.for_study else low
    return *of_whom, is_larger, size, card.family, card.look, card.id
