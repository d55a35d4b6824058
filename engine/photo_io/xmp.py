"""XMP packets changed where they state what turning or enlarging changes, and put together from their parts.

Packets are changed as text: what other programs wrote into them stays as it is.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Callable, Sequence

JPEG_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED_HEAD = b"http://ns.adobe.com/xmp/extension/\0"
_EXTENDED_PART = 65_000  # bytes in one JPEG segment
_MOST_EXTENDED = 64 << 20
_LONGEST_IN_JPEG = 65_502
_END = b"</rdf:RDF>"
_EMPTY = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b"</rdf:RDF></x:xmpmeta>"
)
_HAS_EXTENDED = re.compile(
    rb"<xmpNote:HasExtendedXMP>([0-9A-Fa-f]{32})</xmpNote:HasExtendedXMP>"
    rb"|xmpNote:HasExtendedXMP\s*=\s*[\"']([0-9A-Fa-f]{32})[\"']"
)
_NAMESPACE = re.compile(rb"\sxmlns:([\w.-]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_ORIENTATION = re.compile(rb"(tiff:Orientation(?:\s*=\s*[\"']|>)\s*)[0-9]")
_APPLIED = re.compile(
    rb"<mwg-rs:AppliedToDimensions\b[^>]*/>|<mwg-rs:AppliedToDimensions\b.{,4096}?</mwg-rs:AppliedToDimensions>", re.S
)
_AREA = re.compile(rb"<mwg-rs:Area\b[^>]*/>|<mwg-rs:Area\b.{,4096}?</mwg-rs:Area>", re.S)
_RECTANGLE = re.compile(rb"(MPReg:Rectangle(?:\s*=\s*[\"']|>)\s*)([0-9.eE+-]+(?:\s*,\s*[0-9.eE+-]+){3})")
_SIZES = ((b"tiff:ImageWidth", 0), (b"tiff:ImageLength", 1), (b"exif:PixelXDimension", 0), (b"exif:PixelYDimension", 1))
# The centre (x, y) of a stored picture of side 1 as it lies in the upright one, by EXIF orientation.
_TURNS: dict[int, Callable[[float, float], tuple[float, float]]] = {
    2: lambda x, y: (1 - x, y),
    3: lambda x, y: (1 - x, 1 - y),
    4: lambda x, y: (x, 1 - y),
    5: lambda x, y: (y, x),
    6: lambda x, y: (1 - y, x),
    7: lambda x, y: (1 - y, 1 - x),
    8: lambda x, y: (y, 1 - x),
}


def upright(packet: bytes, orientation: int, stored: tuple[int, int] | None = None) -> bytes:
    """The packet of a photo that was turned upright: orientation 1, and the face regions where the faces are now.

    Args: stored: width and height before; regions that state the upright photo's size are taken to be upright already.
    """
    packet = _ORIENTATION.sub(rb"\g<1>1", packet)
    turn = _TURNS.get(orientation)
    if turn is None or _are_upright_already(packet, orientation, stored):
        return packet
    packet = _AREA.sub(lambda found: _turned_area(found[0], turn, is_across=orientation >= 5), packet)
    return _RECTANGLE.sub(lambda found: found[1] + _turned_rectangle(found[2], turn, orientation >= 5), packet)


def _are_upright_already(packet: bytes, orientation: int, stored: tuple[int, int] | None) -> bool:
    applied = _APPLIED.search(packet)
    if applied is None or stored is None or orientation < 5 or stored[0] == stored[1]:
        return False
    return (value_of(applied[0], b"stDim:w"), value_of(applied[0], b"stDim:h")) == (stored[1], stored[0])


def _turned_area(area: bytes, turn: Callable[[float, float], tuple[float, float]], *, is_across: bool) -> bytes:
    x, y, width, height = (value_of(area, b"stArea:" + name) for name in (b"x", b"y", b"w", b"h"))
    if x is None or y is None:
        return area
    x, y = turn(x, y)
    area = with_value(with_value(area, b"stArea:x", x), b"stArea:y", y)
    if is_across and width is not None and height is not None:
        area = with_value(with_value(area, b"stArea:w", height), b"stArea:h", width)
    return area


def _turned_rectangle(numbers: bytes, turn: Callable[[float, float], tuple[float, float]], is_across: bool) -> bytes:
    """Microsoft's regions: left, top, width, height."""
    try:
        left, top, width, height = (float(number) for number in numbers.split(b","))
    except ValueError:
        return numbers
    x, y = turn(left + width / 2, top + height / 2)
    if is_across:
        width, height = height, width
    return ", ".join(f"{value:.6g}" for value in (x - width / 2, y - height / 2, width, height)).encode()


def area_of(part: bytes) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of MWG's region in it, as shares of the picture."""
    found = _AREA.search(part)
    if found is None or b"pixel" in found[0]:
        return None
    x, y, width, height = (value_of(found[0], b"stArea:" + name) for name in (b"x", b"y", b"w", b"h"))
    if x is None or y is None or width is None or height is None:
        return None
    return x - width / 2, y - height / 2, width, height


def rectangle_of(part: bytes) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of Microsoft's region in it, as shares of the picture."""
    found = _RECTANGLE.search(part)
    try:
        numbers = [float(number) for number in found[2].split(b",")] if found else []
    except ValueError:
        return None
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else None


def with_size(packet: bytes, width: int, height: int) -> bytes:
    """The packet whose statements of the picture's size, where it has any, say `width` and `height`."""
    sides = (width, height)
    for name, side in _SIZES:
        packet = with_value(packet, name, sides[side])

    def resized(found: re.Match[bytes]) -> bytes:
        return with_value(with_value(found[0], b"stDim:w", width), b"stDim:h", height)

    return _APPLIED.sub(resized, packet)


def with_description(packet: bytes | None, description: bytes) -> bytes:
    """The packet, or a new one, with one more rdf:Description at its front; one of an unusual form stays as it is."""
    before, begin, rest = (packet or _EMPTY).partition(b"<rdf:RDF")
    tag, close, inside = rest.partition(b">")
    if not (begin and close) or tag.endswith(b"/"):
        return packet or _EMPTY
    return before + begin + tag + close + description + inside


def value_of(part: bytes, name: bytes) -> float | None:
    """The number of a property, written as an attribute or as an element."""
    found = _property(name).search(part)
    try:
        return float(found[2]) if found else None
    except ValueError:
        return None


def with_value(part: bytes, name: bytes, value: float) -> bytes:
    """The text with another number for a property, wherever it stands; nothing is added."""
    written = f"{value:.10g}".encode()
    return _property(name).sub(lambda found: found[1] + written, part)


def _property(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(\b" + re.escape(name) + rb"(?:\s*=\s*[\"']|>)\s*)([0-9.eE+-]+)")


def with_extension(packet: bytes, segments: Sequence[tuple[str, bytes]]) -> tuple[bytes, bool]:
    """A JPEG file's packet with the rest that did not fit into one segment, and whether all of that was there.

    Args: segments: names and contents of the file's segments. Source: XMP Specification Part 3, section 1.1.3.1.
    """
    said = _HAS_EXTENDED.search(packet)
    if said is None:
        return packet, True
    extended = _joined([data for _, data in segments], (said[1] or said[2]).upper())
    body = _body_of(extended)
    start, end, after = packet.rpartition(_END)
    if body is None or not end:
        return packet, False
    declared, inside = body
    start = _HAS_EXTENDED.sub(b"", start)
    there = {name for name, _ in _NAMESPACE.findall(start)}
    new = b"".join(b" xmlns:" + name + b"=" + value for name, value in declared if name not in there)
    start = start.replace(b"<rdf:RDF", b"<rdf:RDF" + new, 1)
    return start + inside + end + after, True


def _joined(segments: Sequence[bytes], guid: bytes) -> bytes:
    """The extended packet; empty if a part of it is missing."""
    head = len(_EXTENDED_HEAD) + 40
    parts: dict[int, bytes] = {}
    total = 0
    for data in segments:
        if len(data) > head and data.startswith(_EXTENDED_HEAD + guid):
            total, offset = struct.unpack_from(">II", data, head - 8)
            parts[offset] = data[head:]
    joined = b"".join(parts[offset] for offset in sorted(parts))
    return joined if len(joined) == total <= _MOST_EXTENDED else b""


def _body_of(packet: bytes) -> tuple[list[tuple[bytes, bytes]], bytes] | None:
    """The names it declares outside, and what stands inside rdf:RDF."""
    before, begin, rest = packet.partition(b"<rdf:RDF")
    tag, close, inside = rest.partition(b">")
    inside, end, _ = inside.rpartition(_END)
    if not (begin and close and end) or b"<!DOCTYPE" in packet:
        return None
    return _NAMESPACE.findall(before + tag), inside


def jpeg_segments(packet: bytes) -> tuple[bytes, list[bytes]]:
    """How JPEG holds a packet of any length: the packet for its own segment, and the contents of further segments."""
    if len(packet) <= _LONGEST_IN_JPEG:
        return packet, []
    guid = hashlib.md5(packet, usedforsecurity=False).hexdigest().upper().encode()
    main = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmpNote:HasExtendedXMP="'
        + guid
        + b'"/></rdf:RDF></x:xmpmeta>'
    )
    further = [
        _EXTENDED_HEAD + guid + struct.pack(">II", len(packet), at) + packet[at : at + _EXTENDED_PART]
        for at in range(0, len(packet), _EXTENDED_PART)
    ]
    return main, further
