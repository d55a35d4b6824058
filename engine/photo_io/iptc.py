"""IPTC-IIM records (captions, keywords, names of agencies) and the wrapping that Photoshop gave them."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

_RECORDS = 0x0404  # the resource that holds them
_SIGNATURE = b"8BIM"
_MARK = b"\x1c"  # of every record
_RAW_TEXT = "Raw profile type iptc"  # ImageMagick's place for them in PNG
_JPEG_HEAD = b"Photoshop 3.0\0"
_RAW_LINE = 36  # bytes in a line of hexadecimal digits


def iptc_of_info(info: Mapping[object, object]) -> bytes | None:
    """The records in what a file carries: `info["iptc"]`, or within Photoshop's resources (TIFF: bytes, JPEG: by their
    numbers), or in PNG's text; None if there are none."""
    own, wrapped, text = info.get("iptc"), info.get("photoshop"), info.get(_RAW_TEXT)
    if isinstance(own, bytes):
        return _records(own)
    if isinstance(wrapped, bytes):
        return _records(dict(_resources(wrapped)).get(_RECORDS, b""))
    if isinstance(wrapped, dict):
        found = wrapped.get(_RECORDS)
        return _records(found) if isinstance(found, bytes) else None
    return _of_text(text) if isinstance(text, str) else None


def _records(data: bytes) -> bytes | None:
    """Records without the zeros that TIFF pads them with; None for anything else."""
    return data.rstrip(b"\0") + bytes(_zeros_of_last(data)) if data.startswith(_MARK) else None


def _zeros_of_last(data: bytes) -> int:
    """How many zeros at the end belong to the last record."""
    at, end = 0, 0
    while data[at : at + 1] == _MARK and at + 5 <= len(data):
        size = struct.unpack_from(">H", data, at + 3)[0]
        if size & 0x8000 or at + 5 + size > len(data):
            return 0
        at += 5 + size
        end = at
    return max(0, end - len(data.rstrip(b"\0")))


def _resources(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Photoshop's resources: their numbers and contents."""
    at = 0
    while data[at : at + 4] == _SIGNATURE and at + 12 <= len(data):
        number = struct.unpack_from(">H", data, at + 4)[0]
        named = 1 + data[at + 6]
        at += 6 + named + named % 2
        if at + 4 > len(data):
            return
        size = struct.unpack_from(">I", data, at)[0]
        yield number, data[at + 4 : at + 4 + size]
        at += 4 + size + size % 2


def _of_text(text: str) -> bytes | None:
    try:
        data = bytes.fromhex("".join(text.split("\n")[3:]))
    except ValueError:
        return None
    return _records(data) or _records(dict(_resources(data)).get(_RECORDS, b""))


def wrapped(records: bytes) -> bytes:
    """The records as Photoshop's resource."""
    head = _SIGNATURE + struct.pack(">H", _RECORDS) + bytes(2) + struct.pack(">I", len(records))
    return head + records + bytes(len(records) % 2)


def jpeg_segment_data(records: bytes) -> bytes:
    """What JPEG's segment APP13 holds."""
    return _JPEG_HEAD + wrapped(records)


def png_text(records: bytes) -> tuple[str, str]:
    """Name and words of the PNG text that holds the records, as other programs look for it."""
    data = wrapped(records)
    lines = [data[at : at + _RAW_LINE].hex() for at in range(0, len(data), _RAW_LINE)]
    return _RAW_TEXT, "\n".join(["", "iptc", f"{len(data):8d}", *lines, ""])
