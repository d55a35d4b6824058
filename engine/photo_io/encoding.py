"""Samples and metadata put into a file of each format."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.photo_io import exif
from engine.photo_io.colour import fitting_profile
from engine.photo_io.formats import BMP, JPEG, PNG, TIFF, Format
from engine.photo_io.png_chunks import HEADER_END, encode_16_bit, metadata_chunks
from engine.photo_io.tiff_file import write_tiff
from engine.types import PhotoMetadata, Pixels

USUAL_QUALITY = 95  # of JPEG


def encode(samples: Pixels, metadata: PhotoMetadata, known: Format, path: Path, *, quality: int | None = None) -> None:
    """Writes a file of format `known`, which must be able to hold the samples.

    Args: samples: `(H, W, C)`, C 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA; quality: of JPEG, usually 95, and WebP,
    usually without loss.
    Raises: ValueError if the metadata are too long for the format; OSError from file system or encoder.
    """
    written_grey = samples.shape[2] <= 2 and known.name != "WEBP"  # WebP knows no grey
    metadata = replace(metadata, icc=fitting_profile(metadata.icc, is_grey=written_grey))
    with path.open("wb") as stream:
        if known is TIFF:
            write_tiff(stream, samples, metadata)
        elif known is PNG:
            _write_png(stream, samples, metadata)
        elif known is JPEG:
            _write_jpeg(stream, samples, metadata, quality or USUAL_QUALITY)
        elif known is BMP:
            _image(samples).save(stream, "BMP", dpi=metadata.dpi or (0, 0))
        else:
            _write_webp(stream, samples, metadata, quality)


def _image(samples: Pixels) -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(samples[..., 0] if samples.shape[2] == 1 else samples))


def _write_png(stream: BinaryIO, samples: Pixels, metadata: PhotoMetadata) -> None:
    """The metadata go in front of the pixels, where every reader finds them."""
    if samples.dtype == np.uint16:
        parts = encode_16_bit(cast("NDArray[np.uint16]", samples))
        stream.write(next(parts) + metadata_chunks(metadata))
        stream.writelines(parts)
        return
    plain = io.BytesIO()
    _image(samples).save(plain, "PNG")
    with plain.getbuffer() as file:
        stream.write(file[:HEADER_END])
        stream.write(metadata_chunks(metadata))
        stream.write(file[HEADER_END:])


def _write_jpeg(stream: BinaryIO, samples: Pixels, metadata: PhotoMetadata, quality: int) -> None:
    _image(samples).save(
        stream,
        "JPEG",
        quality=quality,
        subsampling="4:4:4",
        optimize=True,
        exif=b"Exif\0\0" + metadata.exif if metadata.exif else b"",
        icc_profile=metadata.icc,
        xmp=metadata.xmp,
        dpi=metadata.dpi or (0, 0),
    )


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
