"""EXIF blocks: TIFF structures read, changed in place and extended without moving what they hold.

Maker notes often point into the block by absolute offset, so a block is not serialised anew: a number is
overwritten where it stands, and new entries go into a new first directory behind the old bytes. Only the tags
of a TIFF photo, whose file is mostly pixels, are copied together.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from engine.messages import message
from engine.photo_io.budget import Reader, block_reader

ByteOrder = Literal["<", ">"]

SHORT, LONG, RATIONAL, BYTE, UNDEFINED, ASCII = 3, 4, 5, 1, 7, 2
IMAGE_DESCRIPTION = 270
X_RESOLUTION, Y_RESOLUTION, RESOLUTION_UNIT = 282, 283, 296
ORIENTATION, EXIF_DIRECTORY, GPS_DIRECTORY, INTEROP_DIRECTORY = 274, 34665, 34853, 40965
SUBDIRECTORIES = frozenset({EXIF_DIRECTORY, GPS_DIRECTORY, INTEROP_DIRECTORY})
_THUMBNAIL_OFFSET, _THUMBNAIL_LENGTH = 513, 514
PIXEL_WIDTH, PIXEL_HEIGHT, IMAGE_WIDTH, IMAGE_HEIGHT = 40962, 40963, 256, 257
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_BIG_SIZES = _SIZES | {16: 8, 17: 8, 18: 8}  # LONG8, SLONG8, IFD8
_LARGEST_VALUE = 16 << 20  # bytes; a longer value is no tag but a lie or image data
_MOST_ENTRIES = 65_535  # of a directory
_NO_TAGS = b"II*\0\0\0\0\0"  # the head of a block without a directory


@dataclass(frozen=True)
class Entry:
    """One entry of a directory: `data` its raw value in the block's byte order, `position` its own place."""

    tag: int
    kind: int
    count: int
    data: bytes
    position: int = -1


@dataclass(frozen=True)
class Directory:
    """The entries of one directory and the offset of the next (0: none), itself stored at `next_position`."""

    entries: tuple[Entry, ...]
    next_offset: int
    next_position: int

    def find(self, tag: int) -> Entry | None:
        """The first entry with this tag."""
        return next((entry for entry in self.entries if entry.tag == tag), None)


def read_header(read: Reader) -> tuple[ByteOrder, int]:
    """Byte order and offset of the first directory. Raises: ValueError if this is no TIFF structure."""
    head = read(0, 8)
    order: ByteOrder = "<" if head.startswith(b"II") else ">"
    if len(head) < 8 or head[:4] not in (b"II*\0", b"MM\0*"):
        raise ValueError(message("no TIFF structure"))
    return order, struct.unpack(order + "I", head[4:])[0]


def read_any_header(read: Reader) -> tuple[ByteOrder, int, bool]:
    """As `read_header`, and whether this is a BigTIFF, whose numbers are longer."""
    head = read(0, 16)
    if head[:4] not in (b"II+\0", b"MM\0+"):
        return *read_header(read), False
    order: ByteOrder = "<" if head.startswith(b"II") else ">"
    if len(head) < 16:
        raise ValueError(message("no TIFF structure"))
    return order, struct.unpack(order + "Q", head[8:])[0], True


def read_directory(
    read: Reader, offset: int, order: ByteOrder, *, is_big: bool = False, only: frozenset[int] | None = None
) -> Directory:
    """The directory at `offset`; entries of unknown kind or with a value outside the data are left out, and so are
    those that are too long, alone or with all that `read` gave before. Numbers of 64 bit (`is_big`: BigTIFF) come as
    LONG. Args: only: the tags that are wanted, all by default.

    Raises: ValueError if the directory itself is cut off, or `read` has given more than its budget.
    """
    counter_code, width = ("Q", 20) if is_big else ("H", 12)
    head = struct.calcsize(order + counter_code)
    counter = read(offset, head)
    if offset < 8 or len(counter) < head:
        raise ValueError(message("no directory at this offset"))
    count = struct.unpack(order + counter_code, counter)[0]
    raw = read(offset + head, width * count) if count <= _MOST_ENTRIES else b""
    if len(raw) < width * count or count > _MOST_ENTRIES:
        raise ValueError(message("directory cut off"))
    read.take_directory(count)
    found: list[Entry] = []
    read_one = _read_big_entry if is_big else _read_entry
    for at in range(0, width * count, width):
        if only is not None and struct.unpack_from(order + "H", raw, at)[0] not in only:
            continue
        entry = read_one(read, raw, order, at=at, position=offset + head + at)
        found += [entry] if entry else []
    after = offset + head + width * count
    code = "Q" if is_big else "I"
    following = read(after, struct.calcsize(order + code))
    is_there = len(following) == struct.calcsize(order + code)
    return Directory(tuple(found), struct.unpack(order + code, following)[0] if is_there else 0, after)


def _read_entry(read: Reader, raw: bytes, order: ByteOrder, *, at: int, position: int) -> Entry | None:
    tag, kind, count = struct.unpack_from(order + "HHI", raw, at)
    size = _SIZES.get(kind, 0) * count
    if 0 < size <= 4:
        return Entry(tag, kind, count, raw[at + 8 : at + 8 + size], position)
    data = _value(read, struct.unpack_from(order + "I", raw, at + 8)[0], size)
    return None if data is None else Entry(tag, kind, count, data, position)


def _value(read: Reader, offset: int, size: int) -> bytes | None:
    """A value that lies elsewhere; None for one that is not whole, or more than may be read."""
    if not 0 < size <= _LARGEST_VALUE or not read.take_value(size):
        return None
    data = read(offset, size)
    return data if len(data) == size else None


def _read_big_entry(read: Reader, raw: bytes, order: ByteOrder, *, at: int, position: int) -> Entry | None:
    tag, kind, count = struct.unpack_from(order + "HHQ", raw, at)
    size = _BIG_SIZES.get(kind, 0) * count
    is_inside = 0 < size <= 8
    data = (
        raw[at + 12 : at + 12 + size]
        if is_inside
        else _value(read, struct.unpack_from(order + "Q", raw, at + 12)[0], size)
    )
    if data is None:
        return None
    if kind not in (16, 18):
        return None if kind == 17 else Entry(tag, kind, count, data, position)
    values = struct.unpack(f"{order}{count}Q", data)
    if max(values) > 0xFFFFFFFF:
        return None
    return Entry(tag, LONG, count, struct.pack(f"{order}{count}I", *values), position)


def number_of(entry: Entry | None, order: ByteOrder) -> int | None:
    """The value of an entry that is one SHORT or LONG; None for any other."""
    if entry is None or entry.count != 1 or entry.kind not in (SHORT, LONG):
        return None
    return int(struct.unpack(order + ("H" if entry.kind == SHORT else "I"), entry.data)[0])


def upright(exif: bytes) -> tuple[bytes, int]:
    """The block with orientation 1 and without its thumbnail, and the orientation (1..8) it had.

    Raises: ValueError if the block is no TIFF structure with a first directory.
    """
    block = bytearray(exif)
    read = block_reader(block)
    order, offset = read_header(read)
    first = read_directory(read, offset, order)
    turned = first.find(ORIENTATION)
    orientation = number_of(turned, order) or 1
    if turned is not None and number_of(turned, order) is not None:
        struct.pack_into(order + ("H" if turned.kind == SHORT else "I"), block, turned.position + 8, 1)
    _drop_thumbnail(block, first, order)
    return bytes(block), orientation if 1 <= orientation <= 8 else 1


def _drop_thumbnail(block: bytearray, first: Directory, order: ByteOrder) -> None:
    """Unlinks the second directory and cuts its picture off, or blanks it where other data follow."""
    if not first.next_offset or len(block) < first.next_position + 4:
        return
    struct.pack_into("4x", block, first.next_position)
    try:
        second = read_directory(block_reader(block), first.next_offset, order)
    except ValueError:
        return
    start = number_of(second.find(_THUMBNAIL_OFFSET), order)
    length = number_of(second.find(_THUMBNAIL_LENGTH), order)
    if start is None or length is None or bytes(block[start : start + 2]) != b"\xff\xd8":
        return
    if start + length >= len(block) - 2:
        del block[start:]
    else:
        block[start : start + length] = bytes(length)


def resolution(exif: bytes) -> tuple[float, float] | None:
    """Horizontal and vertical dots per inch that the block states, or None."""
    read = block_reader(exif)
    try:
        order, offset = read_header(read)
        first = read_directory(read, offset, order)
    except ValueError:
        return None
    unit = number_of(first.find(RESOLUTION_UNIT), order) or 2
    horizontal = _ratio(first.find(X_RESOLUTION), order)
    vertical = _ratio(first.find(Y_RESOLUTION), order)
    if horizontal is None or vertical is None or unit not in (2, 3):
        return None
    per_inch = 1.0 if unit == 2 else 2.54
    return horizontal * per_inch, vertical * per_inch


def _ratio(entry: Entry | None, order: ByteOrder) -> float | None:
    if entry is None or entry.kind != RATIONAL or entry.count != 1:
        return None
    above, below = struct.unpack(order + "II", entry.data)
    return above / below if below else None


def resolution_entries(dpi: tuple[float, float], order: ByteOrder) -> list[Entry]:
    """The three entries that state `dpi`."""
    ratios = [Fraction(value).limit_denominator(10_000) for value in dpi]
    values = [struct.pack(order + "II", ratio.numerator, ratio.denominator) for ratio in ratios]
    return [
        Entry(X_RESOLUTION, RATIONAL, 1, values[0]),
        Entry(Y_RESOLUTION, RATIONAL, 1, values[1]),
        Entry(RESOLUTION_UNIT, SHORT, 1, struct.pack(order + "H", 2)),
    ]


def with_resolution(exif: bytes | None, dpi: tuple[float, float]) -> bytes:
    """The block, or a new one, stating `dpi`; all old bytes stay where they are."""
    return _with_entries(exif, lambda order: resolution_entries(dpi, order))


def with_description(exif: bytes | None, text: str) -> bytes:
    """The block, or a new one, with `text` as the image's description, in UTF-8; all old bytes stay where they are."""
    data = text.encode() + b"\0"
    return _with_entries(exif, lambda _order: [Entry(IMAGE_DESCRIPTION, ASCII, len(data), data)])


def _with_entries(exif: bytes | None, entries: Callable[[ByteOrder], list[Entry]]) -> bytes:
    block = bytearray(exif or _NO_TAGS)
    try:
        order, _offset = read_header(block_reader(block))
    except ValueError:  # nothing could be found in it
        block, order = bytearray(_NO_TAGS), "<"
    block.extend(bytes(len(block) % 2))
    new = entries(order)
    old = first_entries(exif)
    kept = [entry for entry in old if entry.tag not in {one.tag for one in new}]
    raw, offset = lay_out([*kept, *new], at=len(block), order=order)
    struct.pack_into(order + "I", block, 4, offset)
    return bytes(block) + raw


def first_entries(exif: bytes | None) -> tuple[Entry, ...]:
    """The entries of the first directory; none for a missing or damaged block."""
    if not exif:
        return ()
    read = block_reader(exif)
    try:
        order, offset = read_header(read)
        return read_directory(read, offset, order).entries
    except ValueError:
        return ()


def lay_out(entries: list[Entry], *, at: int, order: ByteOrder) -> tuple[bytes, int]:
    """The bytes of a directory to be stored at the even offset `at`, long values first; and its offset."""
    values = bytearray()
    table = bytearray(struct.pack(order + "H", len(entries)))
    for entry in sorted(entries, key=lambda one: one.tag):
        table += struct.pack(order + "HHI", entry.tag, entry.kind, entry.count)
        if len(entry.data) <= 4:
            table += entry.data.ljust(4, b"\0")
            continue
        table += struct.pack(order + "I", at + len(values))
        values += entry.data + bytes(len(entry.data) % 2)
    return bytes(values + table + bytes(4)), at + len(values)


def with_size(exif: bytes, width: int, height: int) -> bytes:
    """The block whose statements of the picture's size, where it has any, say `width` and `height`; nothing moves."""
    block = bytearray(exif)
    read = block_reader(exif)
    try:
        order, offset = read_header(read)
        first = read_directory(read, offset, order)
        inner = number_of(first.find(EXIF_DIRECTORY), order)
        entries = [*first.entries, *(read_directory(read, inner, order).entries if inner else ())]
    except ValueError:
        return exif
    sizes = {PIXEL_WIDTH: width, IMAGE_WIDTH: width, PIXEL_HEIGHT: height, IMAGE_HEIGHT: height}
    for entry in entries:
        if entry.tag in sizes and entry.count == 1 and entry.kind in (SHORT, LONG):
            struct.pack_into(order + "HHII", block, entry.position, entry.tag, LONG, 1, sizes[entry.tag])
    return bytes(block)
