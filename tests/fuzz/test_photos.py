"""Photos damaged where their structure is end in a photo or an error in words, soon, and are left as they were."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from engine.errors import PhotoError
from engine.photo_io import read_photo, write_photo
from engine.photo_io.thumbnail import read_thumbnail
from engine.photo_io.tiff_file import write_tiff
from engine.types import PhotoMetadata
from tests.fuzz.mutators import MUTATORS

SECONDS = 10.0  # of the processor
EXIF = Image.Exif()
EXIF[0x010F], EXIF[0x0112] = "Maker", 6
SIDE = 48


def saved(image: Image.Image, name: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, name, **options)
    return buffer.getvalue()


def tiffs(noise: np.ndarray) -> list[bytes]:
    made: list[bytes] = [saved(Image.fromarray(noise), "TIFF", compression=c) for c in ("raw", "tiff_lzw", "jpeg")]
    for options in ({"tile": (16, 16)}, {"rowsperstrip": 7}, {"compression": "zlib", "predictor": True}):
        buffer = io.BytesIO()
        tifffile.imwrite(buffer, noise.astype(np.uint16) * 257, photometric="rgb", **options)  # pyright: ignore
        made.append(buffer.getvalue())
    buffer = io.BytesIO()
    write_tiff(buffer, noise, PhotoMetadata(exif=EXIF.tobytes()[6:], xmp=b"<x/>", dpi=(300.0, 300.0)))
    return [*made, buffer.getvalue()]


def seeds(name: str) -> list[bytes]:
    noise = np.random.default_rng(1).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    rgb = Image.fromarray(noise)
    if name == "TIFF":
        return tiffs(noise)
    if name == "PNG":
        return [saved(rgb, name, exif=EXIF), saved(rgb.quantize(16), name), saved(rgb.convert("1"), name),
                saved(rgb.convert("RGBA"), name), saved(rgb.convert("L"), name)]  # fmt: skip
    if name == "JPEG":
        return [saved(rgb, name, exif=EXIF), saved(rgb, name, progressive=True), saved(rgb.convert("CMYK"), name)]
    if name == "WEBP":
        return [saved(rgb, name), saved(rgb, name, lossless=True, exif=EXIF)]
    return [saved(rgb, name), saved(rgb.quantize(16), name)]


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


def read_thumbnail_of(path: Path) -> Any:
    return read_thumbnail(path, 64)
