"""TIFF samples of every layout that Pillow has no mode for, decompressed by the library that Pillow brings along.

A page is handed to Pillow as if it were grey of 8 bit, as wide as a row has bytes and without a predictor: what comes
back are the bytes as they were before compression. So planes, 32 bit, further channels and other colour spaces need no
decoder of their own.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.messages import message
from engine.photo_io import exif
from engine.photo_io.exif import LONG, SHORT, Entry
from engine.photo_io.samples import samples_of

MOST_CHANNELS = 16
_LOSSLESS = frozenset({1, 5, 8, 32773, 32946, 34925, 50000})  # none, LZW, deflate, PackBits, LZMA, Zstandard
_NAMES = {
    5: "LZW", 6: "JPEG", 7: "JPEG", 8: "deflate", 32773: "PackBits", 32946: "deflate", 34712: "JPEG 2000",
    34887: "LERC", 34925: "LZMA", 34934: "PNG", 50000: "Zstandard", 50001: "WebP", 50002: "JPEG XL",
}  # fmt: skip
_PREDICTORS = (1, 2, 3)  # none, difference to the left, that of floats


def raw_samples(stream: BinaryIO, page: Any) -> NDArray[Any]:
    """`(H, W, C)` of a page that tifffile has opened, in the type the file states, not turned.

    Raises: ValueError for a compression that cannot be undone here, or what Pillow raises for damaged data.
    """
    bits, compression = int(page.bitspersample), int(page.compression)
    channels = int(page.samplesperpixel)
    if compression not in _LOSSLESS:
        name = _NAMES.get(compression, str(compression))
        raise ValueError(message("its compression, {name}, is not supported here", name=name))
    if bits not in (8, 16, 32, 64) or not 1 <= channels <= MOST_CHANNELS or int(page.predictor) not in _PREDICTORS:
        raise ValueError(message("its samples are of an unsupported kind"))
    is_planar = int(page.planarconfig) == 2 and channels > 1
    planes = channels if is_planar else 1
    together = 1 if is_planar else channels
    offsets, counts = list(page.dataoffsets), list(page.databytecounts)
    each = len(offsets) // planes
    stored = np.dtype(page.dtype).newbyteorder(page.parent.byteorder)
    found: NDArray[Any] = np.empty((page.imagelength, page.imagewidth, channels), stored.newbyteorder("="))
    for plane in range(planes):
        part = slice(plane * each, (plane + 1) * each)
        rows = _rows_of_bytes(stream, page, offsets[part], counts[part], together * stored.itemsize)
        samples = _undone(rows, page, stored, together)
        found[..., plane : plane + together] = samples
    return found


@contextmanager
def undoing(compression: int) -> Generator[None]:
    """Raises: ValueError with the compression's name where Pillow's library says no more than "decoder error -2": it
    was built without that compression, or the samples are damaged."""
    try:
        yield
    except OSError as error:
        if "decoder error" not in str(error) or compression not in _NAMES:
            raise
        said = message("its compression, {name}, cannot be read here, or is damaged", name=_NAMES[compression])
        raise ValueError(said) from error


def _rows_of_bytes(
    stream: BinaryIO, page: Any, offsets: Sequence[int], counts: Sequence[int], bytes_per_pixel: int
) -> NDArray[np.uint8]:
    """`(H, W * bytes_per_pixel)`: the decompressed bytes of one plane."""
    plane = _as_bytes_image(stream, page, offsets, counts, bytes_per_pixel)
    with undoing(int(page.compression)), Image.open(plane, formats=["TIFF"]) as image:
        image.load()
        return samples_of(image)[..., 0]


def _as_bytes_image(
    stream: BinaryIO, page: Any, offsets: Sequence[int], counts: Sequence[int], bytes_per_pixel: int
) -> io.BytesIO:
    """A TIFF file in memory that holds one plane as grey of 8 bit."""
    file = io.BytesIO()
    file.write(b"II*\0\0\0\0\0")
    starts: list[int] = []
    for offset, count in zip(offsets, counts, strict=True):
        starts.append(file.tell())
        stream.seek(offset)
        data = stream.read(count)
        if len(data) < count:
            raise ValueError(message("the file ends early"))
        file.write(data + bytes(len(data) % 2))
    tags = {
        256: [page.imagewidth * bytes_per_pixel],
        257: [page.imagelength],
        258: [8],
        259: [int(page.compression)],
        262: [1],
        266: [int(page.fillorder)],
        277: [1],
    }
    if page.is_tiled:
        tags |= {322: [page.tilewidth * bytes_per_pixel], 323: [page.tilelength], 324: starts, 325: list(counts)}
    else:
        tags |= {273: starts, 278: [min(page.rowsperstrip, page.imagelength)], 279: list(counts)}
    entries = [_entry(tag, values) for tag, values in tags.items()]
    raw, place = exif.lay_out(entries, at=file.tell(), order="<")
    file.write(raw)
    file.seek(4)
    file.write(struct.pack("<I", place))
    file.seek(0)
    return file


def _entry(tag: int, values: list[int]) -> Entry:
    kind, code = (SHORT, "<u2") if tag in (258, 259, 262, 266, 277) else (LONG, "<u4")
    return Entry(tag, kind, len(values), np.asarray(values, code).tobytes())


def _undone(rows: NDArray[np.uint8], page: Any, stored: np.dtype[Any], together: int) -> NDArray[Any]:
    """The samples `(H, W, together)` of one plane's bytes: the predictor undone tile by tile, in native byte order."""
    height, width = int(page.imagelength), int(page.imagewidth)
    samples: NDArray[Any] = np.empty((height, width, together), stored.newbyteorder("="))
    undo: Callable[..., NDArray[Any]] = {1: _as_stored, 2: _summed, 3: _summed_floats}[int(page.predictor)]
    step = int(page.tilewidth) if page.is_tiled else width
    per_pixel = together * stored.itemsize
    if int(page.predictor) == 3 and width % step:
        raise ValueError(message("its samples are of an unsupported kind"))  # the bytes of a cut tile are scattered
    for left in range(0, width, step):
        right = min(left + step, width)
        part = np.ascontiguousarray(rows[:, left * per_pixel : right * per_pixel])
        samples[:, left:right] = undo(part, stored, together)
    return samples


def _as_stored(rows: NDArray[np.uint8], stored: np.dtype[Any], together: int) -> NDArray[Any]:
    return rows.view(stored).reshape(len(rows), -1, together)


def _summed(rows: NDArray[np.uint8], stored: np.dtype[Any], together: int) -> NDArray[Any]:
    """Each sample was stored less its left neighbour; floats too, as if they were whole numbers."""
    whole = np.dtype(f"u{stored.itemsize}")
    differences = rows.view(whole.newbyteorder(stored.byteorder)).reshape(len(rows), -1, together)
    summed = np.cumsum(differences, axis=1, dtype=whole)
    return summed.view(stored.newbyteorder("="))


def _summed_floats(rows: NDArray[np.uint8], stored: np.dtype[Any], together: int) -> NDArray[Any]:
    """The bytes of a row were sorted, the highest of every sample first, and stored as differences.

    Source: Adobe, TIFF Technical Note 3.
    """
    summed = np.cumsum(rows.reshape(len(rows), -1, together), axis=1, dtype=np.uint8)
    planes = summed.reshape(len(rows), stored.itemsize, -1)
    big_endian = np.ascontiguousarray(planes.transpose(0, 2, 1)).view(stored.newbyteorder(">"))
    return big_endian.reshape(len(rows), -1, together)
