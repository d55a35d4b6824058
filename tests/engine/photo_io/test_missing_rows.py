"""Rows that a file announces and does not have are said in a note; a whole file has none."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from engine.errors import PhotoError
from engine.photo_io import missing_rows, read_photo
from engine.photo_io.png_chunks import SIGNATURE, chunk
from engine.types import Photo

SIDE = 64


def png(rows: int, *, depth: int = 8, colour: int = 2, fill: int = 90) -> bytes:
    """A PNG of 64 rows of which `rows` are there; its zlib stream is closed."""
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    row = b"\0" + bytes([fill]) * (SIDE * channels * depth // 8)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", SIDE, SIDE, depth, colour, 0, 0, 0))
    palette = chunk(b"PLTE", bytes(range(3)) * 256) if colour == 3 else b""
    return SIGNATURE + header + palette + chunk(b"IDAT", zlib.compress(row * rows)) + chunk(b"IEND", b"")


def strips(rows: int, **options: Any) -> bytes:
    """A TIFF of 64 rows in strips of 8; the strips behind `rows` are left out."""
    buffer = io.BytesIO()
    tifffile.imwrite(buffer, np.full((SIDE, SIDE, 3), 90, np.uint8), photometric="rgb", rowsperstrip=8, **options)
    data = bytearray(buffer.getvalue())
    with tifffile.TiffFile(io.BytesIO(data)) as file:
        page: Any = file.pages[0]
        for tag in (273, 279):
            struct.pack_into("<I", data, page.tags[tag].offset + 4, rows // 8)
    return bytes(data)


def read(data: bytes, tmp_path: Path) -> Photo:
    path = tmp_path / "photo"
    path.write_bytes(data)
    return read_photo(path)


def percents(photo: Photo) -> list[object]:
    return [dict(note.values)["percent"] for note in photo.notes if "is missing in the file" in note.template]


@pytest.mark.parametrize(("depth", "colour"), [(8, 0), (8, 2), (8, 3), (8, 6), (16, 0), (16, 2), (16, 6), (1, 0)])
def test_missing_rows_of_a_png_are_noted(depth: int, colour: int, tmp_path: Path):
    assert percents(read(png(48, depth=depth, colour=colour), tmp_path)) == [25]
    for fill in (90, 0):
        assert percents(read(png(SIDE, depth=depth, colour=colour, fill=fill), tmp_path)) == []


def test_missing_strips_of_a_tiff_are_noted(tmp_path: Path):
    assert percents(read(strips(48), tmp_path)) == [25]
    assert percents(read(strips(SIDE), tmp_path)) == []


@pytest.mark.parametrize("options", [{"planarconfig": "separate"}, {"tile": (16, 16)}, {"compression": "zlib"}])
def test_a_whole_tiff_has_no_note(options: dict[str, Any], tmp_path: Path):
    buffer = io.BytesIO()
    shape = (3, SIDE, SIDE) if "planarconfig" in options else (SIDE, SIDE, 3)
    tifffile.imwrite(buffer, np.full(shape, 90, np.uint8), photometric="rgb", **options)
    assert percents(read(buffer.getvalue(), tmp_path)) == []


def test_a_whole_png_has_no_note_even_where_it_is_black(tmp_path: Path):
    for image in (Image.effect_noise((61, 47), 60), Image.new("RGB", (61, 47))):
        buffer = io.BytesIO()
        image.save(buffer, "PNG")
        assert percents(read(buffer.getvalue(), tmp_path)) == []


def test_a_file_with_nothing_of_its_picture_is_no_photo(tmp_path: Path):
    with pytest.raises(PhotoError, match="cannot be decoded"):
        read(png(0), tmp_path)


@pytest.mark.parametrize(("colour", "fill", "is_asked"), [(2, 255, False), (6, 9, False), (2, 0, True), (3, 9, True)])
def test_only_a_last_row_that_may_be_filling_costs_another_unpacking(
    colour: int, fill: int, is_asked: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[int] = []
    whole = missing_rows._unpacked_bytes
    monkeypatch.setattr(missing_rows, "_unpacked_bytes", lambda *given: asked.append(1) or whole(*given))
    read(png(SIDE, colour=colour, fill=fill), tmp_path)
    assert bool(asked) == is_asked
