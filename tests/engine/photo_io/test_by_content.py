"""Files that are read by their content, whatever they are called, and files that are not whole."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image, features

from engine.errors import PhotoError
from engine.paths import samples_folder
from engine.photo_io import read_photo
from engine.photo_io.formats import READABLE_SUFFIXES
from engine.types import Photo

PHONE = Path(__file__).parent / "cases" / "phone.heic"
SOURCE = samples_folder() / "two-people.jpg"


def jpeg(**options: Any) -> tuple[bytes, np.ndarray]:
    """A JPEG file, and its pixels as Pillow decodes them."""
    buffer = io.BytesIO()
    with Image.open(SOURCE) as image:
        image.convert("RGB").save(buffer, "JPEG", quality=80, **options)
    return buffer.getvalue(), np.asarray(Image.open(buffer).convert("RGB"))


def read(path: Path, data: bytes) -> tuple[Photo, str]:
    """The photo in a file with these bytes, and what was noted."""
    path.write_bytes(data)
    photo = read_photo(path)
    return photo, "; ".join(map(str, photo.notes))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_of_a_cut_off_jpeg_what_is_there_is_read_and_the_missing_part_told(tmp_path: Path, share: float) -> None:
    data, whole = jpeg()
    photo, note = read(tmp_path / "photo.jpg", data[: int(len(data) * share)])
    assert photo.pixels.shape == whole.shape
    same = (photo.pixels == whole).all(axis=(1, 2))
    there = int(np.argmin(same))
    percent = int(note.split("lower ")[1].split(" %")[0])
    assert "cut off" in note and there > 0
    assert abs(percent / 100 - (1 - there / len(whole))) < 16 / len(whole) + 0.01


def test_a_jpeg_that_was_cut_off_and_closed_is_noted(tmp_path: Path) -> None:
    data, whole = jpeg()
    photo, note = read(tmp_path / "photo.jpg", data[: int(len(data) * 0.6)] + b"\xff\xd9")
    assert "may have been cut off" in note
    np.testing.assert_array_equal(photo.pixels[:100], whole[:100])


def test_the_end_of_a_thumbnail_is_not_that_of_the_picture(tmp_path: Path) -> None:
    small = io.BytesIO()
    Image.new("RGB", (8, 8)).save(small, "JPEG")
    data, whole = jpeg(exif=b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0" + small.getvalue())
    assert data.count(b"\xff\xd9") == 2
    photo, note = read(tmp_path / "photo.jpg", data[: int(len(data) * 0.6)])
    assert "cut off" in note
    np.testing.assert_array_equal(photo.pixels[:100], whole[:100])


def test_of_a_cut_off_progressive_jpeg_the_coarse_picture_is_read(tmp_path: Path) -> None:
    data, whole = jpeg(progressive=True)
    photo, note = read(tmp_path / "photo.jpg", data[: int(len(data) * 0.6)])
    assert "cut off" in note and "fine detail" in note
    assert np.abs(photo.pixels.astype(int) - whole).mean() < 8


def test_a_missing_end_mark_is_noted_and_nothing_is_lost(tmp_path: Path) -> None:
    data, whole = jpeg()
    photo, note = read(tmp_path / "photo.jpg", data[:-2])
    np.testing.assert_array_equal(photo.pixels, whole)
    assert "end mark" in note and "whole" in note


def test_a_jpeg_of_which_nothing_but_the_head_is_there_is_refused(tmp_path: Path) -> None:
    data, _ = jpeg()
    with pytest.raises(PhotoError):
        read(tmp_path / "photo.jpg", data[: data.index(b"\xff\xda") + 14])


@pytest.mark.parametrize("junk", [b"\r\n", b"HTTP/1.1 200 OK\r\n\r\n", bytes(128)])
@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP"])
def test_junk_in_front_is_skipped_with_a_note(tmp_path: Path, name: str, junk: bytes) -> None:
    buffer = io.BytesIO()
    Image.open(SOURCE).save(buffer, name)
    photo, note = read(tmp_path / f"photo.{name.lower()}", junk + buffer.getvalue())
    assert photo.format == name
    assert note == f"{len(junk)} bytes in front of the photo were skipped"


def test_a_stereo_pair_is_read_as_its_first_picture(tmp_path: Path) -> None:
    with Image.open(SOURCE) as image:
        other = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        image.save(tmp_path / "pair.mpo", "MPO", save_all=True, append_images=[other])
    photo = read_photo(tmp_path / "pair.mpo")
    with Image.open(tmp_path / "pair.mpo") as image:
        np.testing.assert_array_equal(photo.pixels, np.asarray(image))
    assert photo.format == "JPEG" and [str(note) for note in photo.notes] == ["picture 1 of 2 in the file was read"]


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow reads no AVIF")
@pytest.mark.parametrize("name", ["photo.avif", "photo.jpg"])
def test_avif_is_read(tmp_path: Path, name: str) -> None:
    with Image.open(SOURCE) as image:
        image.save(tmp_path / name, "AVIF", quality=90)
        whole = np.asarray(image.convert("RGB")).astype(int)
    photo = read_photo(tmp_path / name)
    assert photo.format == "AVIF" and np.abs(photo.pixels - whole).mean() < 4
    assert bool(photo.notes) == (name == "photo.jpg")


@pytest.mark.parametrize("name", ["phone.heic", "phone.jpg"])
def test_heic_is_read(tmp_path: Path, name: str) -> None:
    pytest.importorskip("pi_heif")
    photo, note = read(tmp_path / name, PHONE.read_bytes())
    with Image.open(SOURCE) as image:
        whole = np.asarray(image.convert("RGB")).astype(int)
    assert (photo.format, photo.pixels.shape) == ("HEIC", whole.shape)
    assert np.abs(photo.pixels - whole).mean() < 5
    assert ("HEIC" in note) == (name == "phone.jpg")


@pytest.mark.parametrize("kept", [0.02, 0.3, 0.9])
def test_damaged_heic_is_refused(tmp_path: Path, kept: float) -> None:
    pytest.importorskip("pi_heif")
    data = PHONE.read_bytes()
    with pytest.raises(PhotoError):
        read(tmp_path / "phone.heic", data[: int(len(data) * kept)])


def test_without_the_library_a_heic_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.photo_io.identify.find_spec", lambda _name: None)
    with pytest.raises(PhotoError, match="a HEIC file"):
        read(tmp_path / "phone.jpg", PHONE.read_bytes())


def camera_raw(path: Path) -> None:
    """A DNG of a sensor of 96 x 64 px, its right half brighter, turned by 90 degrees."""
    mosaic = np.full((64, 96), 4000, np.uint16)
    mosaic[:, 48:] = 16000
    one, zero = (1, 1), (0, 1)
    matrix = (*one, *zero, *zero, *zero, *one, *zero, *zero, *zero, *one)
    tags: list[Any] = [
        (50706, 1, 4, bytes([1, 4, 0, 0]), True),
        (50708, 2, 0, "Test Camera", True),
        (33421, 3, 2, (2, 2), True),
        (33422, 1, 4, bytes([0, 1, 1, 2]), True),
        (50717, 4, 1, 65535, True),
        (50721, 10, 9, matrix, True),
        (50728, 5, 3, (1, 1, 1, 1, 1, 1), True),
        (274, 3, 1, 6, True),
        (271, 2, 0, "Test", True),
    ]
    tifffile.imwrite(path, mosaic, photometric=32803, extratags=tags, metadata=None)


@pytest.mark.parametrize("name", ["photo.dng", "photo.tif", "photo.nef"])
def test_a_cameras_raw_file_is_developed(tmp_path: Path, name: str) -> None:
    pytest.importorskip("rawpy")
    camera_raw(tmp_path / name)
    photo = read_photo(tmp_path / name)
    assert (photo.format, photo.pixels.shape, photo.pixels.dtype) == ("RAW", (96, 64, 3), np.uint16)
    assert photo.pixels[:40].mean() < 0.7 * photo.pixels[-40:].mean()
    assert photo.metadata.icc and photo.metadata.exif and b"Test" in photo.metadata.exif
    assert "developed" in str(photo.notes[-1])
    assert ".dng" in READABLE_SUFFIXES


def test_without_the_library_a_raw_file_is_named_and_its_preview_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    camera_raw(tmp_path / "photo.dng")
    monkeypatch.setattr("engine.photo_io.identify.find_spec", lambda _name: None)
    with pytest.raises(PhotoError, match="a camera's raw file") as caught:
        read_photo(tmp_path / "photo.dng")
    assert "rawpy" in str(caught.value.hint) and "ename" not in str(caught.value.hint)


def test_a_damaged_raw_file_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("rawpy")
    camera_raw(tmp_path / "photo.dng")
    data = (tmp_path / "photo.dng").read_bytes()
    with pytest.raises(PhotoError):
        read(tmp_path / "photo.dng", data[:400])
