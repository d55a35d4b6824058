from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.errors import PhotoError
from engine.photo_io import read_photo, write_photo
from engine.types import Photo

SUFFIXES = [".jpg", ".png", ".tiff", ".webp", ".bmp"]


def refusal(photo: Photo, target: Path) -> PhotoError:
    """The error that writing gives, which must have a hint and leave the folder as it was."""
    folder = target.parent
    before = contents(folder)
    with pytest.raises(PhotoError) as caught:
        write_photo(photo, target)
    assert caught.value.hint
    assert contents(folder) == before
    return caught.value


def contents(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        return {}
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in folder.iterdir()
    }


@pytest.fixture
def source(tmp_path, noise) -> Photo:
    Image.fromarray(noise(3)).save(tmp_path / "source.png")
    return read_photo(tmp_path / "source.png")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_source_is_never_changed(tmp_path, source, suffix):
    before = contents(tmp_path)
    write_photo(source, tmp_path / f"result{suffix}")
    after = contents(tmp_path)
    assert set(after) == {"source.png", f"result{suffix}"}
    assert after["source.png"] == before["source.png"]


def test_the_source_is_refused_as_target_by_every_name_it_has(tmp_path, source, monkeypatch):
    os.link(tmp_path / "source.png", tmp_path / "hard.png")
    (tmp_path / "soft.png").symlink_to(tmp_path / "source.png")
    (tmp_path / "folder").mkdir()
    (tmp_path / "here").symlink_to(tmp_path, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    for name in ("source.png", "hard.png", "soft.png", "folder/../source.png", "here/source.png"):
        assert "not overwritten" in str(refusal(source, tmp_path / name).message)
    assert "not overwritten" in str(refusal(source, Path("source.png")).message)


def test_the_source_is_replaced_when_asked(tmp_path, source):
    changed = Photo(pixels=255 - source.pixels, path=source.path)
    write_photo(changed, tmp_path / "source.png", over_source=True)
    np.testing.assert_array_equal(read_photo(tmp_path / "source.png").pixels, 255 - source.pixels)
    assert list(contents(tmp_path)) == ["source.png"]


def test_another_file_of_the_same_name_may_be_replaced(tmp_path, source):
    (tmp_path / "old.png").write_bytes(b"old")
    write_photo(source, tmp_path / "old.png")
    np.testing.assert_array_equal(read_photo(tmp_path / "old.png").pixels, source.pixels)


@pytest.mark.parametrize("name", ["photo.gif", "photo", "photo.txt", "photo.png.bak"])
def test_an_unknown_suffix_is_refused(tmp_path, source, name):
    assert ".png" in str(refusal(source, tmp_path / name).hint)


@pytest.mark.parametrize("suffix", [".jpg", ".webp", ".bmp"])
def test_16_bit_is_refused_where_it_would_be_lost(tmp_path, noise, suffix):
    error = refusal(Photo(pixels=noise(3, 16)), tmp_path / f"photo{suffix}")
    assert "16 bit" in str(error.message) and "PNG" in str(error.hint)


@pytest.mark.parametrize("suffix", [".jpg", ".bmp"])
def test_alpha_is_refused_where_it_would_be_lost(tmp_path, noise, suffix):
    error = refusal(Photo(pixels=noise(3), alpha=noise(1)), tmp_path / f"photo{suffix}")
    assert "transparency" in str(error.message) and "PNG" in str(error.hint)


def test_a_photo_too_wide_for_webp_is_refused(tmp_path):
    wide = Photo(pixels=np.zeros((1, 16_384, 3), np.uint8))
    assert "PNG" in str(refusal(wide, tmp_path / "photo.webp").hint)


def test_a_missing_folder_is_told(tmp_path, source):
    assert "does not exist" in str(refusal(source, tmp_path / "missing" / "photo.png").message)
    assert not (tmp_path / "missing").exists()


def test_a_folder_in_place_of_the_target_is_told(tmp_path, source):
    (tmp_path / "photo.png").mkdir()
    refusal(source, tmp_path / "photo.png")


def test_a_name_too_long_is_told(tmp_path, source):
    refusal(source, tmp_path / f"{'x' * 300}.png")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_an_unwritable_folder_is_told(tmp_path, noise):
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    assert "may not be written" in str(refusal(Photo(pixels=noise(3)), folder / "photo.png").message)


def test_a_folder_the_system_closes_is_told(tmp_path, source, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("engine.files._create", refuse)
    assert "may not be written" in str(refusal(source, tmp_path / "photo.png").message)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("fails", ["swapping", "writing"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path, source, monkeypatch, suffix, fails):
    target = tmp_path / f"photo{suffix}"
    target.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if fails == "swapping":
        monkeypatch.setattr(os, "replace", full)
    else:
        monkeypatch.setattr(Path, "open", lambda path, mode="r": FullDisk(path, mode))
    error = refusal(source, target)
    assert "disk is full" in str(error.message)
    assert target.read_bytes() == b"old"


class FullDisk:
    """A file that takes 100 bytes and then says that the disk is full."""

    def __init__(self, path: Path, mode: str) -> None:
        self._file = open(path, mode)  # noqa: SIM115 -- closed in __exit__

    def __enter__(self) -> FullDisk:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> int:
        if self._file.tell() + len(data) > 100:
            self._file.write(bytes(data)[:100])
            self._file.flush()
            raise OSError(errno.ENOSPC, "No space left on device")
        return self._file.write(data)

    def writelines(self, parts: object) -> None:
        for part in parts:  # type: ignore[attr-defined]
            self.write(part)

    def __getattr__(self, name: str) -> object:
        if name == "fileno":  # so that encoders write through `write`
            raise AttributeError(name)
        return getattr(self._file, name)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_device_that_is_really_full_is_told(tmp_path, source, monkeypatch, suffix):
    ordinary = Path.open

    def to_full_device(path: Path, mode: str = "r", **options: object):
        return ordinary(Path("/dev/full") if "w" in mode else path, mode, buffering=0)

    monkeypatch.setattr(Path, "open", to_full_device)
    assert "disk is full" in str(refusal(source, tmp_path / f"photo{suffix}").message)


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_a_new_file_has_the_users_ordinary_mode(tmp_path, source):
    write_photo(source, tmp_path / "new.png")
    (tmp_path / "ordinary").touch()
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("new.png", "ordinary")]
    assert modes[0] == modes[1]


def test_a_jpeg_source_becomes_a_bit_identical_png(tmp_path, noise):
    Image.fromarray(noise(3)).save(tmp_path / "photo.jpg")
    photo = read_photo(tmp_path / "photo.jpg")
    write_photo(photo, tmp_path / "photo.png")
    with Image.open(tmp_path / "photo.jpg") as stored:
        np.testing.assert_array_equal(read_photo(tmp_path / "photo.png").pixels, np.asarray(stored))
