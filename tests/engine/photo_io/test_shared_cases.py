"""Every small file that once went wrong is read, and the result carries what the README beside them asks for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.alignment.whole_photo import enlarged_photo
from engine.photo_io import page_count, read_photo, write_photo
from engine.types import Photo

ROOT = Path(__file__).resolve().parents[3]
PLACES = (ROOT / "shared" / "cases", ROOT.parent / "shared" / "cases")  # beside the checkout of those who develop
CASES = next((place for place in PLACES if (place / "README.md").is_file()), None)
pytestmark = pytest.mark.skipif(CASES is None, reason="the folder shared/cases is not here")

TIFF, LARGE, SCALED = (160, 140), (420, 560), (141, 120)
# name: height and width, bits, words that the notes hold (nothing: there are no notes)
READ: dict[str, tuple[tuple[int, int], int, tuple[str, ...]]] = {
    "same_picture_150dpi.jpg": ((192, 192), 8, ()),
    "same_picture_300dpi.jpg": ((384, 384), 8, ()),
    "same_picture_600dpi.jpg": ((768, 768), 8, ()),
    "sideways.jpg": ((560, 420), 8, ()),
    "upside_down.jpg": (LARGE, 8, ()),
    "noisy_48px.png": (SCALED, 8, ()),
    "jpegq30_48px.jpg": (SCALED, 8, ()),
    "halftone150.png": ((489, 489), 8, ()),
    "cctv_20px_interlaced_noisy.png": ((112, 112), 8, ()),
    "cutout_alpha.png": ((326, 326), 8, ()),
    "thumb_first.tif": (TIFF, 8, ()),
    "subifd_main.tif": (TIFF, 8, ()),
    "multipage3.tif": (TIFF, 8, ("page 1 of 3",)),
    "vuescan_rgbi16.tif": (TIFF, 16, ("infrared", "kept")),
    "u16_planar_lzw.tif": (TIFF, 16, ()),
    "lab16.tif": (TIFF, 16, ("LAB", "RGB")),
    "float32.tif": (TIFF, 16, ("float", "16 bit")),
    "bigtiff_600dpi.tif": (TIFF, 16, ()),
    "iptc_and_comment.jpg": (LARGE, 8, ()),
    "extended_xmp.jpg": (LARGE, 8, ()),
    "png_gamma_text.png": (TIFF, 8, ("profile",)),
    "exif_size_after_turn.jpg": (LARGE, 8, ()),
    "webp_named_jpg.jpg": (LARGE, 8, ("JPEG", "WEBP")),
    "heic_named_jpg.jpg": (LARGE, 8, ("JPEG", "HEIC")),
    "stereo.mpo": (LARGE, 8, ("picture 1 of 2",)),
    "photo.avif": (LARGE, 8, ()),
    "jpeg_without_eoi.jpg": (LARGE, 8, ("end mark", "whole")),
    "leading_junk.jpg": (LARGE, 8, ("2 bytes in front",)),
    "jpeg_cut_at_60_percent.jpg": (LARGE, 8, ("cut off", "% of the picture is missing")),
    "progressive_cut_at_60_percent.jpg": (LARGE, 8, ("cut off", "fine detail")),
}


def case(name: str) -> Photo:
    """The photo in one of the files."""
    assert CASES is not None
    if name.startswith("heic"):
        pytest.importorskip("pi_heif")
    return read_photo(CASES / name)


def written_and_read(photo: Photo, path: Path) -> Photo:
    write_photo(photo, path)
    return read_photo(path)


def test_every_file_of_the_folder_is_named_here() -> None:
    assert CASES is not None
    assert READ.keys() == {path.name for path in CASES.iterdir() if path.is_file() and path.suffix != ".md"}


@pytest.mark.parametrize("name", READ)
def test_the_picture_is_read_and_what_was_odd_is_noted(name: str) -> None:
    size, bits, words = READ[name]
    photo = case(name)
    assert (photo.height, photo.width) == size and 8 * photo.pixels.dtype.itemsize == bits
    notes = "; ".join(map(str, photo.notes))
    assert bool(notes) == bool(words) and all(word in notes for word in words)
    assert 0.03 < photo.pixels.mean() / photo.peak < 0.6


@pytest.mark.parametrize(
    "name", ["webp_named_jpg.jpg", "heic_named_jpg.jpg", "stereo.mpo", "photo.avif", "leading_junk.jpg"]
)
def test_what_stood_in_the_way_changes_nothing_of_the_picture(name: str) -> None:
    whole, photo = case("iptc_and_comment.jpg"), case(name)
    assert np.abs(photo.pixels.astype(int) - whole.pixels).mean() < 4


@pytest.mark.parametrize(
    "name", ["thumb_first.tif", "u16_planar_lzw.tif", "lab16.tif", "float32.tif", "vuescan_rgbi16.tif"]
)
def test_every_kind_of_tiff_shows_the_same_picture(name: str) -> None:
    plain, photo = case("multipage3.tif"), case(name)
    assert np.abs(photo.pixels / photo.peak - plain.pixels / plain.peak).mean() < 0.01


def test_all_pages_are_read() -> None:
    assert CASES is not None
    assert page_count(CASES / "multipage3.tif") == 3
    pages = [read_photo(CASES / "multipage3.tif", page=number) for number in (1, 2, 3)]
    assert [page.pixels.shape for page in pages] == [(*TIFF, 3)] * 3 and pages[2].is_grey


def test_infrared_is_no_alpha_and_is_kept(tmp_path: Path) -> None:
    photo = case("vuescan_rgbi16.tif")
    assert photo.alpha is None and photo.extra is not None
    again = written_and_read(photo, tmp_path / "again.tiff")
    assert again.extra is not None and np.array_equal(again.extra, photo.extra)


def test_the_resolution_of_a_big_tiff_is_kept(tmp_path: Path) -> None:
    assert written_and_read(case("bigtiff_600dpi.tif"), tmp_path / "again.tiff").metadata.dpi == (600, 600)


def test_what_photos_carry_is_in_the_result(tmp_path: Path) -> None:
    words = written_and_read(case("iptc_and_comment.jpg"), tmp_path / "words.png").metadata
    assert words.texts == (("Comment", "a JPEG comment"),) and words.iptc and b"A. Photographer" in words.iptc
    assert words.xmp and words.exif and words.dpi
    long = written_and_read(case("extended_xmp.jpg"), tmp_path / "long.png").metadata
    assert long.xmp and len(long.xmp) > 200_000 and b"HasExtendedXMP" not in long.xmp
    text = written_and_read(case("png_gamma_text.png"), tmp_path / "text.png").metadata
    assert text.texts == (("Title", "Grandma 1931"),) and text.icc


def test_exif_states_the_size_of_the_turned_and_enlarged_photo(tmp_path: Path) -> None:
    write_photo(enlarged_photo(case("exif_size_after_turn.jpg"), 2), tmp_path / "large.png")
    with Image.open(tmp_path / "large.png") as image:
        found = image.getexif()
        inner = found.get_ifd(0x8769)
    assert (inner[0xA002], inner[0xA003]) == (2 * LARGE[1], 2 * LARGE[0]) and found[0x0112] == 1


def test_a_cut_out_is_enlarged_without_a_dark_line() -> None:
    photo = case("cutout_alpha.png")
    large = enlarged_photo(photo, 2)
    assert photo.alpha is not None and large.alpha is not None
    edge = (large.alpha > 12) & (large.alpha < 200)
    inside = photo.pixels[photo.alpha == 255]
    assert edge.any()
    assert large.pixels[edge].mean() > 0.8 * inside.mean()


def test_of_a_cut_off_jpeg_the_upper_part_is_whole() -> None:
    whole, cut = case("iptc_and_comment.jpg"), case("jpeg_cut_at_60_percent.jpg")
    assert np.abs(cut.pixels[:200].astype(int) - whole.pixels[:200]).mean() < 4
    coarse = case("progressive_cut_at_60_percent.jpg")
    assert np.abs(coarse.pixels.astype(int) - whole.pixels).mean() < 8
