"""Decoders are quiet as long as any thread reads or writes, and as they were afterwards."""

from __future__ import annotations

import logging
import sys
import threading
import warnings
from pathlib import Path

import pytest
from PIL import Image

from engine.errors import PhotoError
from engine.paths import samples_folder
from engine.photo_io import read_photo
from engine.photo_io.quiet import quiet_decoders


def test_the_last_of_several_threads_puts_the_switches_back() -> None:
    def state() -> tuple[object, ...]:
        return Image.MAX_IMAGE_PIXELS, logging.getLogger("PIL").level, list(warnings.filters)

    before = state()
    inside, may_leave = threading.Event(), threading.Event()

    def other() -> None:
        with quiet_decoders():
            inside.set()
            may_leave.wait(5)

    thread = threading.Thread(target=other)
    with quiet_decoders():
        quiet = state()
        thread.start()
        assert inside.wait(5)
    assert state() == quiet != before
    may_leave.set()
    thread.join()
    assert state() == before


@pytest.mark.skipif(sys.platform == "win32", reason="there libtiff is a part of Pillow's library and cannot be asked")
@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_adobe_deflate", "zstd", "lzma"])
def test_a_damaged_tiff_file_is_told_in_our_words_alone(
    compression: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "torn.tif"
    with Image.open(samples_folder() / "astronaut.png") as photo:
        photo.save(path, compression=compression)
    content = bytearray(path.read_bytes())
    content[20:60] = b"\xff" * 40  # of the first strip, where a format that keeps no sum of it notices as well
    path.write_bytes(content)
    with pytest.raises(PhotoError, match=r"torn\.tif"):
        read_photo(path)
    assert capfd.readouterr().err == ""
    with pytest.raises(OSError), Image.open(path) as photo:
        photo.load()
    assert capfd.readouterr().err  # outside, libtiff is as it was
