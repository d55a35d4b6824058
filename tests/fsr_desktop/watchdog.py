"""How long the window's thread is kept from its event loop."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer


class Watchdog(QObject):
    """Measures the longest time between two turns of the event loop: of the clock, and of the processor.

    `doing` names what happens just now; `longest_doing` is what was going on in the longest turn.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ticks, self.longest_ms, self.longest_cpu_ms = 0, 0.0, 0.0
        self.doing = self.longest_doing = ""
        self._at, self._cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> None:
        """Measure no longer."""
        self._timer.stop()

    def __str__(self) -> str:
        busy = f"{self.longest_cpu_ms:.0f} ms busy{f' ({self.longest_doing})' if self.longest_doing else ''}"
        return f"longest on the window's thread: {busy}, {self.longest_ms:.0f} ms in all"

    def _tick(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        self.ticks += 1
        self.longest_ms = max(self.longest_ms, (now - self._at) * 1000)
        if (cpu - self._cpu) * 1000 > self.longest_cpu_ms:
            self.longest_cpu_ms, self.longest_doing = (cpu - self._cpu) * 1000, self.doing
        self._at, self._cpu = now, cpu
