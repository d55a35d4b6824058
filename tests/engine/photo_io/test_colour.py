from __future__ import annotations

import io
import struct

import numpy as np
import pytest
import tifffile
from PIL import Image, ImageCms

from engine.photo_io import read_photo, write_photo
from engine.photo_io.colour import fitting_profile, profile_space, srgb_profile
from engine.types import Photo, PhotoMetadata

INKS = np.array([[[0, 0, 0, 0], [255, 0, 0, 0], [0, 255, 0, 0], [0, 0, 255, 0], [0, 0, 0, 255]]], np.uint8)
PAPER_AND_INKS = np.array([[[255, 255, 255], [0, 255, 255], [255, 0, 255], [255, 255, 0], [0, 0, 0]]])


@pytest.fixture
def inks() -> Image.Image:
    """White paper, cyan, magenta, yellow and black, each 16 px wide."""
    return Image.fromarray(INKS.repeat(16, axis=0).repeat(16, axis=1), "CMYK")


def middle_colours(photo: Photo) -> np.ndarray:
    return photo.pixels[8:9, 8::16].astype(int)


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
def test_cmyk_becomes_srgb_with_a_note(tmp_path, inks, suffix):
    inks.save(tmp_path / f"photo{suffix}", **({"quality": 95} if suffix == ".jpg" else {}))
    read = read_photo(tmp_path / f"photo{suffix}")
    assert np.abs(middle_colours(read) - PAPER_AND_INKS).max() <= 4
    assert profile_space(read.metadata.icc or b"") == "RGB "
    assert "CMYK" in str(read.notes[0]) and "RGB" in str(read.notes[0])


def test_a_cmyk_jpeg_without_adobe_marker_is_read_as_if_it_had_one(tmp_path, inks):
    buffer = io.BytesIO()
    inks.save(buffer, "JPEG", quality=95)
    data = buffer.getvalue()
    marker = data.index(b"\xff\xee")
    length = struct.unpack(">H", data[marker + 2 : marker + 4])[0]
    (tmp_path / "photo.jpg").write_bytes(data[:marker] + data[marker + 2 + length :])
    read = read_photo(tmp_path / "photo.jpg")
    assert b"Adobe" not in (tmp_path / "photo.jpg").read_bytes()
    assert np.abs(middle_colours(read) - PAPER_AND_INKS).max() <= 4


def test_cmyk_follows_its_embedded_profile(tmp_path, inks):
    profile = ink_limited_profile()
    inks.save(tmp_path / "photo.tif", icc_profile=profile)
    read = read_photo(tmp_path / "photo.tif")
    assert middle_colours(read)[0, 1].tolist() != PAPER_AND_INKS[0, 1].tolist()
    assert np.abs(middle_colours(read)[0, 0] - 255).max() <= 2  # paper stays white
    assert "profile" in str(read.notes[0])
    assert profile_space(read.metadata.icc or b"") == "RGB "


def ink_limited_profile() -> bytes:
    """A CMYK profile whose full inks are 50 % of L*: an A2B0 table of 2 x 2 x 2 x 2 grid points."""
    grid = [(0xFF00 - 0x2000 * bits.bit_count(), 0x8000, 0x8000) for bits in range(16)]
    ramp = struct.pack(">2H", 0, 65535)
    matrix = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    table = b"mft2\0\0\0\0" + struct.pack(">4B", 4, 3, 2, 0) + matrix + struct.pack(">2H", 2, 2)
    table += ramp * 4 + b"".join(struct.pack(">3H", *point) for point in grid) + ramp * 3
    text = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"inks\0" + bytes(78)
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    tags = {b"desc": text, b"wtpt": white, b"A2B0": table, b"cprt": b"text\0\0\0\0none\0"}
    rows, data, start = b"", b"", 132 + 12 * len(tags)
    for name, value in tags.items():
        rows += struct.pack(">4sII", name, start + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    header = struct.pack(
        ">I4sI4s4s4s12s4s",
        start + len(data),
        b"lcms",
        0x02400000,
        b"prtr",
        b"CMYK",
        b"Lab ",
        bytes(12),
        b"acsp",
    )
    header += bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + rows + data


def test_cmyk_with_an_unusable_profile_is_converted_by_formula(tmp_path, inks):
    inks.save(tmp_path / "photo.tif", icc_profile=srgb_profile())
    read = read_photo(tmp_path / "photo.tif")
    np.testing.assert_array_equal(middle_colours(read), PAPER_AND_INKS)
    assert "formula" in str(read.notes[0])


def test_cmyk_of_16_bit_is_read_with_a_note(tmp_path, noise):
    tifffile.imwrite(tmp_path / "photo.tif", noise(4, 16), photometric="separated")
    read = read_photo(tmp_path / "photo.tif")
    assert read.pixels.dtype == np.uint8
    assert any("16 bit" in str(note) for note in read.notes)


@pytest.mark.parametrize("mode", ["LAB", "YCbCr"])
def test_lab_and_ycbcr_become_rgb(tmp_path, mode):
    colours = Image.new("RGB", (16, 16), (200, 80, 40))
    if mode == "LAB":
        lab = ImageCms.createProfile("LAB")
        stored = ImageCms.profileToProfile(colours, ImageCms.createProfile("sRGB"), lab, outputMode="LAB")
        assert stored is not None
        stored.info.clear()
    else:
        stored = colours.convert("YCbCr")
    stored.save(tmp_path / "photo.tif")
    read = read_photo(tmp_path / "photo.tif")
    assert np.abs(read.pixels[8, 8].astype(int) - (200, 80, 40)).max() <= 3
    assert mode in str(read.notes[0])


def grey_profile(gamma: float) -> bytes:
    """A grey ICC profile with a plain gamma."""
    curve = b"curv\0\0\0\0" + struct.pack(">IHxx", 1, round(gamma * 256))
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    text = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"grey\0" + bytes(78)
    tags = {b"kTRC": curve, b"wtpt": white, b"cprt": b"text\0\0\0\0none\0", b"desc": text}
    rows, data, start = b"", b"", 132 + 12 * len(tags)
    for name, value in tags.items():
        rows += struct.pack(">4sII", name, start + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    header = struct.pack(
        ">I4sI4s4s4s12s4s",
        start + len(data),
        b"lcms",
        0x02400000,
        b"mntr",
        b"GRAY",
        b"XYZ ",
        bytes(12),
        b"acsp",
    )
    header += bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + rows + data


def shown(samples: np.ndarray, mode: str, icc: bytes) -> np.ndarray:
    """The sRGB colours that `samples` under the profile are shown in."""
    target = ImageCms.createProfile("sRGB")
    image = ImageCms.profileToProfile(Image.fromarray(samples, mode), io.BytesIO(icc), target, outputMode="RGB")
    return np.asarray(image).astype(int)


@pytest.mark.parametrize("suffix", [".png", ".tiff", ".jpg"])
def test_a_grey_photo_keeps_its_grey_profile(tmp_path, noise, suffix):
    profile = grey_profile(1.8)
    photo = Photo(pixels=noise(1)[..., None].repeat(3, axis=2), is_grey=True, metadata=PhotoMetadata(icc=profile))
    write_photo(photo, tmp_path / f"photo{suffix}")
    read = read_photo(tmp_path / f"photo{suffix}")
    assert read.is_grey and read.metadata.icc == profile


@pytest.mark.parametrize("suffix", [".webp", ".png"])
def test_a_grey_photo_written_as_rgb_gets_an_rgb_profile_that_looks_the_same(tmp_path, suffix):
    ramp = np.arange(256, dtype=np.uint8).reshape(16, 16)
    pixels = ramp[..., None].repeat(3, axis=2).copy()
    if suffix == ".png":
        pixels[0, 0] = (0, 1, 0)  # a coloured pixel: the file cannot be grey
    profile = grey_profile(1.8)
    photo = Photo(pixels=pixels, is_grey=True, metadata=PhotoMetadata(icc=profile))
    write_photo(photo, tmp_path / f"photo{suffix}")
    read = read_photo(tmp_path / f"photo{suffix}")
    np.testing.assert_array_equal(read.pixels, pixels)
    assert read.metadata.icc is not None and profile_space(read.metadata.icc) == "RGB "
    difference = shown(ramp, "L", profile)[1:] - shown(read.pixels, "RGB", read.metadata.icc)[1:]
    assert np.abs(difference).max() <= 1


def test_a_grey_photo_with_an_rgb_profile_gets_a_grey_one_that_looks_the_same(srgb):
    ramp = np.arange(256, dtype=np.uint8).reshape(16, 16)
    grey = fitting_profile(srgb, is_grey=True)
    assert grey is not None and profile_space(grey) == "GRAY"
    assert np.abs(shown(ramp, "L", grey) - ramp[..., None]).max() <= 1


def test_a_profile_for_other_colours_is_left_out_with_a_note(tmp_path, noise):
    Image.fromarray(noise(3)).save(tmp_path / "photo.png", icc_profile=ink_limited_profile())
    read = read_photo(tmp_path / "photo.png")
    assert read.metadata.icc is None
    assert any("profile" in str(note) for note in read.notes)
