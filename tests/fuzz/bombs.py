"""Small files that ask for far more than they are: twenty of each kind, by number."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image

COUNT = 20


def _tiff(entries: list[tuple[int, int, int, int]], *, behind: bytes = b"") -> bytes:
    """A TIFF file of one directory; `behind` follows it. Entries: tag, kind, count, value or offset."""
    table = b"".join(struct.pack("<HHII", *entry) for entry in sorted(entries))
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + table + bytes(4) + behind


def _picture(width: int, height: int, *, offset: int = 8, count: int = 192) -> list[tuple[int, int, int, int]]:
    fields = {256: width, 257: height, 258: 8, 259: 1, 262: 1, 273: offset, 277: 1, 278: height, 279: count}
    return [(tag, 4, 1, value) for tag, value in fields.items()]


def loop(number: int) -> bytes:
    """Tags of a directory that all point at the directory."""
    kinds = (34665, 34853, 40965)
    loops = [(kinds[at % 3] if at < 60 else 51000 + at, 4, 1, 8) for at in range(30 + 40 * number)]
    return _tiff([*_picture(8, 8), *loops], behind=bytes(192))


def same_values(number: int) -> bytes:
    """Long values that all lie in the same place."""
    size = 300_000 + 100_000 * number
    values = [(51000 + at, 7, size, 8) for at in range(1000)]
    return _tiff([*_picture(8, 8), *values], behind=bytes(size))


def many_pages(number: int) -> bytes:
    """Directories of very many tags that overlap, each one the next of the one before."""
    count = 2000 + 3000 * number
    data = bytearray(b"II*\0" + struct.pack("<I", 8))
    for page in range(4000):
        data += struct.pack("<HH", min(65535, count), 14 + 2 * page & 0xFFFF)
    return bytes(data) + bytes(12 * count)


def sub_pages(number: int) -> bytes:
    """Pages below pages that are all one large directory."""
    count = 1000 * (number + 1)
    head = [(330, 4, 64, 8000), *_picture(8, 8)]
    table = struct.pack("<H", min(65535, count)) + bytes(12 * count + 4)
    file = _tiff(head)
    file += bytes(8000 - len(file)) + struct.pack("<64I", *([8300] * 64))
    return file + bytes(8300 - len(file)) + table


def strips(number: int) -> bytes:
    """A picture in hundreds of thousands of strips that lie in one place."""
    count = 300_000 + 50_000 * number
    entries = {256: 8, 257: count, 258: 8, 259: 1, 262: 1, 277: 1, 278: 1}
    rows = [(tag, 4, 1, value) for tag, value in entries.items()]
    return _tiff([*rows, (273, 4, count, 8), (279, 4, count, 8)], behind=bytes(4 * count))


def wide_tiff(number: int) -> bytes:
    """A deflated picture of hundreds of megapixels in a few bytes."""
    data = zlib.compress(bytes(1000))
    rows = [(t, k, n, 8 if t == 259 else v) for t, k, n, v in _picture(64 << number % 8, 3_000_000 >> number % 8)]
    return _tiff(rows, behind=data)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data), name) + data + struct.pack(">I", zlib.crc32(name + data))


def _png(width: int, height: int, depth: int, colour: int, pixels: bytes, *extra: bytes) -> bytes:
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(extra) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def wide_png(number: int) -> bytes:
    """The same as PNG, in all its kinds."""
    depth, colour = ((1, 0), (8, 2), (16, 6), (16, 0), (8, 3))[number % 5]
    palette = _chunk(b"PLTE", bytes(6))
    pixels = zlib.compress(bytes(50_000 * number))
    return _png(64 << number % 8, 2_800_000 >> number % 8, depth, colour, pixels, *([palette] * (colour == 3)))


def png_exif(number: int) -> bytes:
    """A PNG whose EXIF has long values in one place."""
    return _png(8, 8, 8, 0, zlib.compress(bytes(72)), _chunk(b"eXIf", same_values(number)))


def jpeg_exif(number: int) -> bytes:
    """A JPEG whose EXIF, in many segments, has them."""
    buffer = io.BytesIO()
    Image.new("L", (16, 16)).save(buffer, "JPEG")
    block, segments = same_values(number), b""
    for at in range(0, len(block), 65_000):
        part = b"Exif\0\0" + block[at : at + 65_000]
        segments += b"\xff\xe1" + struct.pack(">H", len(part) + 2) + part
    return buffer.getvalue()[:2] + segments + buffer.getvalue()[20:]  # without JFIF, whose resolution comes first


def webp_exif(number: int) -> bytes:
    """A WebP whose EXIF has them."""
    buffer = io.BytesIO()
    Image.new("L", (16, 16)).save(buffer, "WEBP", exif=same_values(number))
    return buffer.getvalue()


def scans(number: int) -> bytes:
    """A progressive JPEG that says its last scan again and again."""
    buffer = io.BytesIO()
    Image.effect_noise((512, 512), 50).convert("RGB").save(buffer, "JPEG", progressive=True, quality=30)
    data = buffer.getvalue()
    last = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last * (150 + 100 * number) + data[-2:]


def wide_jpeg(number: int) -> bytes:
    """A JPEG that claims 150 megapixels and more."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64)).save(buffer, "JPEG", progressive=number % 2 == 1)
    data = bytearray(buffer.getvalue())
    frame = data.index(b"\xff\xc2" if number % 2 else b"\xff\xc0")
    struct.pack_into(">HH", data, frame + 5, 12_000 + 100 * number, 13_000)
    return bytes(data)


def wide_webp(number: int) -> bytes:
    """A WebP of one colour and 150 megapixels, in a few bytes."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64)).save(buffer, "WEBP", lossless=True)
    data = bytearray(buffer.getvalue())
    at = data.index(b"VP8L") + 9
    width, height = 12_000 + number, 12_500
    flags = struct.unpack_from("<I", data, at)[0] >> 28 << 28
    struct.pack_into("<I", data, at, flags | (height - 1) << 14 | width - 1)
    return bytes(data)


def wide_bmp(number: int) -> bytes:
    """A BMP, plain or run-length coded, that claims 120 megapixels."""
    buffer = io.BytesIO()
    Image.new("P", (64, 64)).save(buffer, "BMP")
    data = bytearray(buffer.getvalue())
    struct.pack_into("<ii", data, 18, 12_000 + number, 10_000)
    struct.pack_into("<I", data, 30, number % 2)
    return bytes(data)


KINDS: tuple[Callable[[int], bytes], ...] = (
    loop,
    same_values,
    many_pages,
    sub_pages,
    strips,
    wide_tiff,
    wide_png,
    png_exif,
    jpeg_exif,
    webp_exif,
    scans,
    wide_jpeg,
    wide_webp,
    wide_bmp,
)
