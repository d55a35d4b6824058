"""Every damaged file ends in a photo or a PhotoError, soon, and never in a crash."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import tifffile
from PIL import Image

from engine.errors import PhotoError
from engine.photo_io import read_photo, write_photo
from engine.photo_io.tiff_file import write_tiff
from engine.types import Photo, PhotoMetadata

MUTANTS = 330  # of each format, spread over its variants
SECONDS_PER_FILE = 5.0  # of the processor


def by_pillow(image: Image.Image, name: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, name, **options)
    return buffer.getvalue()


def by_tifffile(samples: np.ndarray, **options: Any) -> bytes:
    buffer = io.BytesIO()
    tifffile.imwrite(buffer, samples, **options)
    return buffer.getvalue()


def by_us(samples: np.ndarray, metadata: PhotoMetadata) -> bytes:
    buffer = io.BytesIO()
    write_tiff(buffer, samples, metadata)
    return buffer.getvalue()


def seeds_of(name: str, noise: Callable[..., np.ndarray], icc: bytes, exif: bytes) -> list[bytes]:
    """Whole files of every variant of a format."""
    rgb, grey, rgba = (Image.fromarray(noise(channels)) for channels in (3, 1, 4))
    cmyk, palette = rgb.convert("CMYK"), rgb.quantize(16)
    extras = {"icc_profile": icc, "exif": b"Exif\0\0" + exif}
    metadata = PhotoMetadata(icc=icc, exif=exif, xmp=b"<x/>", dpi=(300.0, 300.0))
    if name == "JPEG":
        plain = [by_pillow(image, name) for image in (rgb, grey, cmyk)]
        return [*plain, by_pillow(rgb, name, progressive=True, **extras), by_pillow(cmyk, name, **extras)]
    if name == "PNG":
        deep = [cv2.imencode(".png", noise(channels, 16))[1].tobytes() for channels in (1, 3, 4)]
        plain = [by_pillow(image, name) for image in (rgba, palette, grey.convert("1"))]
        return [*plain, *deep, by_pillow(rgb, name, **extras)]
    if name == "TIFF":
        kinds = ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg")
        plain = [by_pillow(rgb, name, compression=kind) for kind in kinds]
        fax = by_pillow(grey.convert("1"), name, compression="group4")
        lzw = cv2.imencode(".tiff", noise(3, 16))[1].tobytes()
        planes = by_tifffile(np.moveaxis(noise(3, 16), 2, 0), photometric="rgb", planarconfig="separate")
        with_alpha = by_tifffile(noise(2, 16), photometric="minisblack", extrasamples=["unassalpha"])
        tiles = by_tifffile(noise(3, 16), photometric="rgb", tile=(16, 16), byteorder=">")
        ours = by_us(noise(4, 16), metadata)
        big = by_tifffile(noise(3, 16), photometric="rgb", bigtiff=True)
        floats = by_tifffile((noise(3, 16) / 65535).astype(np.float32), photometric="rgb", compression="zlib")
        lab = by_tifffile(noise(3, 16), photometric=8)
        infrared = by_tifffile(noise(4, 16), photometric="rgb", extrasamples=[0])
        uncommon = [planes, with_alpha, big, floats, lab, infrared]
        return [*plain, by_pillow(cmyk, name), fax, lzw, tiles, ours, *uncommon]
    if name == "WEBP":
        return [by_pillow(rgb, name, **extras), by_pillow(rgba, name, lossless=True), by_pillow(grey, name)]
    return [by_pillow(image, name) for image in (rgb, grey, palette, grey.convert("1"), rgba)]


def mutant(seeds: list[bytes], number: int, random: np.random.Generator) -> bytes:
    """One seed damaged in one of six ways."""
    data = bytearray(seeds[number % len(seeds)])
    place = int(random.integers(0, len(data)))
    match number // len(seeds) % 6:
        case 0:  # a few bytes anywhere
            for _ in range(int(random.integers(1, 8))):
                data[int(random.integers(0, len(data)))] = int(random.integers(0, 256))
        case 1:  # cut off
            del data[place:]
        case 2:  # bytes of the header
            for _ in range(int(random.integers(1, 4))):
                data[int(random.integers(2, min(64, len(data))))] ^= int(random.integers(1, 256))
        case 3:  # a part of another file
            other = seeds[int(random.integers(0, len(seeds)))]
            start = int(random.integers(0, len(other)))
            data[place : place + 40] = other[start : start + 40]
        case 4:  # extreme numbers
            extreme = [
                b"\xff\xff\xff\xff",
                b"\x7f\xff\xff\xff",
                b"\0\0\0\0",
                b"\0\0\0\x01",
                b"\xff\xff\xff\x7f",
            ]
            data[place : place + 4] = extreme[int(random.integers(0, len(extreme)))]
        case _:  # a part missing or doubled
            length = int(random.integers(1, 60))
            data[place : place + length] = data[place : place + length] * 2 if random.random() < 0.5 else b""
    return bytes(data)


@pytest.mark.parametrize("name", ["JPEG", "PNG", "TIFF", "WEBP", "BMP"])
def test_every_damaged_file_ends_in_a_photo_or_a_photo_error(tmp_path, noise, srgb, camera_exif, name):
    suffix = {"JPEG": ".jpg", "PNG": ".png", "TIFF": ".tif", "WEBP": ".webp", "BMP": ".bmp"}[name]
    random = np.random.default_rng(sum(name.encode()))
    seeds = seeds_of(name, noise, srgb, camera_exif)
    path = tmp_path / f"photo{suffix}"
    outcomes = {"read": 0, "refused": 0}
    for seed in seeds:
        path.write_bytes(seed)
        assert read_photo(path).pixels.size  # or the mutants would test nothing
    for number in range(MUTANTS):
        path.write_bytes(mutant(seeds, number, random))
        outcome = outcome_of(path, number)
        outcomes[outcome] += 1
    assert outcomes["refused"] > MUTANTS // 20, outcomes
    assert outcomes["read"] > (0 if name == "PNG" else MUTANTS // 20), outcomes  # PNG has checksums
    assert list(tmp_path.iterdir()) == [path]


def outcome_of(path: Path, number: int) -> str:
    started = time.process_time()
    try:
        photo = read_photo(path, max_megapixels=4.0)
    except PhotoError as error:
        assert error.message and error.hint
        outcome = "refused"
    else:
        assert_sound(photo)
        assert_can_be_written(photo, path.with_name("again.tiff"))
        outcome = "read"
    assert time.process_time() - started < SECONDS_PER_FILE, f"mutant {number}"
    return outcome


def assert_sound(photo: Photo) -> None:
    assert photo.pixels.shape == (photo.height, photo.width, 3)
    assert photo.pixels.dtype in (np.uint8, np.uint16)
    if photo.alpha is not None:
        assert photo.alpha.shape == photo.pixels.shape[:2]
        assert photo.alpha.dtype == photo.pixels.dtype


def assert_can_be_written(photo: Photo, path: Path) -> None:
    """Metadata of a damaged file must not spoil the file that is made from it."""
    write_photo(photo, path)
    again = read_photo(path)
    np.testing.assert_array_equal(again.pixels, photo.pixels)
    assert again.metadata.icc is None or again.metadata.icc[36:40] == b"acsp"
    path.unlink()


def test_checksums_mended_after_damage_let_no_other_error_through(tmp_path, noise, srgb, camera_exif):
    """PNG refuses most damage by checksum: here the damaged chunks are made valid again."""
    from engine.photo_io.png_chunks import SIGNATURE, chunk

    random = np.random.default_rng(7)
    seeds = seeds_of("PNG", noise, srgb, camera_exif)
    path = tmp_path / "photo.png"
    outcomes = {"read": 0, "refused": 0}
    for number in range(MUTANTS):
        chunks = chunks_of(seeds[number % len(seeds)])
        which = int(random.integers(0, len(chunks)))
        name, data = chunks[which]
        damaged = bytearray(data)
        for _ in range(min(len(damaged), 3)):
            damaged[int(random.integers(0, len(damaged)))] = int(random.integers(0, 256))
        chunks[which] = (name, bytes(damaged))
        path.write_bytes(SIGNATURE + b"".join(chunk(*one) for one in chunks))
        outcomes[outcome_of(path, number)] += 1
    assert min(outcomes.values()) > MUTANTS // 20, outcomes


def chunks_of(file: bytes) -> list[tuple[bytes, bytes]]:
    found: list[tuple[bytes, bytes]] = []
    place = 8
    while place < len(file):
        length = int.from_bytes(file[place : place + 4], "big")
        found.append((file[place + 4 : place + 8], file[place + 8 : place + 8 + length]))
        place += 12 + length
    return found
