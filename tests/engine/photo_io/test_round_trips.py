from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import tifffile
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from engine.photo_io import read_photo, suggested_suffix, write_photo
from engine.photo_io.exif import Entry, lay_out
from engine.types import Photo, PhotoMetadata

CHANNELS = {"grey": 1, "grey with alpha": 2, "rgb": 3, "rgba": 4}


def photo_of(samples: np.ndarray, **rest: Any) -> Photo:
    """A photo of `(H, W)` or `(H, W, C)` samples, C 2 grey + alpha, 3 RGB, 4 RGBA."""
    channels = 1 if samples.ndim == 2 else samples.shape[2]
    alpha = samples[..., -1].copy() if channels in (2, 4) else None
    grey = samples.reshape(*samples.shape[:2], channels)[..., :1]
    pixels = np.repeat(grey, 3, axis=2) if channels <= 2 else samples[..., :3].copy()
    return Photo(pixels=pixels, alpha=alpha, is_grey=channels <= 2, **rest)


def assert_same(read: Photo, expected: Photo) -> None:
    assert read.pixels.dtype == expected.pixels.dtype
    np.testing.assert_array_equal(read.pixels, expected.pixels)
    assert (read.alpha is None) == (expected.alpha is None)
    if expected.alpha is not None:
        np.testing.assert_array_equal(read.alpha, expected.alpha)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("kind", CHANNELS)
@pytest.mark.parametrize("suffix", [".png", ".tiff", ".tif"])
def test_png_and_tiff_keep_every_sample(tmp_path, noise, suffix, kind, bits):
    photo = photo_of(noise(CHANNELS[kind], bits))
    write_photo(photo, tmp_path / f"photo{suffix}")
    read = read_photo(tmp_path / f"photo{suffix}")
    assert_same(read, photo)
    assert read.is_grey == photo.is_grey
    assert read.notes == ()


@pytest.mark.parametrize("kind", CHANNELS)
def test_webp_keeps_every_sample_also_under_full_transparency(tmp_path, noise, kind):
    photo = photo_of(noise(CHANNELS[kind]))
    if photo.alpha is not None:
        photo.alpha[:4] = 0
    write_photo(photo, tmp_path / "photo.webp")
    assert_same(read_photo(tmp_path / "photo.webp"), photo)


@pytest.mark.parametrize("kind", ["grey", "rgb"])
def test_bmp_keeps_every_sample(tmp_path, noise, kind):
    photo = photo_of(noise(CHANNELS[kind]))
    write_photo(photo, tmp_path / "photo.bmp")
    read = read_photo(tmp_path / "photo.bmp")
    assert_same(read, photo)
    assert read.is_grey == photo.is_grey


@pytest.mark.parametrize("kind", ["grey", "rgb"])
def test_jpeg_is_written_at_high_quality_without_chroma_subsampling(tmp_path, kind):
    ramp = np.add.outer(np.arange(64), np.arange(48)).astype(np.uint8) * 2
    samples = ramp if kind == "grey" else np.dstack([ramp, ramp[::-1], 255 - ramp])
    photo = photo_of(samples)
    write_photo(photo, tmp_path / "photo.jpg")
    read = read_photo(tmp_path / "photo.jpg")
    assert np.abs(read.pixels.astype(int) - photo.pixels).max() <= 6
    assert read.is_grey == photo.is_grey
    with JpegImageFile(tmp_path / "photo.jpg") as image:
        assert {layer[1:3] for layer in image.layer} == {(1, 1)}
        assert image.quantization[0][0] == 2  # what libjpeg makes of quality 95


@pytest.mark.parametrize("kind", CHANNELS)
def test_other_programs_read_our_16_bit_files_alike(tmp_path, noise, kind):
    photo = photo_of(noise(CHANNELS[kind], 16))
    write_photo(photo, tmp_path / "photo.png")
    write_photo(photo, tmp_path / "photo.tiff")
    png = cv2.imdecode(np.fromfile(tmp_path / "photo.png", np.uint8), cv2.IMREAD_UNCHANGED)
    tiff = tifffile.imread(tmp_path / "photo.tiff")
    assert png is not None and png.dtype == tiff.dtype == np.uint16
    first = png if png.ndim == 2 else png[..., 2]  # OpenCV's order is BGR
    np.testing.assert_array_equal(first, photo.pixels[..., 0])
    np.testing.assert_array_equal(tiff if tiff.ndim == 2 else tiff[..., 0], photo.pixels[..., 0])
    if photo.alpha is not None:
        np.testing.assert_array_equal(png[..., -1], photo.alpha)
        np.testing.assert_array_equal(tiff[..., -1], photo.alpha)


@pytest.mark.parametrize("byteorder", ["<", ">"])
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"compression": "zlib", "predictor": True},
        {"tile": (16, 16)},
        {"rowsperstrip": 5},
        {"bigtiff": True},
    ],
    ids=str,
)
def test_16_bit_tiff_of_other_programs_is_read_at_full_depth(tmp_path, noise, byteorder, options):
    samples = noise(3, 16)
    tifffile.imwrite(tmp_path / "photo.tif", samples, photometric="rgb", byteorder=byteorder, **options)
    read = read_photo(tmp_path / "photo.tif")
    assert read.pixels.dtype == np.uint16
    np.testing.assert_array_equal(read.pixels, samples)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("suffix", [".png", ".tiff"])
def test_rgb_and_rgba_of_opencv_are_read_at_full_depth(tmp_path, noise, suffix, bits):
    for channels in (3, 4):
        samples = noise(channels, bits)
        order = [2, 1, 0, 3][:channels]
        _, encoded = cv2.imencode(suffix, np.ascontiguousarray(samples[..., order]))  # TIFF: LZW
        (tmp_path / f"photo{suffix}").write_bytes(encoded.tobytes())
        assert_same(read_photo(tmp_path / f"photo{suffix}"), photo_of(samples))


@pytest.mark.parametrize("bits", [8, 16])
def test_tiff_with_separate_planes_is_read(tmp_path, noise, bits):
    samples = noise(3, bits)
    planes = np.ascontiguousarray(np.moveaxis(samples, 2, 0))
    tifffile.imwrite(tmp_path / "photo.tif", planes, photometric="rgb", planarconfig="separate")
    np.testing.assert_array_equal(read_photo(tmp_path / "photo.tif").pixels, samples)


@pytest.mark.parametrize("bits", [8, 16])
def test_tiff_in_which_white_is_zero_is_turned_round(tmp_path, noise, bits):
    samples = noise(1, bits)
    tifffile.imwrite(tmp_path / "photo.tif", samples, photometric="miniswhite")
    read = read_photo(tmp_path / "photo.tif")
    assert read.is_grey
    np.testing.assert_array_equal(read.pixels[..., 1], 2**bits - 1 - samples.astype(int))


def test_tiff_of_12_bit_is_stretched_to_16(tmp_path):
    values = [0x000, 0x001, 0x800, 0xFFF]
    packed = bytes([0x00, 0x00, 0x01, 0x80, 0x0F, 0xFF])  # two samples in three bytes
    numbers = {256: 4, 257: 1, 258: 12, 259: 1, 262: 1, 273: 8, 277: 1, 278: 1, 279: len(packed)}
    entries = [Entry(tag, 3, 1, struct.pack("<H", value)) for tag, value in numbers.items()]
    table, place = lay_out(entries, at=8 + len(packed), order="<")
    (tmp_path / "photo.tif").write_bytes(struct.pack("<2sHI", b"II", 42, place) + packed + table)
    read = read_photo(tmp_path / "photo.tif")
    assert read.pixels[0, :, 0].tolist() == [value << 4 | value >> 8 for value in values]


def test_premultiplied_alpha_of_16_bit_is_divided_out(tmp_path):
    samples = np.full((8, 8, 4), 10_000, np.uint16)
    samples[..., 3] = 20_000
    samples[0, :, :] = 0
    tifffile.imwrite(tmp_path / "photo.tif", samples, photometric="rgb", extrasamples=["assocalpha"])
    read = read_photo(tmp_path / "photo.tif")
    assert read.alpha is not None
    assert (read.alpha[1:] == 20_000).all() and (read.alpha[0] == 0).all()
    assert (read.pixels[1:] == 32_768).all() and (read.pixels[0] == 0).all()


def test_unspecified_extra_samples_are_no_alpha(tmp_path, noise):
    samples = noise(4, 16)
    tifffile.imwrite(tmp_path / "photo.tif", samples, photometric="rgb", extrasamples=["unspecified"])
    read = read_photo(tmp_path / "photo.tif")
    assert read.alpha is None
    np.testing.assert_array_equal(read.pixels, samples[..., :3])


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp"])
def test_one_bit_photos_become_grey_of_8_bit(tmp_path, noise, suffix):
    image = Image.fromarray(noise(1)).convert("1")
    image.save(tmp_path / f"photo{suffix}")
    read = read_photo(tmp_path / f"photo{suffix}")
    assert read.is_grey and read.pixels.dtype == np.uint8
    np.testing.assert_array_equal(read.pixels[..., 0], np.asarray(image).astype(np.uint8) * 255)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp"])
def test_palette_becomes_rgb_with_a_note(tmp_path, noise, suffix):
    image = Image.fromarray(noise(3)).quantize(16)
    image.save(tmp_path / f"photo{suffix}")
    read = read_photo(tmp_path / f"photo{suffix}")
    np.testing.assert_array_equal(read.pixels, np.asarray(image.convert("RGB")))
    assert "palette" in str(read.notes[0]) and not read.is_grey


def test_palette_with_transparent_entries_becomes_rgba(tmp_path, noise):
    image = Image.fromarray(noise(3)).quantize(16)
    image.save(tmp_path / "photo.png", transparency=bytes(range(0, 160, 10)))
    read = read_photo(tmp_path / "photo.png")
    np.testing.assert_array_equal(read.alpha, np.asarray(image) * 10)


@pytest.mark.parametrize("mode", ["L", "RGB", "I;16"])
def test_a_transparent_colour_becomes_alpha(tmp_path, noise, mode):
    samples = noise(3 if mode == "RGB" else 1, 16 if mode == "I;16" else 8)
    key = samples[3, 5]
    Image.fromarray(samples).save(
        tmp_path / "photo.png", transparency=tuple(map(int, key)) if mode == "RGB" else int(key)
    )
    read = read_photo(tmp_path / "photo.png")
    assert read.alpha is not None and read.alpha.dtype == samples.dtype
    is_key = samples == key if samples.ndim == 2 else (samples == key).all(axis=2)
    np.testing.assert_array_equal(read.alpha == 0, is_key)
    assert (read.alpha[~is_key] == read.peak).all()


def test_a_transparent_grey_of_4_bit_is_found(tmp_path):
    grey = (np.arange(16, dtype=np.uint8) * 17).reshape(4, 4)
    Image.fromarray(grey).save(tmp_path / "photo.png", bits=4, transparency=5)
    raw = (tmp_path / "photo.png").read_bytes()
    if raw[24:26] != b"\x04\x00":
        pytest.skip("this Pillow does not write grey of 4 bit")
    read = read_photo(tmp_path / "photo.png")
    assert read.alpha is not None
    np.testing.assert_array_equal(read.alpha == 0, read.pixels[..., 0] == 85)


def test_grey_is_written_as_one_channel_while_the_channels_are_equal(tmp_path, noise):
    photo = photo_of(noise(1))
    write_photo(photo, tmp_path / "grey.png")
    photo.pixels[2, 3] = (1, 2, 3)
    write_photo(photo, tmp_path / "coloured.png")
    with Image.open(tmp_path / "grey.png") as grey, Image.open(tmp_path / "coloured.png") as coloured:
        assert (grey.mode, coloured.mode) == ("L", "RGB")
    assert_same(read_photo(tmp_path / "coloured.png"), photo)


@pytest.mark.parametrize("name", ["Größe Überlänge.png", "写真-фото.tiff", "😀 face.webp", "-o photo.jpg", "ünï.bmp"])
def test_any_name_can_be_read_and_written(tmp_path, noise, name):
    folder = tmp_path / "Ordner 写真 😀"
    folder.mkdir()
    photo = photo_of(noise(3, 16 if name.endswith((".png", ".tiff")) else 8))
    write_photo(photo, folder / name)
    read = read_photo(folder / name)
    assert read.path == folder / name
    assert read.pixels.shape == photo.pixels.shape
    if not name.endswith(".jpg"):
        assert_same(read, photo)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("JPEG", ".png"), ("PNG", ".png"), ("WEBP", ".webp"), ("TIFF", ".tiff"), ("BMP", ".bmp")],
)
def test_the_suggested_suffix_loses_nothing(tmp_path: Path, noise, name: str, suffix: str):
    photo = photo_of(noise(3), format=name)
    assert suggested_suffix(photo) == suffix
    write_photo(photo, tmp_path / f"photo{suggested_suffix(photo)}")
    assert_same(read_photo(tmp_path / f"photo{suffix}"), photo)


def test_a_bmp_with_alpha_or_metadata_is_suggested_as_png(noise, srgb):
    assert suggested_suffix(photo_of(noise(4), format="BMP")) == ".png"
    assert suggested_suffix(photo_of(noise(3), format="BMP", metadata=PhotoMetadata(icc=srgb))) == ".png"


def test_arrays_of_a_photo_are_contiguous_and_writable(tmp_path, noise):
    write_photo(photo_of(noise(4)), tmp_path / "photo.png")
    read = read_photo(tmp_path / "photo.png")
    assert read.alpha is not None
    for array in (read.pixels, read.alpha):
        assert array.flags.c_contiguous and array.flags.writeable
