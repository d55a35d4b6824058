"""The models on this machine, read in the background: cards are files, and files may be slow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from engine.errors import EngineError
from engine.models.registry import InstalledModel, scan_models
from fsr_desktop.language.engine_faults import shown_error


@dataclass(frozen=True, eq=False)
class ModelList:
    """The models, shipped ones first, the sizes of their weights in bytes by id, and in words what is wrong with those
    that cannot be listed."""

    models: tuple[InstalledModel, ...] = ()
    bytes_by_id: dict[str, int] | None = None
    problems: tuple[str, ...] = ()

    def find(self, model_id: str) -> InstalledModel | None:
        """The model of that id."""
        return next((model for model in self.models if model.card.id == model_id), None)

    def size_of(self, model_id: str) -> int:
        """Bytes of the model's weights; 0 if they are missing."""
        return (self.bytes_by_id or {}).get(model_id, 0)


class InstalledModels(QObject):
    """Reads the list of models when asked. Signals: `listed` when `current` is new."""

    listed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current = ModelList()
        self._wanted = 0

    def refresh(self) -> None:
        """Read the cards again; `listed` follows."""
        self._wanted += 1
        work = _Scan(self._wanted)
        work.done.arrived.connect(self._take)
        QThreadPool.globalInstance().start(work)

    def _take(self, number: int, found: ModelList) -> None:
        if number == self._wanted:
            self.current = found
            self.listed.emit()


class _Done(QObject):
    """Lives with the work, so that a window that is gone hears nothing."""

    arrived = Signal(int, object)


class _Scan(QRunnable):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.done = _Done()

    def run(self) -> None:
        self.done.arrived.emit(self._number, _scan())


def _scan() -> ModelList:
    try:
        models, problems = scan_models()
    except EngineError as error:  # without the program's own resources
        return ModelList(problems=(shown_error(str(error)),))
    sizes: dict[str, int] = {}
    words = [shown_error(str(problem)) for problem in problems]
    for model in models:
        try:
            sizes[model.card.id] = model.weights.stat().st_size
        except OSError as error:
            words.append(shown_error(f"The weights of {model.card.id} cannot be read: {error.strerror}."))
    usable = tuple(model for model in models if model.card.id in sizes)
    return ModelList(usable, sizes, tuple(words))
