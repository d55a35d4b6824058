"""A job of the engine process as the window knows it: what it is, how far it is, and what comes of it."""

from __future__ import annotations

import time
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.messages import NOTHING
from engine.process.events import Failed
from engine.process.protocol import Job

TaskState = Literal["queued", "running", "cancelling", "finished", "failed", "cancelled"]


class Task(QObject):
    """One job that was submitted, and a row in the list of jobs. `EngineBridge.submit` makes it.

    `photo_id` names the photo that it fills, if any. `ahead`: it passes jobs that wait. `failure` says why it failed.
    `sent_as` is the number by which the engine process knows it, 0 before it is sent: the process wants growing
    numbers, and jobs that go ahead are sent before older ones.

    Signals: `started`, `progressed`, `previewed` with parts of the result; then one of `finished` with the result,
    `failed` with a `Failed`, `cancelled` with what is kept all the same; at last `ended`.
    """

    started = Signal()
    progressed = Signal(float, object)
    previewed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal(object)
    ended = Signal()

    def __init__(
        self, job: Job, title: str, *, ahead: bool = False, photo_id: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.job, self.title, self.ahead, self.photo_id = job, title, ahead, photo_id
        self.state: TaskState = "queued"
        self.fraction = 0.0
        self.stage = NOTHING
        self.failure: Failed | None = None
        self.started_s = self.ended_s = 0.0
        self.sent_as = 0

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in ("finished", "failed", "cancelled")

    @property
    def seconds(self) -> float:
        """How long it has run, or ran."""
        if not self.started_s:
            return 0.0
        return (self.ended_s or time.monotonic()) - self.started_s

    @property
    def eta_s(self) -> float | None:
        """How long it may still run, from its speed so far; None while it cannot be known."""
        if self.state != "running" or self.fraction < 0.05:
            return None
        return self.seconds * (1 - self.fraction) / self.fraction
