"""What a long piece of work is given: where to report progress, and when to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.messages import NOTHING, Message


class Cancelled(Exception):
    """The user cancelled the work; no error. `kept` says what is left of it, or is nothing."""

    def __init__(self, kept: Message = NOTHING) -> None:
        super().__init__(kept)
        self.kept = kept


def _ignore(_fraction: float, _stage: Message) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True)
class JobContext:
    """Progress and cancellation of one piece of work; knows nothing of processes and threads.

    `report` gets a fraction in [0, 1] of the whole job and what is done now; `is_cancelled` is asked often.
    """

    report: Callable[[float, Message], None] = _ignore
    is_cancelled: Callable[[], bool] = _never
    low: float = 0.0
    high: float = 1.0

    def progress(self, fraction: float, stage: Message) -> None:
        """Report `fraction` in [0, 1] of this part as done. Raises: Cancelled."""
        self.check_cancelled()
        self.report(self.low + (self.high - self.low) * min(max(fraction, 0.0), 1.0), stage)

    def check_cancelled(self) -> None:
        """Raises: Cancelled if the user wants the work to stop."""
        if self.is_cancelled():
            raise Cancelled

    def part(self, low: float, high: float) -> JobContext:
        """A context whose 0..1 is `low`..`high` of this one."""
        span = self.high - self.low
        return JobContext(self.report, self.is_cancelled, self.low + span * low, self.low + span * high)
