"""What a result says of itself, and that it is known by that."""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from engine import __version__
from engine.photo_io import read_photo, write_photo
from engine.photo_io.record import NAMESPACE, SOURCE_TYPE, RestoredFace, has_record, recorded
from engine.types import Box, Photo, PhotoMetadata

FACES = [
    RestoredFace("sparnet-x8", 0.75, Box(10, 20, 30, 40)),
    RestoredFace("a<b", 1, Box(50, 60, 10, 20), outside_range=True),
]
OLDER = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    b' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    b' Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/print" dc:format="image/png"/>'
    b"</rdf:RDF></x:xmpmeta>"
)
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
SOURCE = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType"
OWN = f"{{{NAMESPACE}}}"


def with_record(metadata: PhotoMetadata) -> PhotoMetadata:
    return recorded(metadata, FACES, width=100, height=200, scale=2)


def texts_of(packet: bytes | None, name: str) -> list[str | None]:
    """What elements of that name hold, for an independent reader."""
    assert packet is not None
    return [found.text for found in ElementTree.fromstring(packet).iter(name)]


@pytest.mark.parametrize("older", [None, OLDER])
def test_the_record_says_what_was_done(older):
    packet = with_record(PhotoMetadata(xmp=older)).xmp
    assert texts_of(packet, SOURCE) == [SOURCE_TYPE]
    assert texts_of(packet, f"{OWN}Program") == ["FSR Desktop"] and texts_of(packet, f"{OWN}Version") == [__version__]
    assert texts_of(packet, f"{OWN}Model") == ["sparnet-x8", "a<b"]
    assert texts_of(packet, f"{OWN}Strength") == ["0.75", "1"]
    assert texts_of(packet, f"{OWN}Box")[0] == "0.10000, 0.10000, 0.30000, 0.20000"
    assert texts_of(packet, f"{OWN}OutsideRange") == ["False", "True"]
    assert texts_of(packet, f"{OWN}Scale") == ["2"]
    if older:
        assert b"digitalsourcetype/print" not in (packet or b"") and b'dc:format="image/png"' in (packet or b"")


def test_a_second_record_takes_the_place_of_the_first():
    once = with_record(PhotoMetadata(xmp=OLDER))
    assert with_record(once) == once


def test_a_record_of_a_former_version_is_known_and_replaced(tmp_path, noise):
    now = with_record(PhotoMetadata(xmp=OLDER))
    former = replace(now, xmp=re.sub(rb"<fsr:OutsideRange>\w+</fsr:OutsideRange>", b"", now.xmp or b""))
    assert former != now and with_record(former) == now
    write_photo(Photo(pixels=noise(3), metadata=former), tmp_path / "former.png")
    assert has_record(tmp_path / "former.png")


def test_without_a_restored_face_nothing_is_said():
    assert recorded(PhotoMetadata(xmp=OLDER), [], width=1, height=1, scale=4) == PhotoMetadata(xmp=OLDER)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tiff"])
@pytest.mark.parametrize("filler", [0, 200_000])
def test_a_result_is_known_by_its_record_in_every_format(tmp_path, noise, suffix, filler):
    long_xmp = OLDER.replace(b"image/png", b"x" * filler) if filler else None
    random = np.random.default_rng(0).integers(0, 256, (500, 600, 3), dtype=np.uint8)  # a file longer than is searched
    photo = Photo(pixels=random, metadata=with_record(PhotoMetadata(xmp=long_xmp)))
    write_photo(photo, tmp_path / f"result{suffix}")
    assert has_record(tmp_path / f"result{suffix}")
    assert texts_of(read_photo(tmp_path / f"result{suffix}").metadata.xmp, SOURCE) == [SOURCE_TYPE]


def test_other_files_have_no_record(tmp_path, noise):
    Image.fromarray(noise(3)).save(tmp_path / "photo.png")
    (tmp_path / "nothing.jpg").touch()
    assert not any(has_record(tmp_path / name) for name in ("photo.png", "nothing.jpg", "missing.jpg", os.curdir))
