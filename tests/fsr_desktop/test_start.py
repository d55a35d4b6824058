"""The window is there soon after the program was started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.busy import processor_slowness

pytestmark = pytest.mark.window
ROOT = Path(__file__).parents[2]
ATTEMPTS = 3  # a busy machine adds to it now and then
MOST_S = 1.5  # of a usual processor; 0.94 on the machine it was written on, where the clock showed 1.3


def test_the_window_is_seen_within_a_second_and_a_half(own_data_folder: Path) -> None:
    seconds = most = MOST_S * processor_slowness()
    for _ in range(ATTEMPTS):
        seconds = start_s()
        if seconds < most:
            break
    assert 0.1 < seconds < most


def start_s() -> float:
    """Processor time until the window of a new process is seen."""
    command = [sys.executable, "-m", "tests.fsr_desktop.watched_start"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True, env=os.environ)
    return float(run.stdout.splitlines()[-1])
