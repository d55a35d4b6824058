"""Samples and metadata put into a file of each format."""

from __future__ import annotations

import struct
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from PIL import Image, ImageFile

from engine.messages import message
from engine.photo_io import exif, xmp
from engine.photo_io.colour import fitting_profile
from engine.photo_io.formats import BMP, JPEG, PNG, TIFF, Format
from engine.photo_io.iptc import jpeg_segment_data
from engine.photo_io.png_chunks import metadata_chunks
from engine.photo_io.png_pixels import encode_pixels
from engine.photo_io.tiff_file import write_tiff
from engine.types import PhotoMetadata, Pixels

USUAL_QUALITY = 95  # of JPEG
_APP1, _APP13, _COMMENT, _LONGEST_SEGMENT = 0xE1, 0xED, 0xFE, 65_533


def encode(
    samples: Pixels,
    metadata: PhotoMetadata,
    known: Format,
    path: Path,
    *,
    extra: Pixels | None = None,
    quality: int | None = None,
) -> None:
    """Writes a file of format `known`, which must be able to hold the samples.

    Args: samples: `(H, W, C)`, C 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA; extra: `(H, W, n)`, further channels, for TIFF
    alone; quality: of JPEG, usually 95, and WebP, usually without loss.
    Raises: ValueError if the metadata are too long for the format; OSError from file system or encoder.
    """
    written_grey = samples.shape[2] <= 2 and known.name != "WEBP"  # WebP knows no grey
    metadata = replace(metadata, icc=fitting_profile(metadata.icc, is_grey=written_grey))
    metadata = _fitted(metadata, samples.shape[1], samples.shape[0])
    with path.open("wb") as stream:
        if known is TIFF:
            both = samples if extra is None else cast(Pixels, np.dstack([samples, extra]))
            write_tiff(stream, both, metadata, extras=0 if extra is None else extra.shape[2])
        elif known is PNG:
            _write_png(stream, samples, metadata)
        elif known is JPEG:
            _write_jpeg(stream, samples, metadata, quality or USUAL_QUALITY)
        elif known is BMP:
            _image(samples).save(stream, "BMP", dpi=metadata.dpi or (0, 0))
        else:
            _write_webp(stream, samples, metadata, quality)


def _fitted(metadata: PhotoMetadata, width: int, height: int) -> PhotoMetadata:
    """The metadata, which may state the picture's size, with the size that is written."""
    return replace(
        metadata,
        exif=exif.with_size(metadata.exif, width, height) if metadata.exif else None,
        xmp=xmp.with_size(metadata.xmp, width, height) if metadata.xmp else None,
    )


def _image(samples: Pixels) -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(samples[..., 0] if samples.shape[2] == 1 else samples))


def _write_png(stream: BinaryIO, samples: Pixels, metadata: PhotoMetadata) -> None:
    """The metadata go in front of the pixels, where every reader finds them."""
    parts = encode_pixels(samples)
    stream.write(next(parts) + metadata_chunks(metadata))
    stream.writelines(parts)


def _write_jpeg(stream: BinaryIO, samples: Pixels, metadata: PhotoMetadata, quality: int) -> None:
    packet, further = xmp.jpeg_segments(metadata.xmp) if metadata.xmp else (None, [])
    own = b"".join(_segment(_APP1, data) for data in further)
    own += _segment(_APP13, jpeg_segment_data(metadata.iptc)) if metadata.iptc else b""
    own += b"".join(_segment(_COMMENT, words) for words in _comments(metadata))
    with _room_for(samples):
        _image(samples).save(
            stream,
            "JPEG",
            quality=quality,
            subsampling="4:4:4",
            optimize=True,
            exif=b"Exif\0\0" + metadata.exif if metadata.exif else b"",
            icc_profile=metadata.icc,
            xmp=packet,
            extra=own,
            dpi=metadata.dpi or (0, 0),
        )


@contextmanager
def _room_for(samples: Pixels) -> Generator[None]:
    """Pillow's buffer made as large as the samples: the one it takes is too small for noise at full quality."""
    before = ImageFile.MAXBLOCK
    ImageFile.MAXBLOCK = max(before, 2 * samples.nbytes)
    try:
        yield
    finally:
        ImageFile.MAXBLOCK = before


def _segment(marker: int, data: bytes) -> bytes:
    """One segment of JPEG. Raises: ValueError if the data are too long for one."""
    if len(data) > _LONGEST_SEGMENT:
        raise ValueError(message("its metadata are too long"))
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def _comments(metadata: PhotoMetadata) -> list[bytes]:
    """Texts as comments; their names stand before them where they say more than "Comment"."""
    words = [text if name == "Comment" else f"{name}: {text}" for name, text in metadata.texts]
    parts = [text.encode("utf-8", "replace") for text in words]
    return [part[at : at + _LONGEST_SEGMENT] for part in parts for at in range(0, len(part), _LONGEST_SEGMENT)]


def _write_webp(stream: BinaryIO, samples: Pixels, metadata: PhotoMetadata, quality: int | None) -> None:
    """Lossless unless a quality is given, also under full transparency; the resolution goes into EXIF, its only place
    in WebP."""
    block = metadata.exif
    if metadata.dpi and (block is None or exif.resolution(block) is None):
        block = exif.with_resolution(block, metadata.dpi)
    _image(samples).save(
        stream,
        "WEBP",
        lossless=quality is None,
        quality=80 if quality is None else quality,
        exact=True,
        exif=block or b"",
        icc_profile=metadata.icc or b"",
        xmp=metadata.xmp or b"",
    )
