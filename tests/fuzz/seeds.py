"""Small photos of each format, which the fuzz tests damage."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import tifffile
from PIL import Image

from engine.photo_io.tiff_file import write_tiff
from engine.types import PhotoMetadata

EXIF = Image.Exif()
EXIF[0x010F], EXIF[0x0112] = "Maker", 6
SIDE = 48


def saved(image: Image.Image, name: str, **options: Any) -> bytes:
    """An image as a file of a format."""
    buffer = io.BytesIO()
    image.save(buffer, name, **options)
    return buffer.getvalue()


def tiffs(noise: np.ndarray) -> list[bytes]:
    """TIFF files of many layouts."""
    made: list[bytes] = [saved(Image.fromarray(noise), "TIFF", compression=c) for c in ("raw", "tiff_lzw", "jpeg")]
    for options in ({"tile": (16, 16)}, {"rowsperstrip": 7}, {"compression": "zlib", "predictor": True}):
        buffer = io.BytesIO()
        tifffile.imwrite(buffer, noise.astype(np.uint16) * 257, photometric="rgb", **options)  # pyright: ignore
        made.append(buffer.getvalue())
    buffer = io.BytesIO()
    write_tiff(buffer, noise, PhotoMetadata(exif=EXIF.tobytes()[6:], xmp=b"<x/>", dpi=(300.0, 300.0)))
    return [*made, buffer.getvalue()]


def seeds(name: str) -> list[bytes]:
    """The photos of a format."""
    noise = np.random.default_rng(1).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    rgb = Image.fromarray(noise)
    if name == "TIFF":
        return tiffs(noise)
    if name == "PNG":
        return [saved(rgb, name, exif=EXIF), saved(rgb.quantize(16), name), saved(rgb.convert("1"), name),
                saved(rgb.convert("RGBA"), name), saved(rgb.convert("L"), name)]  # fmt: skip
    if name == "JPEG":
        return [saved(rgb, name, exif=EXIF), saved(rgb, name, progressive=True), saved(rgb.convert("CMYK"), name)]
    if name == "WEBP":
        return [saved(rgb, name), saved(rgb, name, lossless=True, exif=EXIF)]
    return [saved(rgb, name), saved(rgb.quantize(16), name)]
