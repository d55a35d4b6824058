"""Faces that another program has marked in a photo, with their names: in XMP, by MWG's and Microsoft's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import unescape

from engine.photo_io import xmp
from engine.types import Box, NamedBox, Photo

_ITEM = re.compile(rb"<rdf:li\b")
_NAME = re.compile(rb"(?:mwg-rs:Name|MPReg:PersonDisplayName)(?:\s*=\s*[\"']|>)([^\"'<]*)")
_KIND = re.compile(rb"mwg-rs:Type(?:\s*=\s*[\"']|>)\s*(\w+)")
_QUOTES = {"&quot;": '"', "&apos;": "'"}


def regions_of(photo: Photo) -> tuple[NamedBox, ...]:
    """The marked faces in px of the photo, which is upright; regions of other things are left out."""
    packet = photo.metadata.xmp or b""
    found = (_region(part, photo.width, photo.height) for part in _parts(packet))
    return tuple(region for region in found if region)


def _parts(packet: bytes) -> Iterator[bytes]:
    """The items of lists that may be regions, each up to the next."""
    for part in _ITEM.split(packet)[1:]:
        if b"mwg-rs:Area" in part or b"MPReg:Rectangle" in part:
            yield part


def _region(part: bytes, width: int, height: int) -> NamedBox | None:
    kind = _KIND.search(part)
    if kind and kind[1] != b"Face":
        return None
    shares = xmp.area_of(part) or xmp.rectangle_of(part)
    if shares is None:
        return None
    left, top, wide, high = shares
    if not (wide > 0 and high > 0 and 0 <= left + wide / 2 <= 1 and 0 <= top + high / 2 <= 1 and max(wide, high) <= 1):
        return None
    name = _NAME.search(part)
    words = unescape(name[1].decode("utf-8", "replace"), _QUOTES).strip() if name else ""
    return NamedBox(Box(left * width, top * height, wide * width, high * height), words)
