"""No test: how much longer than it should everything takes on this machine just now, for limits of time."""

from __future__ import annotations

import functools
import subprocess
import sys
import time

_WORK_S = 0.05
_USUAL_S = 0.5  # of the processor for `_WINDOW_WORK`, on the machine that the limits were written on
_SLOWEST = 4.0  # what takes longer than that is not the machine's fault alone

# What starting and filling a window is made of: imports, widgets with a style sheet, a picture of them, plain Python.
_WINDOW_WORK = """
import time
import numpy
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
application = QApplication([])
for _ in range(12):
    page = QWidget(styleSheet="QLabel { padding: 2px } QLabel[warn=true] { color: red } QWidget { background: #222 }")
    column = QVBoxLayout(page)
    for number in range(60):
        column.addWidget(QLabel(f"Line {number}"))
    page.show()
    page.grab()
    sorted({str(number): number * number for number in range(30_000)}.items())
print(time.process_time())
"""


def slowness() -> float:
    """Clock over processor time of a short calculation: 1 on an idle machine, 4 beside three others."""
    clock, processor = time.perf_counter(), time.thread_time()
    while time.thread_time() - processor < _WORK_S:
        pass
    return max(1.0, (time.perf_counter() - clock) / _WORK_S)


@functools.cache
def processor_slowness() -> float:
    """How much more of the processor a window's work takes here than where the limits were written: from 1 to 4.

    A slow processor, or one whose cores share what they have with other programs, is no fault of the window's.
    """
    seconds: list[float] = []
    for _ in range(3):
        run = subprocess.run(
            [sys.executable, "-c", _WINDOW_WORK], capture_output=True, text=True, timeout=120, check=True
        )
        seconds.append(float(run.stdout))
    factor = min(_SLOWEST, max(1.0, min(seconds) / _USUAL_S))
    print(f"a window's work took {min(seconds):.2f} s of the processor: limits are {factor:.2f} times the usual ones")
    return factor
