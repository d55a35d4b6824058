"""What a first restore costs, all that is loaded for it included."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from engine.paths import samples_folder

# What a restore loads anyway, and the photo enlarged as it is there, four times.
YARDSTICK = """
import cv2, numpy, onnxruntime, scipy.ndimage
from PIL import Image
for _ in range(4):
    photo = Image.fromarray(numpy.zeros((866, 1154, 3), numpy.uint8))
    numpy.array(photo.resize((4616, 3464), Image.Resampling.LANCZOS))
"""
MOST = 2.2  # yardsticks; it takes 1.5 to 1.95, with and without other work on the machine


@pytest.mark.slow
def test_a_first_restore_of_a_one_megapixel_photo_is_quick(tmp_path: Path) -> None:
    with Image.open(samples_folder() / "grace-hopper-48px.jpg") as sample:
        page = Image.new("RGB", (1154, 866), (120, 110, 100))
        page.paste(sample.convert("RGB"), (400, 300))
        page.save(tmp_path / "page.png")
    taken_for: list[float] = []  # yardsticks, each beside its own: the processor's speed changes from minute to minute
    for attempt in range(2):  # the better of two: the first one may find no file in memory
        yardstick, _nothing = _processor_seconds([sys.executable, "-c", YARDSTICK], tmp_path)
        command = [sys.executable, "-m", "fsr_desktop", "restore", "page.png", "-o", f"out{attempt}", "--json"]
        taken, said = _processor_seconds(command, tmp_path)
        taken_for.append(taken / yardstick)
        assert [face["status"] for face in json.loads(said)["faces"]] == ["restored"]
    assert min(taken_for) < MOST


def _processor_seconds(command: list[str], folder: Path) -> tuple[float, str]:
    """What a program and its children take of the processor, and what it says."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    before = os.times()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    after = os.times()
    taken = after.children_user + after.children_system - before.children_user - before.children_system
    return taken, done.stdout
