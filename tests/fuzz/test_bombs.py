"""A small file takes neither long nor much, whatever it asks for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.bombs import COUNT, KINDS

SECONDS = 10.0  # of the processor, both for the photo and its thumbnail; half of one is the most that was measured
READER = Path(__file__).with_name("read_bombs.py")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited as Linux does it")
def test_files_that_ask_for_far_more_than_they_are_end_soon_and_small(tmp_path: Path):
    for kind in KINDS:
        for number in range(COUNT):
            (tmp_path / f"{kind.__name__}-{number:02}.photo").write_bytes(kind(number))
    done = subprocess.run([sys.executable, READER, tmp_path], capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == COUNT * len(KINDS), done.stderr[-2000:]
    assert [line for line in lines if line["seconds"] > SECONDS] == []
    assert [line for line in lines if "memory" in line["said"]] == []
    assert "Traceback" not in done.stderr
