"""Photos damaged where their structure is end in a photo or an error in words, soon, and are left as they were."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import PhotoError
from engine.photo_io import read_photo, write_photo
from engine.photo_io.confined import read_confined
from engine.photo_io.thumbnail import read_thumbnail
from engine.types import Photo
from tests.fuzz.mutators import MUTATORS
from tests.fuzz.seeds import seeds

SECONDS = 10.0  # of the processor


@pytest.mark.parametrize("name", MUTATORS)
def test_a_damaged_photo_is_read_or_refused_in_words(
    name: str, inputs: int, random: np.random.Generator, tmp_path: Path
):
    files, path, result = seeds(name), tmp_path / "photo", tmp_path / "out" / "result.tif"
    result.parent.mkdir()
    for number in range(inputs):
        data = MUTATORS[name](files[number % len(files)], random)
        path.write_bytes(data)
        started = time.process_time()
        for read in (read_thumbnail_of, read_photo):
            try:
                found = read(path)
            except PhotoError as error:
                assert "error in FSR Desktop" not in str(error), number
                continue
            if read is read_photo and found.width * found.height < 10**6:
                write_photo(found, result)
        assert time.process_time() - started < SECONDS, number
        assert path.read_bytes() == data
    assert {file.name for file in tmp_path.rglob("*") if file.is_file()} <= {"photo", "result.tif"}


@pytest.mark.parametrize("name", MUTATORS)
def test_a_damaged_photo_ends_in_the_child_as_it_does_without(
    name: str, inputs: int, random: np.random.Generator, tmp_path: Path
):
    files, path = seeds(name), tmp_path / "photo"
    for number in range(inputs // 10):
        path.write_bytes(MUTATORS[name](files[number % len(files)], random))
        assert _end(read_confined, path) == _end(read_photo, path), number


def _end(read: Callable[[Path], Photo], path: Path) -> tuple[object, ...]:
    try:
        photo = read(path)
    except PhotoError as error:
        return error.message, error.hint
    return photo.pixels.tobytes(), photo.pixels.shape, photo.metadata, photo.notes, photo.format


def read_thumbnail_of(path: Path) -> Any:
    return read_thumbnail(path, 64)
