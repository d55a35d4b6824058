"""TIFF files: their EXIF taken out, and new ones written around an EXIF block."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import numpy as np

from engine.messages import message
from engine.photo_io import exif
from engine.photo_io.budget import check_pieces, file_reader
from engine.photo_io.exif import BYTE, LONG, SHORT, UNDEFINED, ByteOrder, Entry
from engine.photo_io.tiff_pages import values_of
from engine.photo_io.tiff_tags import copy_directory
from engine.types import PhotoMetadata, Pixels

ICC_PROFILE, XMP_PACKET, STRIP_OFFSETS, IPTC, PHOTOSHOP = 34675, 700, 273, 33723, 34377
# What describes the old file's layout or holds old pictures (Photoshop layers, reduced images).
_LAYOUT = frozenset(
    {*range(254, 267), *range(273, 274), *range(277, 282), 284, *range(288, 294), 301, *range(317, 326), 330}
    | {*range(332, 348), *range(512, 533), ICC_PROFILE, XMP_PACKET, PHOTOSHOP, 37724, 50341}
)
_STRIP_BYTES = 4 << 20
_LARGEST_FILE = 2**32 - 1


def exif_of_tiff(stream: BinaryIO) -> bytes | None:
    """The photo's tags of an open TIFF file as an EXIF block, or None if it has none.

    Raises: ValueError if a directory is cut off.
    """
    read = file_reader(stream)
    order, offset, is_big = exif.read_any_header(read)
    block = bytearray((b"II*\0" if order == "<" else b"MM\0*") + bytes(4))
    place = copy_directory(read, offset, order, block=block, skip=_LAYOUT | {IPTC}, is_big=is_big)
    struct.pack_into(order + "I", block, 4, place)
    return bytes(block) if exif.first_entries(bytes(block)) else None


def info_of_tiff(stream: BinaryIO) -> dict[object, object]:
    """ICC profile, XMP, IPTC and Photoshop's data of an open TIFF file under the names Pillow gives them (the last two:
    as `iptc.iptc_of_info` wants them); empty if it is damaged."""
    read = file_reader(stream)
    try:
        order, offset, is_big = exif.read_any_header(read)
        first = exif.read_directory(read, offset, order, is_big=is_big)
    except ValueError:
        return {}
    found = {
        "icc_profile": first.find(ICC_PROFILE),
        "xmp": first.find(XMP_PACKET),
        "iptc": first.find(IPTC),
        "photoshop": first.find(PHOTOSHOP),
    }
    return {name: entry.data for name, entry in found.items() if entry}


def check_tiff_whole(stream: BinaryIO) -> None:
    """Checks that the first page's strips or tiles are not too many and lie inside an open TIFF file.

    Raises: ValueError if there are too many, or the file ends before they do.
    """
    size = stream.seek(0, 2)
    read = file_reader(stream)
    order, offset, is_big = exif.read_any_header(read)
    first = exif.read_directory(read, offset, order, is_big=is_big)
    for starts, lengths in ((STRIP_OFFSETS, 279), (324, 325)):
        entry = first.find(starts)
        check_pieces(entry.count if entry else 0)
        pairs = zip(values_of(entry, order), values_of(first.find(lengths), order), strict=False)
        if any(start + length > size for start, length in pairs):
            raise ValueError(message("the file ends early"))


def write_tiff(stream: BinaryIO, samples: Pixels, metadata: PhotoMetadata, *, extras: int = 0) -> None:
    """Writes a deflated TIFF file. `samples` `(H, W, C)`: C 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA, and behind these
    `extras` further channels that are neither.

    Raises: ValueError if the file would pass 4 GiB, the limit of TIFF.
    """
    base = metadata.exif if exif.first_entries(metadata.exif) else None
    base = base or b"II*\0\0\0\0\0"
    order: ByteOrder = "<" if base.startswith(b"II") else ">"
    stream.write(base + bytes(len(base) % 2))
    rows = max(1, _STRIP_BYTES // samples[0].nbytes)
    offsets: list[int] = []
    counts: list[int] = []
    for strip in _strips(samples, rows, order):
        offsets.append(stream.tell())
        counts.append(len(strip))
        stream.write(strip + bytes(len(strip) % 2))
        if stream.tell() > _LARGEST_FILE:
            raise ValueError(message("a TIFF file cannot be larger than 4 GiB"))
    new = [*_layout_entries(samples, rows, offsets, counts, order, extras), *_metadata_entries(metadata, order)]
    written = {entry.tag for entry in new}
    old = exif.first_entries(metadata.exif)
    kept = [entry for entry in old if entry.tag not in _LAYOUT | written | {exif.ORIENTATION, IPTC}]
    raw, place = exif.lay_out([*kept, *new], at=stream.tell(), order=order)
    stream.write(raw)
    stream.seek(4)
    stream.write(struct.pack(order + "I", place))


def _strips(samples: Pixels, rows: int, order: ByteOrder) -> Iterator[bytes]:
    """Deflated strips of `rows` rows, each sample less its left neighbour (TIFF predictor 2)."""
    stored = samples.dtype.newbyteorder(order)
    for top in range(0, samples.shape[0], rows):
        strip = samples[top : top + rows].copy()
        strip[:, 1:] -= samples[top : top + rows, :-1]
        yield zlib.compress(strip.astype(stored, copy=False).tobytes(), 6)


def _layout_entries(
    samples: Pixels, rows: int, offsets: list[int], counts: list[int], order: ByteOrder, extras: int
) -> list[Entry]:
    height, width, channels = samples.shape
    bits = 8 * samples.dtype.itemsize
    known = channels - extras
    kinds = [2] * (known in (2, 4)) + [0] * extras  # alpha that is not multiplied in; unspecified
    numbers: list[tuple[int, int, list[int]]] = [
        (256, LONG, [width]),
        (257, LONG, [height]),
        (258, SHORT, [bits] * channels),
        (259, SHORT, [8]),  # deflate
        (262, SHORT, [2 if known >= 3 else 1]),  # RGB or black is zero
        (STRIP_OFFSETS, LONG, offsets),
        (exif.ORIENTATION, SHORT, [1]),
        (277, SHORT, [channels]),
        (278, LONG, [rows]),
        (279, LONG, counts),
        (284, SHORT, [1]),
        (317, SHORT, [2]),
        *([(338, SHORT, kinds)] if kinds else []),
    ]
    return [_numbers(tag, kind, values, order) for tag, kind, values in numbers]


def _numbers(tag: int, kind: int, values: list[int], order: ByteOrder) -> Entry:
    stored = np.dtype(np.uint16 if kind == SHORT else np.uint32).newbyteorder(order)
    return Entry(tag, kind, len(values), np.asarray(values, stored).tobytes())


def _metadata_entries(metadata: PhotoMetadata, order: ByteOrder) -> list[Entry]:
    entries: list[Entry] = []
    if metadata.icc:
        entries.append(Entry(ICC_PROFILE, UNDEFINED, len(metadata.icc), metadata.icc))
    if metadata.xmp:
        entries.append(Entry(XMP_PACKET, BYTE, len(metadata.xmp), metadata.xmp))
    if metadata.iptc:
        entries.append(Entry(IPTC, UNDEFINED, len(metadata.iptc), metadata.iptc))
    if metadata.dpi:
        entries += exif.resolution_entries(metadata.dpi, order)
    return entries
