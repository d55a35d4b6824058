"""What takes too long for the window's thread: made in the background once, and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import partial

from PySide6.QtCore import QObject, Signal

from engine.errors import EngineError
from engine.messages import Message
from fsr_desktop.background import Background

KEPT = 120


class Made(QObject):
    """Gives what was made, or None until `ready`; a `Message` where it could not be made."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None, *, kept: int = KEPT) -> None:
        super().__init__(parent)
        self._most_kept = kept
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._asked: set[Hashable] = set()
        self._background = Background(self)

    def get(self, key: Hashable, make: Callable[[], object]) -> object | None:
        """What `make` gave for this key; it is called on another thread, once."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked:
            self._asked.add(key)
            self._background.run(partial(_made, make), partial(self._take, key))
        return None

    def run(self, work: Callable[[], object], answer: Callable[[object], object]) -> None:
        """Call `work` on the same thread, then `answer` with what it gave."""
        self._background.run(work, answer)

    def close(self) -> None:
        """Leave what waits, and wait for the end of what is made."""
        self._background.drop()
        self._background.finish()

    def _take(self, key: Hashable, result: object) -> None:
        self._asked.discard(key)
        self._kept[key] = result
        while len(self._kept) > self._most_kept:
            self._kept.popitem(last=False)
        self.ready.emit()


def _made(make: Callable[[], object]) -> object | Message:
    try:
        return make()
    except EngineError as error:
        return error.whole
