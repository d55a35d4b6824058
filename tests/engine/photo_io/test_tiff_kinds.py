"""TIFF of every kind: which of its pictures is read, and samples that are not plain grey or RGB."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from engine.errors import PhotoError
from engine.photo_io import exif, not_kept, page_count, read_photo, write_photo
from engine.photo_io.budget import block_reader
from engine.photo_io.deep_colours import CIE_LAB, ICC_LAB
from engine.photo_io.exif import Entry

SMALL = np.full((4, 6, 3), 77, np.uint8)


def notes_of(path: Path) -> str:
    return "; ".join(map(str, read_photo(path).notes))


@pytest.mark.parametrize("big", [False, True])
def test_a_thumbnail_in_front_is_not_the_picture(tmp_path, noise, big):
    path = tmp_path / "photo.tif"
    with tifffile.TiffWriter(path, bigtiff=big) as file:
        file.write(SMALL, photometric="rgb", subfiletype=1)
        file.write(noise(3), photometric="rgb")
    photo = read_photo(path)
    np.testing.assert_array_equal(photo.pixels, noise_again(3))
    assert photo.notes == () and page_count(path) == 1


@pytest.mark.parametrize("flag", [0, 1])
def test_a_picture_below_its_thumbnail_is_the_picture(tmp_path, noise, flag):
    path = tmp_path / "photo.tif"
    samples = noise(3)
    with tifffile.TiffWriter(path) as file:
        file.write(
            SMALL, photometric="rgb", subfiletype=flag, subifds=1, description="said on the first page", metadata=None
        )
        file.write(samples, photometric="rgb", resolution=(300, 300), resolutionunit=2, metadata=None, software="")
    photo = read_photo(path)
    np.testing.assert_array_equal(photo.pixels, samples)
    assert photo.metadata.exif and b"said on the first page" in photo.metadata.exif
    assert photo.metadata.dpi == (300, 300)


def test_smaller_pictures_below_a_page_are_no_pages(tmp_path, noise):
    path = tmp_path / "photo.tif"
    samples = noise(3)
    with tifffile.TiffWriter(path) as file:
        file.write(samples, photometric="rgb", subifds=1)
        file.write(SMALL, photometric="rgb", subfiletype=1)
    np.testing.assert_array_equal(read_photo(path).pixels, samples)


def test_each_page_can_be_read(tmp_path, noise):
    path = tmp_path / "photo.tif"
    pages = [noise(3), noise(1, 16), noise(4)]
    with tifffile.TiffWriter(path) as file:
        for page in pages:
            file.write(page, photometric="minisblack" if page.ndim == 2 else "rgb", metadata=None)
    assert page_count(path) == 3
    for number, page in enumerate(pages, start=1):
        photo = read_photo(path, page=number)
        expected = np.repeat(page[..., None], 3, 2) if page.ndim == 2 else page[..., :3]
        np.testing.assert_array_equal(photo.pixels, expected)
        assert str(photo.notes[0]) == f"page {number} of 3 was read"
    with pytest.raises(PhotoError, match="page 4"):
        read_photo(path, page=4)


def test_pages_in_a_circle_end(tmp_path, noise):
    path = tmp_path / "photo.tif"
    Image.fromarray(noise(3)).save(path, save_all=True, append_images=[Image.fromarray(noise(3))])
    data = bytearray(path.read_bytes())
    order, first = exif.read_header(block_reader(data))
    second = exif.read_directory(block_reader(data), first, order).next_offset
    struct.pack_into(order + "I", data, exif.read_directory(block_reader(data), second, order).next_position, first)
    path.write_bytes(data)
    assert page_count(path) == 2


def planar(path: Path, samples: np.ndarray, compression: str) -> None:
    """A TIFF whose planes of 16 bit are compressed each by itself, with a predictor where there may be one."""
    file = io.BytesIO(b"II*\0\0\0\0\0")
    file.seek(8)
    starts, counts, code = [], [], 1
    for plane in np.moveaxis(samples, 2, 0):
        grey = io.BytesIO()
        Image.fromarray(np.ascontiguousarray(plane)).save(grey, "TIFF", compression=compression)
        with Image.open(grey) as image:
            tags: Any = image.tag_v2  # pyright: ignore[reportAttributeAccessIssue]
            (start,), (count,), code = tags[273], tags[279], tags[259]
        starts.append(file.tell())
        counts.append(count)
        file.write(grey.getvalue()[start : start + count] + bytes(count % 2))
    height, width, channels = samples.shape
    short = {258: [16] * channels, 259: [code], 262: [2], 277: [channels], 284: [2]}
    long = {256: [width], 257: [height], 278: [height], 273: starts, 279: counts}
    entries = [Entry(tag, 3, len(values), np.array(values, "<u2").tobytes()) for tag, values in short.items()]
    entries += [Entry(tag, 4, len(values), np.array(values, "<u4").tobytes()) for tag, values in long.items()]
    raw, place = exif.lay_out(entries, at=file.tell(), order="<")
    file.write(raw)
    file.seek(4)
    file.write(struct.pack("<I", place))
    path.write_bytes(file.getvalue())


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_adobe_deflate", "zstd", "lzma", "packbits"])
def test_compressed_planes_of_16_bit_are_read(tmp_path, noise, compression):
    samples = noise(3, 16)
    planar(tmp_path / "photo.tif", samples, compression)
    np.testing.assert_array_equal(read_photo(tmp_path / "photo.tif").pixels, samples)


@pytest.mark.parametrize(("compression", "name"), [("zstd", "Zstandard"), ("lzma", "LZMA"), ("tiff_lzw", "LZW")])
def test_planes_that_cannot_be_decompressed_are_told_by_their_compression(tmp_path, noise, compression, name):
    planar(tmp_path / "photo.tif", noise(3, 16), compression)
    data = bytearray((tmp_path / "photo.tif").read_bytes())
    data[8:40] = bytes(range(200, 232))  # the beginning of the first plane
    (tmp_path / "photo.tif").write_bytes(data)
    with pytest.raises(PhotoError) as caught:
        read_photo(tmp_path / "photo.tif")
    assert f"its compression, {name}, cannot be read here" in str(caught.value)
    assert "decoder error" not in str(caught.value) and "TIFF without compression" in str(caught.value.hint)


@pytest.mark.parametrize("code", [50000, 50001])
def test_a_tiff_file_whose_compression_pillow_does_not_bring_along_is_told_by_it(tmp_path, code):
    Image.new("RGB", (16, 16), "red").save(tmp_path / "photo.tif", compression="tiff_adobe_deflate")
    data = (tmp_path / "photo.tif").read_bytes()
    was, now = (struct.pack("<HHII", 259, 3, 1, number) for number in (8, code))
    assert data.count(was) == 1
    (tmp_path / "photo.tif").write_bytes(data.replace(was, now))
    with pytest.raises(PhotoError, match=r"its compression, (Zstandard|WebP), cannot be read here"):
        read_photo(tmp_path / "photo.tif")


@pytest.mark.parametrize(
    "options", [{}, {"byteorder": ">"}, {"tile": (16, 16)}, {"planarconfig": 2}, {"rowsperstrip": 3, "bigtiff": True}]
)
def test_floats_from_0_to_1_are_read_as_16_bit_with_a_note(tmp_path, noise, options):
    samples = noise(3, 16)
    floats = (samples / 65535).astype(np.float32)
    floats = np.moveaxis(floats, 2, 0) if "planarconfig" in options else floats
    tifffile.imwrite(tmp_path / "photo.tif", floats, photometric="rgb", compression="zlib", **options)
    photo = read_photo(tmp_path / "photo.tif")
    np.testing.assert_array_equal(photo.pixels, samples)
    assert "float" in str(photo.notes[0])


def test_floats_with_the_predictor_of_floats_are_read(tmp_path, noise):
    floats = (noise(3, 16) / 65535).astype(np.float32)
    tifffile.imwrite(tmp_path / "photo.tif", floats, photometric="rgb", rowsperstrip=len(floats))
    data = bytearray((tmp_path / "photo.tif").read_bytes())
    order, first = exif.read_header(block_reader(data))
    directory = exif.read_directory(block_reader(data), first, order)
    strip, kind = directory.find(273), directory.find(284)
    assert strip is not None and kind is not None
    shuffled = np.moveaxis(floats.astype(">f4").view(np.uint8).reshape(len(floats), -1, 4), 2, 1)
    rows = shuffled.reshape(len(floats), -1, 3)
    stored = np.concatenate([rows[:, :1], np.diff(rows.astype(int), axis=1).astype(np.uint8)], axis=1)
    start = int.from_bytes(strip.data, "little" if order == "<" else "big")
    data[start : start + stored.size] = stored.tobytes()
    # the tag of planes, which says 1 as if it were not there, becomes that of the predictor
    struct.pack_into(order + "HHIHH", data, kind.position, 317, 3, 1, 3, 0)
    (tmp_path / "photo.tif").write_bytes(data)
    np.testing.assert_array_equal(read_photo(tmp_path / "photo.tif").pixels, noise_again(3, 16))


@pytest.mark.parametrize("scale", [255.0, 4.0])
def test_floats_that_mean_something_else_are_refused(tmp_path, noise, scale):
    tifffile.imwrite(tmp_path / "photo.tif", (noise(3) * (scale / 255)).astype(np.float32), photometric="rgb")
    with pytest.raises(PhotoError, match="unsupported kind"):
        read_photo(tmp_path / "photo.tif")


def test_a_little_light_beyond_white_and_no_number_at_all_are_clipped_with_a_note(tmp_path):
    floats = np.full((20, 30, 3), 0.5, np.float32)
    floats[0, 0] = (1.5, -0.2, np.nan)
    tifffile.imwrite(tmp_path / "photo.tif", floats, photometric="rgb")
    assert read_photo(tmp_path / "photo.tif").pixels[0, 0].tolist() == [65535, 0, 0]
    assert "clipped" in notes_of(tmp_path / "photo.tif")


LAB = {  # CIE Lab under D50, and sRGB of 16 bit, by Pillow's littlecms
    (100.0, 0.0, 0.0): (65535, 65535, 65535),
    (0.0, 0.0, 0.0): (0, 0, 0),
    (53.389, 0.0, 0.0): (32639, 32639, 32639),
    (54.29, 80.81, 69.89): (65535, 0, 0),
    (29.57, 68.30, -112.03): (0, 0, 65535),
}


@pytest.mark.parametrize("photometric", [CIE_LAB, ICC_LAB])
@pytest.mark.parametrize("bits", [8, 16])
def test_lab_becomes_srgb_with_a_note(tmp_path, photometric, bits):
    lab = np.array([list(LAB)])
    step, peak = 2 ** (bits - 8), 2**bits - 1
    signed = np.rint(lab[..., 1:] * step)
    colours = signed + 128 * step if photometric == ICC_LAB else signed % (peak + 1)
    stored = np.concatenate([np.rint(lab[..., :1] / 100 * peak), colours], axis=2).astype(f"u{bits // 8}")
    tifffile.imwrite(tmp_path / "photo.tif", stored, photometric=photometric)
    photo = read_photo(tmp_path / "photo.tif")
    peak_read = photo.peak
    expected = np.array([list(LAB.values())]) / 65535
    np.testing.assert_allclose(photo.pixels / peak_read, expected, atol=0.1 if bits == 8 else 0.005)
    assert photo.metadata.icc and "LAB" in notes_of(tmp_path / "photo.tif")


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("kinds", [(0,), (2, 0), (0, 0)])
def test_further_channels_are_no_alpha_and_are_kept_in_tiff_alone(tmp_path, noise, bits, kinds):
    random = np.random.default_rng(5)
    samples = random.integers(0, 2**bits, (12, 14, 3 + len(kinds))).astype(f"u{bits // 8}")
    path = tmp_path / "photo.tif"
    tifffile.imwrite(path, samples, photometric="rgb", extrasamples=kinds)
    photo = read_photo(path)
    with_alpha = kinds[0] == 2
    np.testing.assert_array_equal(photo.pixels, samples[..., :3])
    assert (photo.alpha is not None) == with_alpha and photo.extra is not None
    np.testing.assert_array_equal(photo.extra, samples[..., 3 + with_alpha :])
    assert "infrared" in str(photo.notes[0])
    write_photo(photo, tmp_path / "again.tif")
    again = read_photo(tmp_path / "again.tif")
    assert again.extra is not None
    np.testing.assert_array_equal(again.extra, photo.extra)
    np.testing.assert_array_equal(again.pixels, photo.pixels)
    assert not_kept(photo, tmp_path / "again.tif") == ()
    assert "further channels" in str(not_kept(photo, tmp_path / "again.png")[0])


@pytest.mark.parametrize(("code", "name"), [(34887, "LERC"), (50002, "JPEG XL"), (34712, "JPEG 2000")])
def test_a_compression_that_is_not_read_is_named(tmp_path, noise, code, name):
    path = tmp_path / "photo.tif"
    tifffile.imwrite(path, noise(3, 16), photometric="rgb")
    data = bytearray(path.read_bytes())
    order, first = exif.read_header(block_reader(data))
    entry = exif.read_directory(block_reader(data), first, order).find(259)
    assert entry is not None
    struct.pack_into(order + "H", data, entry.position + 8, code)
    path.write_bytes(data)
    with pytest.raises(PhotoError, match=name):
        read_photo(path)


def test_a_big_tiff_keeps_resolution_and_words_and_is_checked_for_its_end(tmp_path, noise):
    path = tmp_path / "photo.tif"
    samples = noise(3, 16)
    tifffile.imwrite(path, samples, photometric="rgb", bigtiff=True, resolution=(600, 600), resolutionunit=2,
                     description="Grandma 1931", metadata=None)  # fmt: skip
    photo = read_photo(path)
    np.testing.assert_array_equal(photo.pixels, samples)
    assert photo.metadata.dpi == (600, 600) and photo.notes == ()
    assert photo.metadata.exif and b"Grandma 1931" in photo.metadata.exif
    write_photo(photo, tmp_path / "again.tif")
    assert read_photo(tmp_path / "again.tif").metadata.dpi == (600, 600)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(PhotoError):
        read_photo(path)


def noise_again(channels: int = 3, bits: int = 8) -> np.ndarray:
    """What the fixture draws first."""
    drawn = np.random.default_rng(20240501).integers(0, 2**bits, (16, 24, channels))
    return drawn.astype(np.uint8 if bits == 8 else np.uint16)
