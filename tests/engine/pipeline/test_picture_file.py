"""A picture in levels: sizes, values, and never half of it."""

from __future__ import annotations

import dataclasses
import errno
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.errors import DataError
from engine.pipeline import picture_file
from engine.pipeline.picture_file import read_level, write_picture


def noise(height: int, width: int) -> NDArray[np.uint8]:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)


@pytest.mark.parametrize(
    ("height", "width", "sizes"),
    [
        (1, 1, [(1, 1)]),
        (1024, 1024, [(1024, 1024)]),
        (3, 1025, [(3, 1025), (2, 513)]),
        (4101, 5, [(4101, 5), (2051, 3), (1026, 2), (513, 1)]),
    ],
)
def test_levels_are_halved_and_rounded_up_until_both_sides_are_small(
    tmp_path: Path, height: int, width: int, sizes: list[tuple[int, int]]
) -> None:
    picture = write_picture(noise(height, width), tmp_path / "x1")
    assert (picture.folder, picture.width, picture.height) == (tmp_path / "x1", width, height)
    assert [read_level(picture, level).shape[:2] for level in range(picture.levels)] == sizes
    assert sorted(path.name for path in picture.folder.iterdir()) == [f"level{n}.npy" for n in range(len(sizes))]


def test_each_pixel_of_a_level_is_the_mean_of_those_it_covers_also_at_odd_edges(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_file, "_BAND_PIXELS", 5000)  # several bands
    pixels = noise(7, 1031)
    picture = write_picture(pixels, tmp_path / "x1")
    assert np.array_equal(read_level(picture, 0), pixels)
    half = read_level(picture, 1)
    for row in range(4):
        for column in (0, 1, 200, 514, 515):
            covered = pixels[2 * row : 2 * row + 2, 2 * column : 2 * column + 2].reshape(-1, 3)
            assert np.abs(half[row, column] - covered.mean(axis=0)).max() <= 0.5


def test_levels_are_mapped_from_their_files_and_cannot_be_written_to(tmp_path: Path) -> None:
    level = read_level(write_picture(noise(20, 30), tmp_path / "x1"), 0)
    assert isinstance(level, np.memmap) and not level.flags.writeable


def test_a_part_of_a_larger_picture_is_written_as_it_is(tmp_path: Path) -> None:
    part = noise(40, 60)[5:25:2, 7:50]
    assert np.array_equal(read_level(write_picture(part, tmp_path / "x1"), 0), part)


def test_a_second_picture_replaces_the_first_as_a_whole_while_the_first_is_still_shown(tmp_path: Path) -> None:
    old = write_picture(noise(9, 2000), tmp_path / "deep" / "x1")
    shown, before = read_level(old, 1), noise(9, 2000)
    new = write_picture(np.full((5, 6, 3), 7, np.uint8), tmp_path / "deep" / "x1")
    assert new.levels == 1 and (read_level(new, 0) == 7).all()
    assert np.array_equal(shown[0, 0], np.asarray(shown)[0, 0]) and shown.shape == (5, 1000, 3)
    assert np.abs(shown[0, 0] - before[:2, :2].reshape(-1, 3).mean(axis=0)).max() <= 0.5
    assert [path.name for path in (tmp_path / "deep").rglob("*")] == ["x1", "level0.npy"]


def test_a_missing_or_damaged_level_is_a_data_error(tmp_path: Path) -> None:
    picture = write_picture(noise(20, 30), tmp_path / "x1")
    with pytest.raises(DataError, match="missing or damaged"):
        read_level(picture, 1)
    with pytest.raises(DataError, match="expected"):
        read_level(dataclasses.replace(picture, width=31), 0)
    file = tmp_path / "x1" / "level0.npy"
    for damaged in (b"", b"no picture at all", file.read_bytes()[:300]):
        file.write_bytes(damaged)
        with pytest.raises(DataError, match="missing or damaged"):
            read_level(picture, 0)


def test_a_full_disk_is_said_and_leaves_the_old_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    picture = write_picture(noise(20, 30), tmp_path / "x1")
    monkeypatch.setattr(np.lib.format, "write_array_header_1_0", full)
    with pytest.raises(DataError, match="disk is full"):
        write_picture(noise(2, 3), tmp_path / "x1")
    assert read_level(picture, 0).shape == (20, 30, 3)
    assert [path.name for path in tmp_path.rglob("*")] == ["x1", "level0.npy"]


def test_a_folder_that_cannot_be_made_is_a_data_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DataError, match="cannot be kept"):
        write_picture(noise(2, 3), tmp_path / "file" / "x1")


def test_levels_are_read_on_two_threads_at_the_same_time(tmp_path: Path) -> None:
    picture = write_picture(np.zeros((20, 30, 3), np.uint8), tmp_path / "x1")
    with ThreadPoolExecutor(
        4
    ) as pool:  # np.load fails here now and then with Python 3.11: its header is parsed as Python
        shapes = set(pool.map(lambda _number: read_level(picture, 0).shape, range(2000)))
    assert shapes == {(20, 30, 3)}
