"""How long a batch may still run: from what was done in the time so far, photos weighed by their faces. Qt-free."""

from __future__ import annotations

OPENING = 0.5  # of the work of a face: to read a photo and find its faces
TRUST = 0.5  # in what was measured last; the rest is what was said before
LEAST = 0.1  # of what was said last: it may take longer than that, but it is not over


def work_of(faces: float, *, with_opening: bool) -> float:
    """The work of a photo, in faces."""
    return faces + (OPENING if with_opening else 0.0)


class TimeLeft:
    """What is told of the time that is left; times are seconds of one clock. It counts down, and moves towards each new
    measure without a jump."""

    def __init__(self) -> None:
        self._left_s: float | None = None
        self._said_at = 0.0

    def measure(self, *, done: float, left: float, took_s: float, now_s: float) -> None:
        """So much work was done in that time, and so much is left."""
        if done <= 0:
            return
        measured, before = took_s * left / done, self.at(now_s)
        self._left_s = measured if before is None else before + TRUST * (measured - before)
        self._said_at = now_s

    def at(self, now_s: float) -> float | None:
        """How long it may still take; None before anything was measured."""
        if self._left_s is None:
            return None
        return max(LEAST * self._left_s, self._left_s - (now_s - self._said_at))
