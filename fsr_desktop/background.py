"""Work that would hold up the window, done on a thread beside it; and garbage, collected on the window's alone."""

from __future__ import annotations

import functools
import gc
import heapq
import itertools
import sys
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

Result = TypeVar("Result")
COLLECT_EVERY_MS = 500
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
        self._mailbox = _mailbox()

    def run(
        self, work: Callable[[], Result], answer: Callable[[Result], object] | None = None, *, priority: int = 0
    ) -> None:
        """Call `work` on the thread, then `answer` with its result on the window's. Higher priorities go first."""
        number = next(self._numbers)
        if answer:
            self._answers[number] = answer
        home, mailbox = weakref.ref(self), self._mailbox  # this object may be gone before the work is done
        heapq.heappush(self._waiting, (-priority, number, lambda: mailbox.arrived.emit(home, number, work())))
        self._thread.submit(_do_next, self._waiting)

    def drop(self) -> None:
        """Leave what waits."""
        self._waiting.clear()

    def finish(self) -> None:
        """Wait for all that was given and not left; answers still come as events do."""
        self._thread.submit(bool).result()

    def answer(self, number: int, result: object) -> None:
        """Hand over what came of a piece of work; for the mailbox."""
        answer = self._answers.pop(number, None)
        if answer:
            answer(result)


class GarbageCollector(QObject):
    """Collects Python's garbage on the thread that made this, as often as Python would, until `stop`.

    Left to itself Python collects on whichever thread comes to it. A widget or a timer that is part of a cycle would be
    destroyed there, and the window's event loop would crash on what is left of it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what the start made stays, and need not be looked at again and again
        self._timer = QTimer(self, interval=COLLECT_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


class _Mailbox(QObject):
    """Carries results from all threads to the window's. There is one, and it stays until the program ends: an object of
    Qt's that a thread sends through must neither go while it sends nor be let go of on the thread."""

    arrived = Signal(object, int, object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def _hand_over(self, home: weakref.ref[Background], number: int, result: object) -> None:
        background = home()
        if background is not None and shiboken6.isValid(background):
            background.answer(number, result)


@functools.cache
def _mailbox() -> _Mailbox:
    return _Mailbox()


def _do_next(waiting: list[_Waiting]) -> None:
    try:
        if waiting:
            heapq.heappop(waiting)[-1]()
    except Exception:
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))
