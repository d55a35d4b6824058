"""What a file says its picture is of: in EXIF and in XMP, where other programs show it."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.sax.saxutils import escape

from engine.photo_io import exif
from engine.types import PhotoMetadata

_OLD = re.compile(
    r"<dc:description(?:\s[^>]*)?(?:/>|>.*?</dc:description>)|\sdc:description=(?:\"[^\"]*\"|'[^']*')", re.S
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_END = "</rdf:RDF>"
_EMPTY = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    f"{_END}</x:xmpmeta>"
)


def described(metadata: PhotoMetadata, text: str) -> PhotoMetadata:
    """The metadata with `text` as the description, in place of the one that was there; all else stays. An XMP packet
    that is not of the usual form is left as it is."""
    text = _NOT_XML.sub("", text.strip())
    return replace(metadata, exif=exif.with_description(metadata.exif, text), xmp=_described_xmp(metadata.xmp, text))


def _described_xmp(packet: bytes | None, text: str) -> bytes | None:
    try:
        old = packet.decode() if packet else _EMPTY
    except UnicodeDecodeError:
        return packet
    before, end, after = _OLD.sub("", old).rpartition(_END)
    if not end:
        return packet
    said = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'
    own = 'rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    new = f"<rdf:Description {own}><dc:description>{said}</dc:description></rdf:Description>"
    return f"{before}{new}{end}{after}".encode()
