"""The pixels of a PNG file, packed in bands on several processors.

Filter "up" and zlib's level 3 were chosen by measurement (packaging/docs/results-history.md, "Speed of part 7"): a
quarter of the time of Pillow's level 6 with a filter for each row, and photos of 0.93 to 1.12 times the size.
"""

from __future__ import annotations

import struct
import zlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from engine.devices import thread_count
from engine.photo_io.png_chunks import SIGNATURE, chunk
from engine.types import Pixels

LEVEL = 3
WORTH_NO_SEARCH = 1.05  # times the size; the search takes two thirds of the time
_SAMPLE_BYTES = 1 << 16
_BAND_BYTES = 4 << 20
_COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}  # by channels: grey, grey + alpha, RGB, RGBA
_UP = 2  # the filter that takes off the byte above
_ZLIB_HEADER = b"\x78\x5e"
_EMPTY_LAST_BLOCK = b"\x03\x00"


def encode_pixels(samples: Pixels) -> Iterator[bytes]:
    """A PNG file in parts, the first one `HEADER_END` bytes. `samples` `(H, W, C)`: C 1 grey ... 4 RGBA, 8 or 16 bit.

    The bands are packed beside each other and end on whole bytes, so that one zlib stream is made of them. Their
    number depends on the picture alone: the same picture gives the same file everywhere.
    """
    height, width, channels = samples.shape
    header = struct.pack(">IIBBBBB", width, height, 8 * samples.itemsize, _COLOUR_TYPES[channels], 0, 0, 0)
    yield SIGNATURE + chunk(b"IHDR", header)
    checksum = 1
    yield chunk(b"IDAT", _ZLIB_HEADER)
    for filtered, packed in _bands(samples):
        checksum = zlib.adler32(filtered.data, checksum)
        yield chunk(b"IDAT", packed)
    yield chunk(b"IDAT", _EMPTY_LAST_BLOCK + struct.pack(">I", checksum))
    yield chunk(b"IEND", b"")


def _bands(samples: Pixels) -> Iterator[tuple[NDArray[np.uint8], bytes]]:
    """Each band filtered and packed, in order; no more at once than there are processors."""
    rows = max(1, _BAND_BYTES // max(1, samples[:1].nbytes))
    tops = range(0, len(samples), rows)
    threads = min(thread_count(), len(tops))
    waiting: deque[Future[tuple[NDArray[np.uint8], bytes]]] = deque()
    with ThreadPoolExecutor(max(1, threads), "png") as pool:
        for top in tops:
            waiting.append(pool.submit(_packed, samples, top, rows))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _packed(samples: Pixels, top: int, rows: int) -> tuple[NDArray[np.uint8], bytes]:
    filtered = _filtered(samples, top, rows)
    return filtered, _deflated(filtered, _strategy(filtered))


def _strategy(filtered: NDArray[np.uint8]) -> int:
    """Without a search for repetitions where a sample of the band has none: in the low bytes of 16 bit, mostly."""
    row_bytes = filtered.shape[1]
    middle = len(filtered) // 2
    sample = filtered[middle : middle + max(1, _SAMPLE_BYTES // row_bytes)]
    plain, searched = (len(_deflated(sample, way)) for way in (zlib.Z_HUFFMAN_ONLY, zlib.Z_DEFAULT_STRATEGY))
    return zlib.Z_HUFFMAN_ONLY if plain <= WORTH_NO_SEARCH * searched else zlib.Z_DEFAULT_STRATEGY


def _deflated(filtered: NDArray[np.uint8], strategy: int) -> bytes:
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, strategy)
    return deflate.compress(filtered.data) + deflate.flush(zlib.Z_FULL_FLUSH)


def _filtered(samples: Pixels, top: int, rows: int) -> NDArray[np.uint8]:
    """Rows `top` to `top + rows` with the byte above taken off, behind the filter's number."""
    start = max(top - 1, 0)
    big_endian = np.ascontiguousarray(samples[start : top + rows], dtype=samples.dtype.newbyteorder(">"))
    lines = big_endian.view(np.uint8).reshape(len(big_endian), -1)
    filtered = np.empty((len(lines) - (top > 0), lines.shape[1] + 1), np.uint8)
    filtered[:, 0] = _UP
    if top > 0:
        np.subtract(lines[1:], lines[:-1], out=filtered[:, 1:])
    else:
        filtered[0, 1:] = lines[0]
        np.subtract(lines[1:], lines[:-1], out=filtered[1:, 1:])
    return filtered
