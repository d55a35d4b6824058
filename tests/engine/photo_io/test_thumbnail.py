"""Small pictures of photos: upright, in the right colours, and words where a photo cannot be read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image

from engine.errors import PhotoError
from engine.photo_io.reading import read_photo
from engine.photo_io.thumbnail import read_thumbnail
from tests.engine.photo_io.swapped_profile import swapped_profile


def red_above_blue(width: int = 200, height: int = 400) -> NDArray[np.uint8]:
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[: height // 2, :, 0] = 255
    pixels[height // 2 :, :, 2] = 255
    return pixels


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".bmp"])
def test_a_thumbnail_has_the_side_asked_for_and_the_photos_colours(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"photo{suffix}"
    Image.fromarray(red_above_blue()).save(path)
    small = read_thumbnail(path, 64)
    assert small.shape == (64, 32, 3) and small.dtype == np.uint8
    assert np.abs(small[8, 16].astype(int) - (255, 0, 0)).max() < 12
    assert np.abs(small[56, 16].astype(int) - (0, 0, 255)).max() < 12


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
def test_a_thumbnail_is_turned_as_the_whole_photo_is(tmp_path: Path, suffix: str, orientation: int) -> None:
    corners = np.full((160, 240, 3), 128, np.uint8)
    corners[:80, :120], corners[80:, :120] = (255, 0, 0), (0, 255, 0)
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"turned{suffix}"
    Image.fromarray(corners).save(path, exif=exif)
    whole, small = read_photo(path).pixels, read_thumbnail(path, 60)
    assert (small.shape[0] > small.shape[1]) == (whole.shape[0] > whole.shape[1])
    step = whole.shape[0] / small.shape[0]
    for row, column in ((5, 5), (5, -6), (-6, 5), (-6, -6)):
        expected = whole[int(row * step), int(column * step)].astype(int)
        assert np.abs(small[row, column].astype(int) - expected).max() < 16


def test_sixteen_bits_are_read_as_eight(tmp_path: Path) -> None:
    path = tmp_path / "deep.tif"
    tifffile.imwrite(path, red_above_blue().astype(np.uint16) * 257, photometric="rgb")
    assert read_thumbnail(path, 40)[5, 5].tolist() == [255, 0, 0]


def test_sixteen_bit_grey_keeps_its_tones(tmp_path: Path) -> None:
    path = tmp_path / "grey.png"
    Image.fromarray(np.full((80, 80), 0x8000, np.uint16)).save(path)
    assert read_thumbnail(path, 40)[20, 20].tolist() == [128, 128, 128]


def test_cmyk_becomes_rgb(tmp_path: Path) -> None:
    path = tmp_path / "print.jpg"
    Image.fromarray(red_above_blue()).convert("CMYK").save(path)
    small = read_thumbnail(path, 64).astype(int)
    assert small[8, 16, 0] > 150 and small[8, 16, 2] < 80


def test_a_small_photo_is_not_enlarged(tmp_path: Path) -> None:
    path = tmp_path / "tiny.png"
    Image.new("P", (7, 3)).save(path)
    assert read_thumbnail(path, 64).shape == (3, 7, 3)


def test_a_very_narrow_photo_keeps_a_pixel(tmp_path: Path) -> None:
    path = tmp_path / "line.png"
    Image.new("RGB", (900, 2)).save(path)
    assert read_thumbnail(path, 64).shape == (1, 64, 3)


@pytest.mark.parametrize("content", [b"", b"not a photo at all", b"\xff\xd8\xff\xe0 cut off"])
def test_what_is_no_photo_is_said_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(content)
    with pytest.raises(PhotoError) as caught:
        read_thumbnail(path, 64)
    assert "broken.jpg" in str(caught.value.message) and caught.value.hint


def test_of_a_cut_off_jpeg_what_is_there_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "cut.jpg"
    Image.fromarray(red_above_blue()).save(path)
    whole = read_thumbnail(path, 64)
    path.write_bytes(path.read_bytes()[:-400])
    cut = read_thumbnail(path, 64)
    assert cut.shape == whole.shape
    np.testing.assert_array_equal(cut[:16], whole[:16])


def test_a_cut_off_png_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.png"
    Image.fromarray(red_above_blue()).save(path)
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(PhotoError):
        read_thumbnail(path, 64)


def test_a_missing_photo_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(PhotoError, match="does not exist"):
        read_thumbnail(tmp_path / "gone.jpg", 64)


def test_pillow_keeps_its_own_limit_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    Image.new("RGB", (10, 10)).save(path)
    before = Image.MAX_IMAGE_PIXELS
    read_thumbnail(path, 8)
    assert before == Image.MAX_IMAGE_PIXELS is not None


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_a_thumbnail_follows_the_photos_colour_profile_and_is_quick(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("engine.photo_io.thumbnail.read_photo")  # which reads the whole photo
    path = tmp_path / f"wide{suffix}"
    Image.fromarray(red_above_blue()).save(path, icc_profile=swapped_profile())
    small = read_thumbnail(path, 64)
    assert np.abs(small[8, 16].astype(int) - (0, 0, 255)).max() < 16
    assert np.abs(small[56, 16].astype(int) - (255, 0, 0)).max() < 16


def test_a_thumbnail_of_sixteen_bits_follows_the_colour_profile(tmp_path: Path) -> None:
    path = tmp_path / "wide.tif"
    pixels = red_above_blue().astype(np.uint16) * 257
    tifffile.imwrite(path, pixels, photometric="rgb", iccprofile=swapped_profile())
    assert np.abs(read_thumbnail(path, 40)[5, 5].astype(int) - (0, 0, 255)).max() < 4
