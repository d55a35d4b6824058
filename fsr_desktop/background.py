"""Work that would hold up the window, done on a thread beside it."""

from __future__ import annotations

import heapq
import itertools
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

Result = TypeVar("Result")
_Waiting = tuple[int, int, Callable[[], object]]  # most wanted first, then first come; all numbers differ


class Background(QObject):
    """One thread of its parent's. It works off what it is given, one piece after the other.

    An error that `work` raises is the hook's of `threading`, and nothing is answered. `work` should hold no object of
    Qt's that has a home in the window: it may be let go of on the thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._waiting: list[_Waiting] = []
        self._numbers = itertools.count()
        self._answers: dict[int, Callable[[Any], object]] = {}
        self._mail = _Mail()
        self._mail.arrived.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], Result], answer: Callable[[Result], object] | None = None, *, priority: int = 0
    ) -> None:
        """Call `work` on the thread, then `answer` with its result on the window's. Higher priorities go first."""
        number = next(self._numbers)
        if answer:
            self._answers[number] = answer
        mail = self._mail  # not this object, which may be gone before the work is done
        heapq.heappush(self._waiting, (-priority, number, lambda: mail.arrived.emit(number, work())))
        self._thread.submit(_do_next, self._waiting)

    def drop(self) -> None:
        """Leave what waits."""
        self._waiting.clear()

    def finish(self) -> None:
        """Wait for all that was given and not left; answers still come as events do."""
        self._thread.submit(bool).result()

    def _answer(self, number: int, result: object) -> None:
        answer = self._answers.pop(number, None)
        if answer:
            answer(result)


class _Mail(QObject):
    """Carries results from the thread; lives as long as anybody may send one."""

    arrived = Signal(int, object)


def _do_next(waiting: list[_Waiting]) -> None:
    try:
        if waiting:
            heapq.heappop(waiting)[-1]()
    except Exception:
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
