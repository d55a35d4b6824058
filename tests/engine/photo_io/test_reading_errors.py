from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from engine.errors import PhotoError
from engine.photo_io import READABLE_SUFFIXES, read_photo
from engine.photo_io.png_chunks import SIGNATURE, chunk

SUFFIXES = [".jpg", ".png", ".tiff", ".webp", ".bmp"]
FORMAT_NAMES = {".jpg": "JPEG", ".png": "PNG", ".tiff": "TIFF", ".webp": "WEBP", ".bmp": "BMP"}


def encoded(samples: np.ndarray, suffix: str) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(samples).save(buffer, FORMAT_NAMES[suffix])
    return buffer.getvalue()


def error_of(path: Path, **options: Any) -> PhotoError:
    """The error that reading gives, which must have a hint and leave nothing behind."""
    before = sorted(path.parent.iterdir())
    with pytest.raises(PhotoError) as caught:
        read_photo(path, **options)
    assert caught.value.hint
    assert sorted(path.parent.iterdir()) == before
    return caught.value


@pytest.mark.parametrize("suffix", [".png", ".tiff", ".webp", ".bmp"])
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.8, 0.97])
def test_a_truncated_file_is_refused(tmp_path, noise, suffix, kept):
    data = encoded(noise(3), suffix)
    (tmp_path / f"photo{suffix}").write_bytes(data[: int(len(data) * kept)])
    error_of(tmp_path / f"photo{suffix}")


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_a_truncated_file_of_16_bit_is_refused(tmp_path, noise, suffix):
    path = tmp_path / f"photo{suffix}"
    samples = noise(1, 16)
    Image.fromarray(samples).save(path)
    whole = path.read_bytes()
    for length in range(0, len(whole), 37):
        path.write_bytes(whole[:length])
        error_of(path)


def test_a_png_cut_just_before_its_end_is_refused(tmp_path, noise):
    data = encoded(noise(3), ".png")
    for cut in range(1, 13):
        (tmp_path / "photo.png").write_bytes(data[:-cut])
        error_of(tmp_path / "photo.png")


def test_a_png_with_a_wrong_checksum_is_refused(tmp_path, noise):
    data = bytearray(encoded(noise(3), ".png"))
    data[-20] ^= 1
    (tmp_path / "photo.png").write_bytes(data)
    assert "checksum" in str(error_of(tmp_path / "photo.png").message)


def test_a_tiled_tiff_whose_last_tile_is_cut_is_refused(tmp_path, noise):
    tifffile.imwrite(tmp_path / "photo.tif", noise(3, 16), photometric="rgb", tile=(16, 16))
    whole = (tmp_path / "photo.tif").read_bytes()
    (tmp_path / "photo.tif").write_bytes(whole[:-5])
    assert "ends early" in str(error_of(tmp_path / "photo.tif").message)


@pytest.mark.parametrize("suffix", READABLE_SUFFIXES)
def test_an_empty_file_is_refused(tmp_path, suffix):
    (tmp_path / f"photo{suffix}").touch()
    assert "empty" in str(error_of(tmp_path / f"photo{suffix}").message)


@pytest.mark.parametrize("content", SUFFIXES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_wrong_suffix_is_noted_with_both_formats_named(tmp_path, noise, content, suffix):
    path = tmp_path / f"photo{suffix}"
    path.write_bytes(encoded(noise(3), content))
    photo = read_photo(path)
    assert photo.format == FORMAT_NAMES[content]
    notes = " ".join(map(str, photo.notes))
    assert (not notes) if content == suffix else (FORMAT_NAMES[content] in notes and FORMAT_NAMES[suffix] in notes)


@pytest.mark.parametrize("name", ["photo.jpeg", "photo.JPG", "photo.jpe", "photo.jfif", "photo"])
def test_all_names_of_jpeg_and_no_suffix_at_all_are_accepted(tmp_path, noise, name):
    (tmp_path / name).write_bytes(encoded(noise(3), ".jpg"))
    assert read_photo(tmp_path / name).format == "JPEG"


@pytest.mark.parametrize("name", ["photo.txt", "photo.gif", "photo.nef"])
def test_a_photo_named_as_something_else_is_read_with_a_note(tmp_path, noise, name):
    samples = noise(3)
    (tmp_path / name).write_bytes(encoded(samples, ".png"))
    photo = read_photo(tmp_path / name)
    np.testing.assert_array_equal(photo.pixels, samples)
    assert "PNG" in str(photo.notes[0])


@pytest.mark.parametrize("content", [b"hello, this is text", b"\0" * 500, b"x", b"BM\0"[:1] * 30])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_is_no_photo_is_refused(tmp_path, suffix, content):
    (tmp_path / f"photo{suffix}").write_bytes(content)
    assert "not a photo" in str(error_of(tmp_path / f"photo{suffix}").message)


KINDS = {
    "a GIF file": b"GIF89a\1\0\1\0\0\0\0;",
    "a PDF file": b"%PDF-1.7",
    "a JPEG XL file": b"\xff\x0a\xfa\x7f\x01\x90",
    "a JPEG 2000 file": b"\0\0\0\x0cjP  \r\n\x87\n",
    "a Photoshop file": b"8BPS\0\1",
    "a video": b"\0\0\0\x18ftypisom\0\0\2\0isomiso2",
    "a DICOM file": bytes(128) + b"DICM",
    "a web page": b"<!DOCTYPE html><html></html>",
    "a Netpbm file": b"P6\n2 2\n255\n" + bytes(12),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("suffix", [".jpg", ".nef"])
def test_a_file_that_is_not_read_is_named_and_not_to_be_renamed(tmp_path, suffix, kind):
    (tmp_path / f"photo{suffix}").write_bytes(KINDS[kind])
    error = error_of(tmp_path / f"photo{suffix}")
    assert kind in str(error.message) and "ename" not in str(error.hint)


@pytest.mark.parametrize("size", [(0, 0), (0, 7), (7, 0)])
def test_a_photo_without_pixels_is_refused(tmp_path, noise, size):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b""))
    (tmp_path / "photo.png").write_bytes(SIGNATURE + header + pixels + chunk(b"IEND", b""))
    error_of(tmp_path / "photo.png")
    bmp = bytearray(encoded(noise(3), ".bmp"))
    bmp[18:26] = struct.pack("<ii", *size)
    (tmp_path / "photo.bmp").write_bytes(bmp)
    error_of(tmp_path / "photo.bmp")


def test_a_huge_photo_is_refused_from_its_header_before_decoding(tmp_path, monkeypatch):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0))
    (tmp_path / "photo.png").write_bytes(SIGNATURE + header + chunk(b"IDAT", b"") + chunk(b"IEND", b""))
    error = error_of(tmp_path / "photo.png")
    assert "1600.0 megapixels" in str(error.message) and "200" in str(error.message)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_limit_is_a_setting(tmp_path, noise, suffix, monkeypatch):
    path = tmp_path / f"photo{suffix}"
    path.write_bytes(encoded(noise(3), suffix))
    assert read_photo(path, max_megapixels=24 * 16 / 1e6).width == 24

    def decoded(*_: object) -> None:
        raise AssertionError("decoded in spite of the limit")

    monkeypatch.setattr("engine.photo_io.reading.decode", decoded)
    assert "limit" in str(error_of(path, max_megapixels=(24 * 16 - 1) / 1e6).message)


def test_the_limit_holds_for_tiff_that_pillow_does_not_know(tmp_path, noise):
    tifffile.imwrite(tmp_path / "photo.tif", noise(2, 16), photometric="minisblack", extrasamples=["unassalpha"])
    assert "limit" in str(error_of(tmp_path / "photo.tif", max_megapixels=1e-6).message)


def test_over_pillows_own_limit_only_ours_counts(tmp_path, noise, monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 10)
    (tmp_path / "photo.png").write_bytes(encoded(noise(3), ".png"))
    assert read_photo(tmp_path / "photo.png").width == 24
    assert Image.MAX_IMAGE_PIXELS == 10


@pytest.mark.parametrize("kind", ["float32", "uint32", "int16", "float32 rgb", "float64"])
def test_samples_of_more_than_16_bit_are_refused_with_advice(tmp_path, noise, kind):
    samples = noise(3 if "rgb" in kind else 1).astype(kind.split()[0])
    tifffile.imwrite(tmp_path / "photo.tif", samples, photometric="rgb" if "rgb" in kind else "minisblack")
    assert "16 bit" in str(error_of(tmp_path / "photo.tif").hint)


def test_a_missing_file_a_folder_and_an_impossible_name_are_refused(tmp_path):
    (tmp_path / "folder.png").mkdir()
    assert "does not exist" in str(error_of(tmp_path / "missing.png").message)
    assert "not a file" in str(error_of(tmp_path / "folder.png").message)
    error_of(tmp_path / "nul\0.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "photo.png")
    assert "not a file" in str(error_of(tmp_path / "photo.png").message)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_an_unreadable_file_is_refused(tmp_path, noise):
    (tmp_path / "photo.png").write_bytes(encoded(noise(3), ".png"))
    (tmp_path / "photo.png").chmod(0)
    assert "may not be read" in str(error_of(tmp_path / "photo.png").message)


def test_a_file_that_the_system_does_not_let_us_read_is_refused(tmp_path, noise, monkeypatch):
    path = tmp_path / "photo.png"
    path.write_bytes(encoded(noise(3), ".png"))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read" in str(error_of(path).message)


def test_too_little_memory_is_told(tmp_path, noise, monkeypatch):
    (tmp_path / "photo.png").write_bytes(encoded(noise(3), ".png"))

    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("engine.photo_io.reading.decode", exhausted)
    assert "memory" in str(error_of(tmp_path / "photo.png").message)


def test_reading_says_nothing_on_the_terminal_and_warns_of_nothing(tmp_path, noise, capfd, recwarn):
    Image.fromarray(noise(3)).quantize(16).save(tmp_path / "photo.png", transparency=b"\0\1\2")
    read_photo(tmp_path / "photo.png")
    tifffile.imwrite(tmp_path / "photo.tif", noise(4, 16), photometric="minisblack", planarconfig="contig")
    read_photo(tmp_path / "photo.tif")
    assert capfd.readouterr() == ("", "")
    assert len(recwarn) == 0


def test_whatever_a_decoder_raises_is_the_failure_of_that_photo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    class OddError(Exception):
        pass

    def broken(*_given: object) -> None:
        raise OddError("surprise")

    path = tmp_path / "photo.png"
    Image.new("RGB", (8, 8)).save(path)
    monkeypatch.setattr("engine.photo_io.reading.decode", broken)
    with pytest.raises(PhotoError, match="surprise"):
        read_photo(path)
    assert "OddError" in caplog.text
