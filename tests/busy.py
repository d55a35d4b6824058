"""No test: how much longer than alone everything takes on this machine just now, for limits of the clock."""

from __future__ import annotations

import time

_WORK_S = 0.05


def slowness() -> float:
    """Clock over processor time of a short calculation: 1 on an idle machine, 4 beside three others."""
    clock, processor = time.perf_counter(), time.thread_time()
    while time.thread_time() - processor < _WORK_S:
        pass
    return max(1.0, (time.perf_counter() - clock) / _WORK_S)
