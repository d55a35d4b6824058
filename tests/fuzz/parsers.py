"""What the fuzzers give to the parsers that are written here: bytes that may be anything."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from engine.errors import EngineError
from engine.photo_io import exif, missing_rows, png_chunks, tiff_pages
from engine.photo_io.budget import block_reader
from engine.photo_io.decoding import decode, head_of, open_image
from engine.photo_io.formats import PNG, TIFF, Format
from engine.photo_io.quiet import DECODER_ERRORS, quiet_decoders
from engine.photo_io.size_limit import SizeLimit
from engine.photo_io.tiff_file import check_tiff_whole, exif_of_tiff, info_of_tiff
from tests.fuzz.seeds import EXIF, SIDE, seeds

_NO_PATH = Path("photo")
_MEGAPIXELS = 0.25  # that are decoded: a fuzzer is to look at structure


def parse_exif(data: bytes) -> None:
    """An EXIF block: turned upright, read and laid out anew. Nothing but ValueError may come of it."""
    _allow(lambda: exif.read_any_header(block_reader(data)))
    _allow(lambda: exif.resolution(data))
    _allow(lambda: exif.with_size(data, 7, 9))
    _allow(lambda: exif.with_description(data, "word"))
    try:
        block, orientation = exif.upright(data)
    except ValueError:
        return
    assert 1 <= orientation <= 8
    again, now = exif.upright(block)
    assert now == 1 and len(again) == len(block)
    exif.first_entries(exif.with_resolution(block, (72.0, 72.0)))


def parse_tiff(data: bytes) -> None:
    """A TIFF file's directories, pages and pieces. Nothing but ValueError may come of it."""
    stream = io.BytesIO(data)
    info_of_tiff(stream)
    for read in (exif_of_tiff, check_tiff_whole, missing_rows.note_of_tiff, tiff_pages.is_camera_raw):
        _allow(lambda read=read: read(stream))
    for page in tiff_pages.pictures_of(stream):
        _allow(lambda page=page: check_tiff_whole(tiff_pages.at_page(stream, page)))


def parse_png(data: bytes) -> None:
    """A PNG file's chunks. Nothing but ValueError may come of them, and of pixels that cannot be unpacked their own."""
    stream = io.BytesIO(data)
    _allow(lambda: png_chunks.check_png_whole(stream))
    png_chunks.chunk_before_pixels(stream, b"cICP")
    assert sum(map(len, png_chunks.parts_of_pixels(stream))) <= len(data)
    head = data[:33]
    if len(head) == 33 and head[:8] == png_chunks.SIGNATURE:
        width, height = struct.unpack(">II", head[16:24])
        if 0 < width * height < _MEGAPIXELS * 1e6 and width and height:
            black = np.zeros((height, width, 1), np.uint8)
            _allow(lambda: missing_rows.note_of_png(stream, black, head), zlib.error)


def parse_16_bit(data: bytes) -> None:
    """A photo of 16 bit, decoded: what decoders raise may come of it."""
    known: Format = PNG if data.startswith(b"\x89PNG") else TIFF
    stream = io.BytesIO(data)
    with quiet_decoders():
        _allow(lambda: _decoded(stream, known), EngineError, *DECODER_ERRORS)


def _decoded(stream: io.BytesIO, known: Format) -> None:
    image = open_image(stream, known)
    SizeLimit(_NO_PATH, _MEGAPIXELS, len(stream.getvalue())).check_image(image, head=head_of(stream))
    if known is TIFF:
        check_tiff_whole(stream)
    found = decode(image, stream, known)
    assert found.samples.ndim == 3 and found.samples.dtype in (np.uint8, np.uint16)


def _allow(work: Callable[[], object], *errors: type[Exception]) -> None:
    try:
        work()
    except (ValueError, *errors):
        pass


def first_inputs(name: str) -> list[bytes]:
    """What the fuzzer begins with."""
    if name == "exif":
        return [EXIF.tobytes()[6:], *seeds("TIFF")[-1:]]
    if name == "tiff_file":
        return seeds("TIFF")
    if name == "png_chunks":
        return seeds("PNG")
    noise = np.random.default_rng(2).integers(0, 65_536, (SIDE, SIDE), np.uint16)
    buffer = io.BytesIO()
    Image.fromarray(noise).save(buffer, "PNG")
    return [*seeds("TIFF"), buffer.getvalue()]


PARSERS: dict[str, Callable[[bytes], None]] = {
    "exif": parse_exif, "tiff_file": parse_tiff, "png_chunks": parse_png, "sixteen_bit": parse_16_bit,
}  # fmt: skip
