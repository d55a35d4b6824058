"""Rows that a file announces and does not have: decoders leave them black without a word."""

from __future__ import annotations

import math
import zlib
from typing import BinaryIO

from engine.messages import Message, message
from engine.photo_io import exif
from engine.photo_io.budget import file_reader
from engine.photo_io.exif import ByteOrder, Directory
from engine.photo_io.png_chunks import parts_of_pixels
from engine.photo_io.tiff_pages import values_of
from engine.types import Pixels

_UNPACKED_AT_ONCE = 1 << 20
_PALETTE = 3  # PNG's colour type
_NEARLY_ALL = 0.99  # of a picture; what is left of it is no photo
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by PNG's colour type
# Adam7: (first column, first row, step of columns, step of rows). Source: PNG specification, 8.1.
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_WIDTH, _HEIGHT, _CHANNEL_COUNT, _PLANAR = 256, 257, 277, 284
_STRIPS, _ROWS_PER_STRIP, _TILE_WIDTH, _TILE_HEIGHT, _TILES = 273, 278, 322, 323, 324
_TAGS = frozenset(
    {_WIDTH, _HEIGHT, _CHANNEL_COUNT, _PLANAR, _STRIPS, _ROWS_PER_STRIP, _TILE_WIDTH, _TILE_HEIGHT, _TILES}
)


def note_of_png(stream: BinaryIO, samples: Pixels, head: bytes) -> tuple[Message, ...]:
    """A note if an open PNG file ends before its last row. `samples` `(H, W, C)` as decoded; `head` its first bytes.

    The file is unpacked once more only where its last row is as the decoder's filling is: zeros, which are black, or
    the first colour of a palette. Raises: ValueError if nearly all is missing.
    """
    last = samples[-1]
    is_filling = (last == last[0]).all() if head[25] == _PALETTE else not last.any()
    if head[28] == 0 and not is_filling:
        return ()
    wanted = _png_bytes(head, width=samples.shape[1], height=samples.shape[0])
    return _note(1 - _unpacked_bytes(stream, wanted) / wanted)


def _png_bytes(head: bytes, *, width: int, height: int) -> int:
    """How many bytes the unpacked rows have, each with its filter's number."""
    bits = head[24] * _CHANNELS.get(head[25], 1)
    if head[28] == 0:
        return height * (1 + math.ceil(width * bits / 8))
    sizes = [(-(-(width - left) // across), -(-(height - top) // down)) for left, top, across, down in _PASSES]
    return sum(rows * (1 + math.ceil(columns * bits / 8)) for columns, rows in sizes if columns > 0 and rows > 0)


def _unpacked_bytes(stream: BinaryIO, wanted: int) -> int:
    """How many bytes the pixels unpack to; counting ends at `wanted`."""
    unpack, found = zlib.decompressobj(), 0
    for part in parts_of_pixels(stream):
        while part and found < wanted:
            found += len(unpack.decompress(part, _UNPACKED_AT_ONCE))
            part = unpack.unconsumed_tail
        if found >= wanted or unpack.eof:
            break
    return min(found, wanted)


def note_of_tiff(stream: BinaryIO) -> tuple[Message, ...]:
    """A note if the first page of an open TIFF file has fewer strips or tiles than its size asks for.

    Raises: ValueError if nearly all is missing.
    """
    read = file_reader(stream)
    order, offset, is_big = exif.read_any_header(read)
    first = exif.read_directory(read, offset, order, is_big=is_big, only=_TAGS)

    wanted = _pieces_wanted(first, order)
    pieces = values_of(first.find(_TILES) or first.find(_STRIPS), order)
    return _note(1 - min(len(pieces), wanted) / max(1, wanted))


def _pieces_wanted(page: Directory, order: ByteOrder) -> int:
    """How many strips or tiles a whole picture of this size has, over all planes."""

    def number(tag: int, default: int) -> int:
        return next(iter(values_of(page.find(tag), order)), default) or default

    width, height = number(_WIDTH, 0), number(_HEIGHT, 0)
    planes = number(_CHANNEL_COUNT, 1) if number(_PLANAR, 1) == 2 else 1
    is_tiled = page.find(_TILES) is not None
    across = -(-width // max(1, number(_TILE_WIDTH, width))) if is_tiled else 1
    high = number(_TILE_HEIGHT if is_tiled else _ROWS_PER_STRIP, height)
    return across * -(-height // max(1, high)) * planes


def _note(missing: float) -> tuple[Message, ...]:
    if missing <= 0:
        return ()
    if missing > _NEARLY_ALL:
        raise ValueError(message("the file ends early"))
    percent = max(1, round(100 * missing))
    return (message("{percent} % of the picture is missing in the file and is black", percent=percent),)
