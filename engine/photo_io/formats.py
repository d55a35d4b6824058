"""The formats a photo may have: their names, suffixes, first bytes and what they can hold."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
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
FORMATS = (JPEG, PNG, TIFF, WEBP, BMP)  # read and written

AVIF = Format("AVIF", (".avif",), False, True, None)
HEIF = Format("HEIC", (".heic", ".heif", ".hif"), True, True, None)
# The first one is Adobe's, which several makers use; the others are named as their cameras name them.
_RAW_SUFFIXES = """
    .dng .3fr .arw .cr2 .cr3 .crw .dcr .erf .fff .iiq .kdc .mef .mos .mrw .nef .nrw .orf .pef .raf .raw .rw2 .rwl .sr2
    .srf .srw .x3f
"""
RAW = Format("RAW", tuple(_RAW_SUFFIXES.split()), True, False, None)
READ_ONLY = (AVIF, HEIF, RAW)
PAIR_SUFFIX = ".mpo"  # JPEG files with further pictures in them

READABLE_SUFFIXES: tuple[str, ...] = (
    *(suffix for known in (*FORMATS, AVIF, HEIF) for suffix in known.suffixes),
    PAIR_SUFFIX,
    *(RAW.suffixes if find_spec("rawpy") else ()),
)
HEAD_BYTES = 144  # enough for every kind of file that is known by its first bytes
_BRANDS = {b"avif": AVIF, b"avis": AVIF} | {
    brand: HEIF for brand in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
}
_RAW_HEADS = (b"FUJIFILMCCD-RAW", b"IIU\0", b"IIRO", b"IIRS", b"MMOR", b"FOVb", b"\0MRM", b"II\x1a\0\0\0HEAP", b"IIII")


def format_of_suffix(path: Path) -> Format | None:
    """The format that is written under `path`'s suffix, in any case of letters; None for an unknown or missing one."""
    suffix = path.suffix.lower()
    return next((known for known in FORMATS if suffix in known.suffixes), None)


def format_promised(path: Path) -> Format | None:
    """The format that a file of this name is expected to have when it is read."""
    suffix = path.suffix.lower()
    if suffix == PAIR_SUFFIX:
        return JPEG
    return format_of_suffix(path) or next((known for known in READ_ONLY if suffix in known.suffixes), None)


def format_of_content(head: bytes) -> Format | None:
    """The format that the first `HEAD_BYTES` of a file announce; None if it is none of those that are read.

    A camera's raw file that is built as a TIFF file counts as TIFF here.
    """
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return TIFF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp":
        return _format_of_brands(head)
    if head.startswith(_RAW_HEADS):
        return RAW
    return BMP if head.startswith(b"BM") else None


def _format_of_brands(head: bytes) -> Format | None:
    """Of the family of MP4: the major brand, or where that says nothing those it is compatible with."""
    size = int.from_bytes(head[:4], "big")
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, min(size, len(head)), 4))]
    if brands[0] == b"crx ":
        return RAW
    if brands[0] in (b"mif1", b"msf1") and not {b"avif", b"avis"}.isdisjoint(brands):
        return AVIF
    return _BRANDS.get(brands[0])


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
    return photo.alpha is None and metadata.bare() == metadata and metadata.icc is None
