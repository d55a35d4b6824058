from __future__ import annotations

import io
import struct
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.errors import PhotoError
from engine.photo_io import read_photo, write_photo
from engine.photo_io.budget import block_reader
from engine.photo_io.exif import first_entries, lay_out, read_directory, read_header, upright
from engine.types import Photo, PhotoMetadata

XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>Gr\xc3\xbc\xc3\x9fe</dc:title></x:xmpmeta>'


@pytest.fixture
def full(srgb, camera_exif) -> PhotoMetadata:
    return PhotoMetadata(icc=srgb, exif=upright(camera_exif)[0], xmp=XMP, dpi=(300.0, 240.0))


def written_and_read(photo: Photo, path) -> Photo:
    write_photo(photo, path)
    return read_photo(path)


def exif_values(exif: bytes | None) -> tuple[object, ...]:
    """What Pillow, an independent reader, finds in a block."""
    assert exif is not None
    found = Image.Exif()
    found.load(b"Exif\0\0" + exif)
    inner = found.get_ifd(0x8769)
    return (
        found.get(0x010F),
        found.get(0x0112),
        inner.get(0x927C),
        inner.get(0x829A),
        found.get_ifd(0x8825).get(1),
    )


@pytest.mark.parametrize(
    ("suffix", "bits"), [(".png", 8), (".png", 16), (".tiff", 8), (".tiff", 16), (".jpg", 8), (".webp", 8)]
)
def test_metadata_survive_writing_and_reading(tmp_path, noise, full, suffix, bits):
    read = written_and_read(Photo(pixels=noise(3, bits), metadata=full), tmp_path / f"photo{suffix}").metadata
    assert read.icc == full.icc
    assert read.xmp == full.xmp
    assert read.dpi == pytest.approx(full.dpi, abs=0.02)
    assert exif_values(read.exif) == ("Camera Works", 1, b"maker note \x00\x01\x02", 0.01, "N")


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_exif_is_kept_byte_for_byte(tmp_path, noise, full, suffix):
    read = written_and_read(Photo(pixels=noise(3), metadata=full), tmp_path / f"photo{suffix}")
    assert read.metadata.exif == full.exif


@pytest.mark.parametrize("suffix", [".webp", ".tiff"])
def test_maker_notes_stay_at_their_place_in_the_block(tmp_path, noise, full, suffix):
    write_photo(Photo(pixels=noise(3), metadata=full), tmp_path / f"photo{suffix}")
    file = (tmp_path / f"photo{suffix}").read_bytes()
    start = 0 if suffix == ".tiff" else file.index(full.exif[:4], 12)
    assert file.index(b"maker note", start) - start == full.exif.index(b"maker note")


@pytest.mark.parametrize("suffix", [".png", ".tiff", ".jpg", ".webp", ".bmp"])
def test_a_photo_without_metadata_gains_none(tmp_path, noise, suffix):
    read = written_and_read(Photo(pixels=noise(3)), tmp_path / f"photo{suffix}")
    assert read.metadata == PhotoMetadata()


def test_bmp_keeps_the_resolution(tmp_path, noise):
    photo = Photo(pixels=noise(3), metadata=PhotoMetadata(dpi=(150.0, 300.0)))
    assert written_and_read(photo, tmp_path / "photo.bmp").metadata.dpi == pytest.approx((150, 300), abs=0.02)


def test_resolution_of_exif_counts_where_jpeg_states_none(tmp_path, noise):
    exif = Image.Exif()
    exif[282], exif[283], exif[296] = 100.0, 200.0, 3
    Image.fromarray(noise(3)).save(tmp_path / "photo.jpg", exif=exif)
    assert read_photo(tmp_path / "photo.jpg").metadata.dpi == pytest.approx((254.0, 508.0))


def test_exif_behind_the_pixels_of_a_png_counts(tmp_path, noise, camera_exif):
    from engine.photo_io.png_chunks import chunk

    buffer = io.BytesIO()
    Image.fromarray(noise(3)).save(buffer, "PNG")
    (tmp_path / "photo.png").write_bytes(buffer.getvalue()[:-12] + chunk(b"eXIf", camera_exif) + chunk(b"IEND", b""))
    read = read_photo(tmp_path / "photo.png")
    assert (read.width, read.height) == (16, 24)  # orientation 6
    assert exif_values(read.metadata.exif)[:2] == ("Camera Works", 1)


def test_only_the_orientation_changes_in_the_block(camera_exif):
    changed, orientation = upright(camera_exif)
    assert orientation == 6
    differing = [place for place, (old, new) in enumerate(zip(camera_exif, changed, strict=True)) if old != new]
    assert len(differing) == 1


@pytest.mark.parametrize("follows", [b"", b"data behind the thumbnail"])
def test_a_stale_thumbnail_is_dropped(follows):
    order, picture = "<", b"\xff\xd8 stale face \xff\xd9"
    raw, first = lay_out(list(first_entries(simple_exif())), at=8, order=order)
    block = bytearray(struct.pack("<2sHI", b"II", 42, first) + raw)
    struct.pack_into("<I", block, len(block) - 4, len(block))
    size_of_table = 2 + 12 * 2 + 4
    block += struct.pack("<HHHIIHHIII", 2, 513, 4, 1, len(block) + size_of_table, 514, 4, 1, len(picture), 0)
    block += picture + follows
    cleaned, _ = upright(bytes(block))
    assert b"stale face" not in cleaned
    assert cleaned.endswith(follows)
    read = block_reader(cleaned)
    assert read_directory(read, read_header(read)[1], order).next_offset == 0


def simple_exif() -> bytes:
    exif = Image.Exif()
    exif[271] = "Camera"
    exif.endian = "<"
    return exif.tobytes().removeprefix(b"Exif\0\0")


@pytest.mark.parametrize("damaged", [b"nonsense", b"II*\0\xff\xff\xff\x7f", b"MM\0*\0\0\0\x08\xff\xff"])
def test_damaged_exif_is_left_out_with_a_note(tmp_path, noise, damaged):
    samples = noise(3)
    Image.fromarray(samples).save(tmp_path / "photo.png", exif=b"Exif\0\0" + damaged)
    read = read_photo(tmp_path / "photo.png")
    np.testing.assert_array_equal(read.pixels, samples)
    assert read.metadata.exif is None
    assert any("EXIF" in str(note) for note in read.notes)


def test_a_damaged_colour_profile_is_left_out_with_a_note(tmp_path, noise):
    Image.fromarray(noise(3)).save(tmp_path / "photo.png", icc_profile=b"no profile" * 20)
    read = read_photo(tmp_path / "photo.png")
    assert read.metadata.icc is None
    assert any("profile" in str(note) for note in read.notes)


def test_exif_too_long_for_jpeg_is_refused_not_lost(tmp_path, noise, full):
    exif = full.exif + bytes(70_000)
    photo = Photo(pixels=noise(3), metadata=replace(full, exif=exif))
    with pytest.raises(PhotoError, match="PNG or TIFF"):
        write_photo(photo, tmp_path / "photo.jpg")
    assert list(tmp_path.iterdir()) == []
    assert written_and_read(photo, tmp_path / "photo.png").metadata.exif == exif


def test_writing_tiff_over_and_over_does_not_grow_the_metadata(tmp_path, noise, full):
    photo = Photo(pixels=noise(3), metadata=full)
    sizes = []
    for turn in range(4):
        photo = written_and_read(photo, tmp_path / f"{turn}.tiff")
        sizes.append(len(photo.metadata.exif or b""))
    assert len(set(sizes)) == 1
    assert exif_values(photo.metadata.exif)[0] == "Camera Works"


def test_further_pages_are_noted(tmp_path, noise):
    pages = [Image.fromarray(noise(3)) for _ in range(5)]
    for name in ("photo.tiff", "photo.webp", "photo.png"):
        options: dict[str, Any] = {"lossless": True} if "webp" in name else {}
        pages[0].save(
            tmp_path / name,
            save_all=True,
            append_images=pages[1:],
            **options,
        )
        read = read_photo(tmp_path / name)
        np.testing.assert_array_equal(read.pixels, np.asarray(pages[0]))
        said = "page 1 of 5 was read" if name == "photo.tiff" else "picture 1 of 5 in the file was read"
        assert [str(note) for note in read.notes] == [said]
