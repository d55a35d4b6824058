"""Photos read in a child: the same ones, and whatever it does it cannot hurt who asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.errors import PhotoError
from engine.limits import limit_processor
from engine.photo_io import confined, page_count, read_photo, write_photo
from engine.photo_io.confined import pages_confined, read_confined, size_confined
from engine.types import Photo, PhotoMetadata

IS_LINUX = sys.platform == "linux"


@pytest.fixture
def no_reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Readers with limits of the test's own."""
    confined._reader.cache_clear()
    yield monkeypatch
    confined._reader(200.0).close()
    confined._reader.cache_clear()


def noise(*shape: int, kind: type[np.generic] = np.uint8) -> Any:
    return np.random.default_rng(3).integers(0, 2 ** (8 * np.dtype(kind).itemsize), shape, kind)


def written(folder: Path, photo: Photo, name: str) -> Path:
    path = folder / name
    write_photo(photo, path)
    return path


def same(one: Photo, other: Photo) -> bool:
    pairs = [(one.pixels, other.pixels), (one.alpha, other.alpha), (one.extra, other.extra)]
    if not all(np.array_equal(a, b) and a.dtype == b.dtype if a is not None and b is not None else a is b
               for a, b in pairs):  # fmt: skip
        return False
    bare = {"pixels": np.zeros((1, 1, 3), np.uint8), "alpha": None, "extra": None}
    return replace(one, **bare).metadata == replace(other, **bare).metadata and one.notes == other.notes


@pytest.mark.parametrize("name", ["plain.png", "deep.tif", "seen_through.png", "turned.jpg", "small.png"])
def test_a_photo_comes_as_it_would_without_the_child(tmp_path: Path, name: str):
    if name == "turned.jpg":
        exif = Image.Exif()
        exif[0x0112] = 6
        Image.fromarray(noise(300, 200, 3)).save(tmp_path / name, exif=exif, comment=b"words")
    else:
        side = 8 if name == "small.png" else 300
        deep = np.uint16 if name == "deep.tif" else np.uint8
        alpha = noise(side, side) if name == "seen_through.png" else None
        metadata = PhotoMetadata(dpi=(300.0, 300.0), texts=(("Title", "aunt"),))
        written(tmp_path, Photo(pixels=noise(side, side, 3, kind=deep), alpha=alpha, metadata=metadata), name)
    expected, got = read_photo(tmp_path / name), read_confined(tmp_path / name)
    assert same(expected, got)
    assert (got.path, got.format, got.is_grey) == (expected.path, expected.format, expected.is_grey)
    with Image.open(tmp_path / name) as image:
        assert size_confined(tmp_path / name) == image.size
    assert pages_confined(tmp_path / name) == page_count(tmp_path / name) == 1


def test_what_is_wrong_with_a_photo_is_said_in_the_same_words(tmp_path: Path):
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    for path, options in ((tmp_path / "a.jpg", {}), (tmp_path / "none.jpg", {}), (tmp_path, {"page": 2})):
        with pytest.raises(PhotoError) as expected:
            read_photo(path, **options)
        with pytest.raises(PhotoError) as got:
            read_confined(path, **options)
        assert (got.value.message, got.value.hint) == (expected.value.message, expected.value.hint)
    with pytest.raises(PhotoError):
        size_confined(tmp_path / "a.jpg")


def sleep_while_reading(*_given: object) -> None:
    time.sleep(600)


def end_while_reading(*_given: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("work", [sleep_while_reading, end_while_reading])
def test_a_photo_that_takes_for_ever_or_ends_its_reader_fails_alone(
    tmp_path: Path, no_reader: pytest.MonkeyPatch, work: Any
):
    path = written(tmp_path, Photo(pixels=noise(9, 9, 3)), "a.png")
    no_reader.setattr(confined, "_SECONDS", 2.0)
    no_reader.setattr(confined, "_SECONDS_PER_MEGAPIXEL", 0.0)
    with no_reader.context() as patch:
        patch.setattr(confined, "_read", work)
        with pytest.raises(PhotoError, match=r"a.png took more"):
            read_confined(path)
    assert read_confined(path).width == 9


def read_something_else(*_given: object) -> object:
    return {"pixels": np.zeros((4, 4, 3), np.float64), "notes": ()}, {}


def read_too_much(*_given: object) -> object:
    return {"pixels": np.zeros((300, 300, 3), np.uint8), "surprise": 1}, {}


def read_a_list(*_given: object) -> object:
    return {"pixels": [[[1, 2, 3]]]}, {}


@pytest.mark.parametrize("work", [read_something_else, read_too_much, read_a_list])
def test_an_answer_that_is_no_photo_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: Any):
    monkeypatch.setattr(confined, "_read", work)
    with pytest.raises(PhotoError, match="took more"):
        read_confined(tmp_path / "a.png")


ORPHAN = """
import os, sys, time
from engine.photo_io import confined

if __name__ == "__main__":
    print(confined._reader(200.0).call(os.getpid))
    sys.stdout.flush()
    confined._reader(200.0).call(time.sleep, 600)
"""


@pytest.mark.skipif(not IS_LINUX, reason="asks /proc")
def test_a_reader_ends_with_who_asked_it(tmp_path: Path):
    (tmp_path / "asks.py").write_text(ORPHAN)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    asking = subprocess.Popen([sys.executable, tmp_path / "asks.py"], stdout=subprocess.PIPE, env=environment)
    assert asking.stdout is not None
    pid = int(asking.stdout.readline())
    assert Path(f"/proc/{pid}").exists()
    asking.kill()
    asking.wait()
    asking.stdout.close()
    end_s = time.monotonic() + 30
    while is_alive(pid) and time.monotonic() < end_s:
        time.sleep(0.05)
    assert not is_alive(pid)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _work_on_and_on() -> None:
    limit_processor(0.1)
    while True:
        sum(range(10**6))


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="there is no such limit here")
def test_the_system_ends_a_process_that_works_for_too_long():
    code = "from tests.engine.photo_io.test_confined import _work_on_and_on; _work_on_and_on()"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], check=False, timeout=120)
    assert done.returncode == -signal.SIGXCPU
