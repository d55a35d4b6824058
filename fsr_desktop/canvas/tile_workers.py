"""Threads that compute tiles: the most wanted first, and none that nobody wants any more."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from engine.errors import EngineError
from fsr_desktop.canvas.tile_grid import TileAddress, TileSource
from fsr_desktop.look.image_of import image_of

THREADS = 2


@dataclass(frozen=True, eq=False)
class TileRequest:
    """A tile to compute, and what it will show."""

    source: TileSource
    address: TileAddress
    key: Hashable


class TileQueue(QObject):
    """What is to be computed. `computed` comes from a worker thread with a request and its `QImage`, or None if the
    picture could not be read."""

    computed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[TileRequest] = deque()
        self._taken: set[Hashable] = set()  # until the result was received, so that none is computed twice
        self._workers = 0
        self._lock = threading.Lock()

    def put(self, requests: Iterable[TileRequest]) -> int:
        """Take these, the most wanted first, in place of those that wait; says how many workers to start."""
        with self._lock:
            self._waiting = deque(request for request in requests if request.key not in self._taken)
            new = min(THREADS - self._workers, len(self._waiting))
            self._workers += new
            return new

    def take(self) -> TileRequest | None:
        """The most wanted; None sends the worker home."""
        with self._lock:
            if not self._waiting:
                self._workers -= 1
                return None
            request = self._waiting.popleft()
            self._taken.add(request.key)
            return request

    def finish(self, request: TileRequest, image: QImage | None) -> None:
        """Hand over what a worker computed."""
        self.computed.emit(request, image)

    def received(self, request: TileRequest) -> None:
        """The result has arrived."""
        with self._lock:
            self._taken.discard(request.key)


class TileWorkers:
    """At most two threads that work off one queue."""

    def __init__(self, parent: QObject) -> None:
        self.queue = TileQueue()
        self._pool = QThreadPool(parent)
        self._pool.setMaxThreadCount(THREADS)

    def want(self, requests: Iterable[TileRequest]) -> None:
        """Compute these and nothing else from now on."""
        for _ in range(self.queue.put(requests)):
            self._pool.start(partial(_work_off, self.queue))

    def close(self) -> None:
        """Drop what waits, and wait for what is being computed."""
        self.queue.put(())
        self._pool.waitForDone()


def _work_off(queue: TileQueue) -> None:
    """Holds the queue alone, which outlives the widget for as long as it takes."""
    while request := queue.take():
        queue.finish(request, _computed(request))


def _computed(request: TileRequest) -> QImage | None:
    """The tile, or None where the picture's file went away, as when its photo was closed."""
    try:
        return image_of(request.source.pixels(request.address))
    except (EngineError, OSError, ValueError):
        return None
