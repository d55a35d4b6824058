"""PNG chunk by chunk: whether a file is whole, and what a photo carries beside its pixels."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from engine.messages import message
from engine.photo_io.iptc import png_text
from engine.types import PhotoMetadata

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEADER_END = 33  # bytes: signature and the IHDR chunk
_METRES_PER_INCH = 0.0254
_BAND_BYTES = 4 << 20


def check_png_whole(stream: BinaryIO) -> None:
    """Walks an open PNG file to its last chunk.

    Raises: ValueError if the file ends early or the checksum of a chunk that pixels depend on is wrong.
    """
    stream.seek(len(SIGNATURE))
    name = b""
    while name != b"IEND":
        head = stream.read(8)
        if len(head) < 8:
            raise ValueError(message("the file ends early"))
        length, name = struct.unpack(">I4s", head)
        checksum = _checksum(stream, length, zlib.crc32(name))
        stored = stream.read(4)
        if len(stored) < 4:
            raise ValueError(message("the file ends early"))
        if name in (b"IHDR", b"PLTE", b"IDAT", b"IEND") and struct.unpack(">I", stored)[0] != checksum:
            raise ValueError(message("the checksum of chunk {chunk} is wrong", chunk=name.decode()))


def _checksum(stream: BinaryIO, length: int, checksum: int) -> int:
    while length:
        part = stream.read(min(length, _BAND_BYTES))
        if not part:
            raise ValueError(message("the file ends early"))
        checksum = zlib.crc32(part, checksum)
        length -= len(part)
    return checksum


def chunk_before_pixels(stream: BinaryIO, wanted: bytes) -> bytes | None:
    """What a chunk in front of the pixels of an open PNG file holds; None if it has no such chunk."""
    at = len(SIGNATURE)
    while True:
        stream.seek(at)
        head = stream.read(8)
        if len(head) < 8 or head[4:] == b"IDAT":
            return None
        length, name = struct.unpack(">I4s", head)
        if name == wanted:
            return stream.read(min(length, _BAND_BYTES))
        at += length + 12


def parts_of_pixels(stream: BinaryIO) -> Iterator[bytes]:
    """The compressed pixels of an open PNG file, in parts."""
    at = len(SIGNATURE)
    while True:
        stream.seek(at)
        head = stream.read(8)
        if len(head) < 8 or head[4:] == b"IEND":
            return
        length, name = struct.unpack(">I4s", head)
        left = length if name == b"IDAT" else 0
        while left and (part := stream.read(min(left, _BAND_BYTES))):
            yield part
            left -= len(part)
        at += length + 12


def chunk(name: bytes, data: bytes) -> bytes:
    """One chunk, ready to be written."""
    return struct.pack(">I4s", len(data), name) + data + struct.pack(">I", zlib.crc32(name + data))


def with_metadata(png: bytes, metadata: PhotoMetadata) -> bytes:
    """A whole PNG file that has none yet, with `metadata` in it."""
    return png[:HEADER_END] + metadata_chunks(metadata) + png[HEADER_END:]


def metadata_chunks(metadata: PhotoMetadata) -> bytes:
    """The chunks iCCP, pHYs, iTXt and eXIf that hold `metadata`; they belong right behind IHDR."""
    chunks = b""
    if metadata.icc:
        chunks += chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(metadata.icc))
    if metadata.dpi:
        per_metre = [round(value / _METRES_PER_INCH) for value in metadata.dpi]
        chunks += chunk(b"pHYs", struct.pack(">IIB", *per_metre, 1))
    if metadata.xmp:
        chunks += chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + metadata.xmp)
    if metadata.exif:
        chunks += chunk(b"eXIf", metadata.exif)
    for name, words in metadata.texts:
        chunks += _text_chunk(name, words)
    if metadata.iptc:
        name, words = png_text(metadata.iptc)
        chunks += chunk(b"zTXt", name.encode("latin-1") + b"\0\0" + zlib.compress(words.encode("latin-1")))
    return chunks


def _text_chunk(name: str, words: str) -> bytes:
    """Words under a name of 1 to 79 characters of Latin-1."""
    key = name.encode("latin-1", "replace").replace(b"\0", b"")[:79].strip() or b"Comment"
    try:
        return chunk(b"tEXt", key + b"\0" + words.encode("latin-1"))
    except UnicodeEncodeError:
        return chunk(b"iTXt", key + b"\0\0\0\0\0" + words.encode("utf-8", "replace"))
