"""The edge between before and after: where it is, by itself or as the speaker drags it."""

from __future__ import annotations

import math

STEP_MS = 40
ROUND_S = 6.0  # from before to after and back


class WipeMotion:
    """`edge` 0 to 1, left of which is before. It rests where it was dragged to, and goes on from there."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """All is before."""
        self.edge, self._phase = 1.0, 0.0

    def step(self, seconds: float = STEP_MS / 1000) -> None:
        """Go on by itself."""
        self._phase = (self._phase + seconds / ROUND_S) % 1.0
        self.edge = 0.5 + 0.5 * math.cos(2 * math.pi * self._phase)

    def drag(self, edge: float) -> None:
        """Put it there."""
        self.edge = min(1.0, max(0.0, edge))
        self._phase = math.acos(2 * self.edge - 1) / (2 * math.pi)
