"""Work that would hold up the window, done on a thread beside it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

Result = TypeVar("Result")


class Background(QObject):
    """One thread of its parent's. It works off what it is given, one piece after the other.

    An error that `work` raises is Python's hook's to tell; there is no answer then.
    """

    _done = Signal(object, object)  # from the thread

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], Result], answer: Callable[[Result], object] | None = None, *, priority: int = 0
    ) -> None:
        """Call `work` on the thread, then `answer` with its result on the window's. Higher priorities go first."""

        def work_and_tell() -> None:
            result = work()
            with suppress(RuntimeError):  # the parent is gone: nobody waits for an answer
                self._done.emit(answer, result)

        self._pool.start(work_and_tell, priority)

    def drop(self) -> None:
        """Leave what waits."""
        self._pool.clear()

    def finish(self) -> None:
        """Wait for all that was given, and was not left."""
        self._pool.waitForDone()

    def _answer(self, answer: Callable[[Any], object] | None, result: object) -> None:
        if answer:
            answer(result)
