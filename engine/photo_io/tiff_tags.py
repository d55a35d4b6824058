"""The tags of a TIFF photo, whose file is mostly pixels, copied together into a block of their own."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from engine.messages import message
from engine.photo_io import exif
from engine.photo_io.budget import MOST_VALUE_BYTES, Reader
from engine.photo_io.exif import LONG, ByteOrder, Entry


@dataclass
class Budget:
    """What copying directories may still take: a file can point at the same bytes again and again."""

    bytes_left: int = MOST_VALUE_BYTES
    seen: set[int] = field(default_factory=set[int])


def copy_directory(
    read: Reader,
    offset: int,
    order: ByteOrder,
    *,
    block: bytearray,
    skip: frozenset[int],
    is_big: bool = False,
    budget: Budget | None = None,
) -> int:
    """Appends the directory at `offset`, less the tags in `skip`, and its subdirectories to `block`.

    No directory is copied twice. Returns: the copy's offset in `block`. Raises: ValueError if a directory is cut off,
    was copied before, or all that is copied would be too long.
    """
    budget = budget or Budget()
    if offset in budget.seen:
        raise ValueError(message("directories in a circle"))
    budget.seen.add(offset)
    copied: list[Entry] = []
    for entry in exif.read_directory(read, offset, order, is_big=is_big).entries:
        budget.bytes_left -= 12 + len(entry.data)
        if budget.bytes_left < 0:
            raise ValueError(message("the tags are too long"))
        if entry.tag in exif.SUBDIRECTORIES:
            inner = exif.number_of(entry, order) or 0
            try:
                place = copy_directory(read, inner, order, block=block, skip=frozenset(), is_big=is_big, budget=budget)
            except ValueError:  # a pointer into nothing costs what it pointed at, not the rest
                continue
            copied.append(Entry(entry.tag, LONG, 1, struct.pack(order + "I", place)))
        elif entry.tag not in skip:
            copied.append(entry)
    raw, place = exif.lay_out(copied, at=len(block), order=order)
    block += raw
    return place
