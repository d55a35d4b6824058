"""What a photo carries beside its pixels goes from format to format, fits the result, or is said to be left out."""

from __future__ import annotations

import io
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms, IptcImagePlugin, TiffImagePlugin

from engine.photo_io import exif, not_kept, read_photo, write_photo, xmp
from engine.photo_io.display import display_pixels
from engine.photo_io.png_chunks import HEADER_END, chunk
from engine.types import Photo, PhotoMetadata

IPTC = b"\x1c\x02\x19\x00\x06family" + b"\x1c\x02\x78\x00\x07Grandma" + b"\x1c\x02\x00\x00\x02\x00\x04"
TEXTS = (("Comment", "a comment"), ("Title", "Großmutter 1931"), ("Author", "祖母"))
HEAD = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
TAIL = "</rdf:RDF></x:xmpmeta>"


def written_and_read(photo: Photo, path: Path) -> Photo:
    write_photo(photo, path)
    return read_photo(path)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tiff"])
@pytest.mark.parametrize("bits", [8, 16])
def test_iptc_is_kept_byte_for_byte_and_other_readers_find_it(tmp_path, noise, suffix, bits):
    if suffix == ".jpg" and bits == 16:
        pytest.skip("JPEG has 8 bits")
    photo = Photo(pixels=noise(3, bits), metadata=PhotoMetadata(iptc=IPTC))
    assert written_and_read(photo, tmp_path / f"photo{suffix}").metadata.iptc == IPTC
    if suffix != ".png":
        with Image.open(tmp_path / f"photo{suffix}") as image:
            found: Any = IptcImagePlugin.getiptcinfo(image)  # pyright: ignore[reportArgumentType]
        assert found is not None and found[(2, 25)] == b"family" and found[(2, 120)] == b"Grandma"


def test_iptc_within_photoshops_data_of_a_tiff_is_found(tmp_path, noise):
    resource = b"8BIM\x03\xed\0\0" + struct.pack(">I", 4) + b"abcd"
    resource += b"8BIM\x04\x04\x03odd" + struct.pack(">I", len(IPTC)) + IPTC + bytes(len(IPTC) % 2)
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags.tagtype[34377] = 1
    tags[34377] = resource
    Image.fromarray(noise(3)).save(tmp_path / "photo.tif", tiffinfo=tags)
    assert read_photo(tmp_path / "photo.tif").metadata.iptc == IPTC


def test_texts_go_from_png_to_png_and_into_comments_of_jpeg(tmp_path, noise):
    photo = Photo(pixels=noise(3), metadata=PhotoMetadata(texts=TEXTS))
    again = written_and_read(photo, tmp_path / "photo.png")
    assert again.metadata.texts == TEXTS
    with Image.open(tmp_path / "photo.png") as image:
        assert image.info["Title"] == "Großmutter 1931" and image.info["Author"] == "祖母"
    write_photo(again, tmp_path / "photo.jpg")
    data = (tmp_path / "photo.jpg").read_bytes()
    assert b"a comment" in data and "Title: Großmutter 1931".encode() in data and "Author: 祖母".encode() in data


@pytest.mark.parametrize(("words", "said"), [(b"caf\xc3\xa9", "café"), (b"caf\xe9\0", "café"), (b"", None)])
def test_a_comment_of_a_jpeg_is_kept(tmp_path, noise, words, said):
    Image.fromarray(noise(3)).save(tmp_path / "photo.jpg", comment=words)
    photo = read_photo(tmp_path / "photo.jpg")
    assert photo.metadata.texts == ((("Comment", said),) if said else ())
    assert written_and_read(photo, tmp_path / "again.png").metadata.texts == photo.metadata.texts


@pytest.mark.parametrize(
    ("suffix", "lost"),
    [
        (".png", ["further channels"]),
        (".tiff", ["texts"]),
        (".jpg", ["further channels"]),
        (".webp", ["IPTC", "texts", "further channels"]),
        (".bmp", ["the colour profile", "EXIF", "XMP", "IPTC", "texts", "further channels"]),
    ],
)
def test_what_a_format_cannot_hold_is_noted(tmp_path, noise, srgb, camera_exif, suffix, lost):
    metadata = PhotoMetadata(icc=srgb, exif=camera_exif, xmp=b"<x/>", iptc=IPTC, texts=TEXTS)
    samples = noise(3)
    (note,) = not_kept(Photo(pixels=samples, extra=samples[..., :1], metadata=metadata), tmp_path / f"a{suffix}")
    assert str(note).split(": ")[1] == ", ".join(lost)
    assert not_kept(Photo(pixels=samples), tmp_path / f"a{suffix}") == ()


def test_xmp_of_any_length_goes_through_jpeg(tmp_path, noise):
    text = "".join(f"<rdf:li>{number}</rdf:li>" for number in range(12_000))
    packet = (
        f'{HEAD}<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag>{text}'
        f"</rdf:Bag></dc:subject></rdf:Description>{TAIL}"
    ).encode()
    photo = Photo(pixels=noise(3), metadata=PhotoMetadata(xmp=packet))
    again = written_and_read(photo, tmp_path / "photo.jpg")
    assert again.notes == () and again.metadata.xmp is not None
    assert b"<rdf:li>0</rdf:li>" in again.metadata.xmp and b"<rdf:li>11999</rdf:li>" in again.metadata.xmp
    assert b"HasExtendedXMP" not in again.metadata.xmp
    assert b'xmlns:dc="http://purl.org/dc/elements/1.1/"' in again.metadata.xmp
    assert written_and_read(again, tmp_path / "photo.png").metadata.xmp == again.metadata.xmp


def test_a_missing_part_of_long_xmp_is_noted(tmp_path, noise):
    packet = f"{HEAD}<!--{'x' * 150_000}-->{TAIL}".encode()
    write_photo(Photo(pixels=noise(3), metadata=PhotoMetadata(xmp=packet)), tmp_path / "photo.jpg")
    data = (tmp_path / "photo.jpg").read_bytes()
    segments = [
        place
        for place in range(len(data))
        if data.startswith(b"\xff\xe1", place) and b"xmp/ext" in data[place : place + 40]
    ]
    assert len(segments) == 3
    (tmp_path / "photo.jpg").write_bytes(data[: segments[1]] + data[segments[2] :])
    assert "XMP" in str(read_photo(tmp_path / "photo.jpg").notes[0])


@pytest.mark.parametrize("size", [(30, 20), (300, 70_000)])
def test_sizes_that_exif_and_xmp_state_are_those_of_the_result(tmp_path, camera_exif, size):
    width, height = size
    block = Image.Exif()
    block[0x0100], block[0x0101] = 11, 12
    block.get_ifd(0x8769)[0xA002], block.get_ifd(0x8769)[0xA003] = 13, 14
    packet = (
        f'{HEAD}<rdf:Description tiff:ImageWidth="11" exif:PixelYDimension="14">'
        f"<tiff:ImageLength>12</tiff:ImageLength></rdf:Description>{TAIL}"
    )
    metadata = PhotoMetadata(exif=block.tobytes().removeprefix(b"Exif\0\0"), xmp=packet.encode())
    write_photo(Photo(pixels=np.zeros((height, width, 3), np.uint8), metadata=metadata), tmp_path / "photo.png")
    with Image.open(tmp_path / "photo.png") as image:
        found = image.getexif()
    assert (found[0x0100], found[0x0101]) == size
    assert (found.get_ifd(0x8769)[0xA002], found.get_ifd(0x8769)[0xA003]) == size
    written = read_photo(tmp_path / "photo.png").metadata.xmp or b""
    for part in (f'ImageWidth="{width}"', f'PixelYDimension="{height}"', f"<tiff:ImageLength>{height}<"):
        assert part.encode() in written


REGION = (
    '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:AppliedToDimensions stDim:w="{w}" stDim:h="{h}" '
    'stDim:unit="pixel"/><mwg-rs:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource"><mwg-rs:Name>Ada</mwg-rs:Name>'
    "{area}</rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
)
AREAS = (
    '<mwg-rs:Area stArea:x="0.2" stArea:y="0.3" stArea:w="0.1" stArea:h="0.05" stArea:unit="normalized"/>',
    "<mwg-rs:Area rdf:parseType='Resource'><stArea:h>0.05</stArea:h><stArea:w>0.1</stArea:w><stArea:x>0.2</stArea:x>"
    "<stArea:y>0.3</stArea:y></mwg-rs:Area>",
)


def values_of(packet: bytes, *names: str) -> list[float | None]:
    return [xmp.value_of(packet, name.encode()) for name in names]


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_face_regions_lie_on_the_same_pixels_after_turning(tmp_path, area, orientation):
    """A region whose middle is a bright pixel lies on it in the upright photo, whatever the turn was."""
    samples = np.zeros((100, 50, 3), np.uint8)
    samples[28:33, 8:13] = 255  # around x 0.2 of 50, y 0.3 of 100
    block = Image.Exif()
    block[0x0112] = orientation
    packet = f"{HEAD}<rdf:Description>{REGION.format(w=50, h=100, area=area)}</rdf:Description>{TAIL}".encode()
    Image.fromarray(samples).save(tmp_path / "photo.jpg", exif=block, xmp=packet, quality=100, subsampling=0)
    photo = read_photo(tmp_path / "photo.jpg")
    assert photo.metadata.xmp is not None
    x, y, width, height = values_of(photo.metadata.xmp, "stArea:x", "stArea:y", "stArea:w", "stArea:h")
    assert x is not None and y is not None
    assert photo.pixels[round(y * photo.height), round(x * photo.width)].min() > 200
    assert (width, height) == ((0.05, 0.1) if orientation >= 5 else (0.1, 0.05))
    written = written_and_read(photo, tmp_path / "again.png")
    assert written.metadata.xmp is not None
    assert values_of(written.metadata.xmp, "stDim:w", "stDim:h") == [photo.width, photo.height]


def test_regions_that_were_stated_for_the_upright_photo_stay() -> None:
    area = REGION.format(w=100, h=50, area=AREAS[0])
    packet = f"{HEAD}{area}{TAIL}".encode()
    assert xmp.upright(packet, 6, (50, 100)) == packet


def test_microsofts_regions_turn_too() -> None:
    packet = b'<x MPReg:Rectangle="0.1, 0.2, 0.3, 0.4"/>'
    assert xmp.upright(packet, 6) == b'<x MPReg:Rectangle="0.4, 0.1, 0.4, 0.3"/>'


def png_with(tmp_path: Path, samples: np.ndarray, *chunks: bytes) -> Photo:
    buffer = io.BytesIO()
    Image.fromarray(samples).save(buffer, "PNG")
    data = buffer.getvalue()
    (tmp_path / "photo.png").write_bytes(data[:HEADER_END] + b"".join(chunks) + data[HEADER_END:])
    return read_photo(tmp_path / "photo.png")


SRGB_PRIMARIES = (31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)


def gamma(value: int) -> bytes:
    return chunk(b"gAMA", struct.pack(">I", value))


def primaries(values: tuple[int, ...]) -> bytes:
    return chunk(b"cHRM", struct.pack(">8I", *values))


@pytest.mark.parametrize(
    "chunks",
    [
        (),
        (gamma(45455),),
        (gamma(45455), primaries(SRGB_PRIMARIES)),
        (chunk(b"sRGB", b"\0"), gamma(100_000)),
        (chunk(b"cICP", bytes([1, 13, 0, 1])), gamma(100_000)),
    ],
)
def test_a_png_of_usual_colours_gets_no_profile(tmp_path, noise, chunks):
    photo = png_with(tmp_path, noise(3), *chunks)
    assert photo.metadata.icc is None and photo.notes == ()


def test_the_gamma_of_a_png_becomes_a_profile(tmp_path, noise):
    samples = noise(3)
    photo = png_with(tmp_path, samples, gamma(100_000))
    np.testing.assert_array_equal(photo.pixels, samples)
    linear = samples / 255
    expected = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055) * 255
    assert np.abs(display_pixels(photo) - expected).max() <= 2
    assert "profile" in str(photo.notes[0])
    again = written_and_read(photo, tmp_path / "again.png")
    assert again.metadata.icc == photo.metadata.icc and again.notes == ()


@pytest.mark.parametrize(
    "said",
    [
        primaries((31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)),
        chunk(b"cICP", bytes([12, 13, 0, 1])),
    ],
)
def test_the_primaries_of_a_png_become_a_profile(tmp_path, said):
    """Display P3's red is more than sRGB can show; its white is white."""
    samples = np.zeros((2, 2, 3), np.uint8)
    samples[0], samples[1, 0], samples[1, 1] = (255, 255, 255), (128, 128, 128), (200, 100, 100)
    photo = png_with(tmp_path, samples, said)
    shown = display_pixels(photo).astype(int)
    np.testing.assert_allclose(shown[0], 255, atol=1)
    np.testing.assert_allclose(shown[1, 0], 128, atol=1)
    np.testing.assert_allclose(shown[1, 1], (215, 93, 97), atol=1)  # by the matrix of CSS Color 4


def test_a_made_profile_of_srgb_is_that_of_littlecms(tmp_path):
    from engine.photo_io.made_profile import make_profile

    made = make_profile(((0.64, 0.33), (0.3, 0.6), (0.15, 0.06)), (0.3127, 0.329), b"para" + bytes(6) + b"\0\0\0\1\0\0")
    assert made is not None
    profile: Any = ImageCms.ImageCmsProfile(io.BytesIO(made)).profile
    srgb: Any = ImageCms.createProfile("sRGB")
    for name in ("red_colorant", "green_colorant", "blue_colorant"):
        np.testing.assert_allclose(getattr(profile, name)[0], getattr(srgb, name)[0], atol=2e-3)


@pytest.mark.parametrize("curve", [16, 18])
def test_colours_for_hdr_screens_are_noted(tmp_path, noise, curve):
    photo = png_with(tmp_path, noise(3), chunk(b"cICP", bytes([9, curve, 0, 1])))
    assert photo.metadata.icc is None and "HDR" in str(photo.notes[0])


def test_damaged_primaries_are_left_out_with_a_note(tmp_path, noise):
    photo = png_with(tmp_path, noise(3), primaries((0,) * 8))
    assert photo.metadata.icc is None and "damaged" in str(photo.notes[0])


def test_values_that_all_point_at_the_same_bytes_are_not_copied_again_and_again(tmp_path, noise):
    """A directory of many long values in one place would be a hundred times as long as its file."""
    shared = bytes(1 << 20)
    count = 400
    table = struct.pack("<H", count)
    for number in range(count):
        table += struct.pack("<HHII", 50_000 + number, 7, len(shared), 8)
    block = b"II*\0" + struct.pack("<I", 8 + len(shared)) + shared + table + bytes(4)
    found = exif.first_entries(block)
    assert sum(len(entry.data) for entry in found) <= len(block)
    Image.fromarray(noise(3)).save(tmp_path / "photo.png", exif=b"Exif\0\0" + block)
    photo = read_photo(tmp_path / "photo.png")
    write_photo(replace(photo, path=None), tmp_path / "again.tiff")
    assert (tmp_path / "again.tiff").stat().st_size < 2 * len(block)
