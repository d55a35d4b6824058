"""The formats a photo may have: their names, suffixes, first bytes and what they can hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.types import Photo


@dataclass(frozen=True)
class Format:
    """One file format: Pillow's `name`, `suffixes` (the usual one first), and what it can hold."""

    name: str
    suffixes: tuple[str, ...]
    holds_16_bit: bool
    holds_alpha: bool
    side_limit: int | None  # px


JPEG = Format("JPEG", (".jpg", ".jpeg", ".jpe", ".jfif"), False, False, 65_500)
PNG = Format("PNG", (".png",), True, True, None)
TIFF = Format("TIFF", (".tiff", ".tif"), True, True, None)
WEBP = Format("WEBP", (".webp",), False, True, 16_383)
BMP = Format("BMP", (".bmp",), False, False, None)
FORMATS = (JPEG, PNG, TIFF, WEBP, BMP)

READABLE_SUFFIXES: tuple[str, ...] = tuple(suffix for known in FORMATS for suffix in known.suffixes)


def format_of_suffix(path: Path) -> Format | None:
    """The format `path`'s suffix promises, in any case of letters; None for an unknown or missing suffix."""
    suffix = path.suffix.lower()
    return next((known for known in FORMATS if suffix in known.suffixes), None)


def format_of_content(head: bytes) -> Format | None:
    """The format that the first 12 bytes of a file announce; None if it is none of `FORMATS`."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return TIFF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    return BMP if head.startswith(b"BM") else None


def suggested_suffix(photo: Photo) -> str:
    """The suffix under which a result made from `photo` is kept without loss, ".png" for instance.

    A JPEG becomes a PNG, so that the photo outside the faces stays as it is; a WebP is written lossless.
    """
    if photo.format == "BMP" and not _fits_bmp(photo):
        return PNG.suffixes[0]
    known = next((known for known in (TIFF, WEBP, BMP) if known.name == photo.format), PNG)
    if photo.peak > 255 and not known.holds_16_bit:
        return PNG.suffixes[0]
    return known.suffixes[0]


def _fits_bmp(photo: Photo) -> bool:
    metadata = photo.metadata
    return photo.alpha is None and not (metadata.icc or metadata.exif or metadata.xmp)
