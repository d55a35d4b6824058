"""The caption in a file: where other programs look for it, and nothing else changed."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.photo_io import exif, read_photo, write_photo
from engine.photo_io.description import described
from engine.types import Photo, PhotoMetadata

WORDS = "Großmutter & Opa <1931>\nin Łódź"
DC = "{http://purl.org/dc/elements/1.1/}description"
OLD = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    b' xmp:Rating="4"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">old</rdf:li></rdf:Alt></dc:description>'
    b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    b'<?xpacket end="w"?>'
)


def said(xmp: bytes | None) -> list[str]:
    assert xmp
    body = xmp.partition(b"<x:xmpmeta")
    root = ElementTree.fromstring((body[1] + body[2].partition(b"<?xpacket")[0]).decode())
    return ["".join(found.itertext()) for found in root.iter(DC)]


@pytest.mark.parametrize("xmp", [None, OLD])
def test_exif_and_xmp_say_it_once_and_keep_the_rest(xmp: bytes | None) -> None:
    block = exif.with_resolution(None, (300, 300))
    new = described(PhotoMetadata(icc=b"icc", exif=block, xmp=xmp, dpi=(300, 300)), f"  {WORDS}\x00\n")
    assert said(new.xmp) == [WORDS]
    assert (new.icc, new.dpi) == (b"icc", (300, 300)) and new.exif
    assert exif.resolution(new.exif) == (300, 300)
    entry = next(one for one in exif.first_entries(new.exif) if one.tag == exif.IMAGE_DESCRIPTION)
    assert entry.data == WORDS.encode() + b"\0"
    if xmp:
        assert new.xmp and b'xmp:Rating="4"' in new.xmp and new.xmp.endswith(b'<?xpacket end="w"?>')


def test_another_caption_takes_the_place_of_the_first() -> None:
    twice = described(described(PhotoMetadata(), "first"), "second")
    assert said(twice.xmp) == ["second"]
    tags = [entry.tag for entry in exif.first_entries(twice.exif)]
    assert tags == [exif.IMAGE_DESCRIPTION]


@pytest.mark.parametrize("packet", [b"\xff\xfe<\0x\0", b"<x:xmpmeta/>"])
def test_a_packet_of_another_form_is_left_as_it_is(packet: bytes) -> None:
    new = described(PhotoMetadata(xmp=packet), "words")
    assert new.xmp == packet and new.exif


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tiff", ".webp"])
def test_every_format_with_metadata_carries_it(suffix: str, tmp_path: Path) -> None:
    photo = Photo(pixels=np.zeros((8, 8, 3), np.uint8), metadata=described(PhotoMetadata(), WORDS))
    write_photo(photo, tmp_path / f"a{suffix}")
    metadata = read_photo(tmp_path / f"a{suffix}").metadata
    assert said(metadata.xmp) == [WORDS]
    assert metadata.exif and WORDS.encode() in metadata.exif
    with Image.open(tmp_path / f"a{suffix}") as image:
        assert image.getexif()[exif.IMAGE_DESCRIPTION]
