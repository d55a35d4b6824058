"""Batches whose reader, or who runs them, is killed at any moment: no result is lost without a word, half, or left over
under another name."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.errors import PhotoError
from engine.photo_io import confined, read_photo
from tests.fuzz import restore_folder

PHOTOS = 12
SIDE = 400
SCRIPT = Path(restore_folder.__file__)
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills as POSIX does")


@pytest.fixture
def photos(tmp_path: Path, random: np.random.Generator) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(PHOTOS):
        noise = random.integers(0, 256, (SIDE, SIDE, 3), np.uint8)
        Image.fromarray(noise).save(folder / f"{number:02}.{('png', 'tif', 'jpg', 'bmp')[number % 4]}")
    return folder


def pixels_of(folder: Path, *, hidden: bool = True) -> dict[str, bytes]:
    """By the photo's name. Args: hidden: whether files that are being written count, too."""
    paths = [path for path in folder.iterdir() if hidden or not path.name.startswith(".fsr-")]
    return {path.stem.removesuffix("_restored"): read_photo(path).pixels.tobytes() for path in paths}


def is_part_of(found: dict[str, bytes], whole: dict[str, bytes]) -> bool:
    return all(whole[name] == pixels for name, pixels in found.items())


def test_a_reader_that_is_killed_at_any_moment_costs_the_photo_it_read(
    photos: Path, inputs: int, random: np.random.Generator, tmp_path: Path
):
    whole, failed = pixels_of(photos), 0
    for number in range(max(1, inputs // 100)):
        output, is_over = tmp_path / f"out-{number}", threading.Event()
        pauses = random.uniform(0.02, 0.4, 1000)
        killer = threading.Thread(target=_kill_reader, args=(pauses, is_over))
        killer.start()
        try:
            told = restore_folder.restore(photos, output)
        finally:
            is_over.set()
            killer.join()
        assert [outcome.photo.path for outcome in told] == sorted(photos.iterdir())
        errors = [outcome.error for outcome in told if outcome.error]
        assert all(isinstance(error, PhotoError) and "took more" in str(error) for error in errors)
        written = [path for path in output.iterdir() if path.suffix in (".png", ".tiff", ".bmp")]
        assert len(written) == len(list(output.iterdir())) == len(told) - len(errors)
        assert is_part_of(pixels_of(output), whole)
        failed += len(errors)
    assert failed, "nothing was killed while it was read"
    assert pixels_of(photos) == whole


def _kill_reader(pauses: np.ndarray, is_over: threading.Event) -> None:
    for pause in pauses:
        if is_over.wait(pause):
            return
        child = confined._reader(200.0)._child
        pid = child.pid if child is not None else None
        if pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def test_a_batch_that_is_killed_at_any_moment_is_finished_by_the_next(
    photos: Path, inputs: int, random: np.random.Generator, tmp_path: Path
):
    whole, output = pixels_of(photos), tmp_path / "out"
    environment = {**os.environ, "PYTHONPATH": str(SCRIPT.parents[2])}
    command = [sys.executable, str(SCRIPT), str(photos), str(output)]
    for _kill in range(max(2, inputs // 50)):
        for path in list(output.glob("0*")):
            path.unlink()  # so that there is something to do
        batch = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        assert batch.stdout and batch.stdout.readline() == b"ready\n"
        time.sleep(random.uniform(0, 2))
        batch.kill()
        batch.wait()
        batch.stdout.close()
        if output.exists():
            assert is_part_of(pixels_of(output, hidden=False), whole)
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    assert pixels_of(output) == whole
    assert pixels_of(photos) == whole
