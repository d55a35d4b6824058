"""What a photo carries beside its pixels, taken out of an opened file."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from PIL import Image, PngImagePlugin

from engine.messages import Message, message
from engine.photo_io import exif, xmp
from engine.photo_io.colour import profile_space
from engine.photo_io.formats import JPEG, PNG, RAW, TIFF, Format
from engine.photo_io.iptc import iptc_of_info
from engine.photo_io.made_profile import profile_of_png
from engine.photo_io.png_chunks import chunk_before_pixels
from engine.photo_io.tiff_file import exif_of_tiff
from engine.types import PhotoMetadata

_EXIF_PREFIX = b"Exif\0\0"
_IMAGEMAGICK_EXIF = "Raw profile type exif"
_NO_TEXTS = ("Raw profile type ", "XML:com.adobe.xmp")
_CENTIMETRES_PER_INCH = 2.54
_LARGEST_DPI = 65_535  # what JPEG can state
# Tags that say nothing but how the pixels lie: a TIFF with only these has no EXIF to keep.
_PLAIN_TIFF = frozenset({exif.ORIENTATION, exif.X_RESOLUTION, exif.Y_RESOLUTION, exif.RESOLUTION_UNIT})


@dataclass(frozen=True)
class FoundMetadata:
    """The metadata of an upright photo, the EXIF orientation (1..8) its file states, and what was lost."""

    metadata: PhotoMetadata
    orientation: int
    notes: tuple[Message, ...]

    def completed_by(self, other: PhotoMetadata) -> FoundMetadata:
        """With that of another directory of the same file where there is none."""
        own = self.metadata
        both = replace(
            own,
            icc=own.icc or other.icc,
            exif=max(own.exif, other.exif, key=lambda block: len(exif.first_entries(block))),
            xmp=own.xmp or other.xmp,
            iptc=own.iptc or other.iptc,
        )
        return replace(self, metadata=both)


def find_metadata(source: Image.Image | Mapping[object, object], known: Format, stream: BinaryIO) -> FoundMetadata:
    """What a decoded image (or what Pillow's `info` would be) and the open file itself say."""
    is_image = isinstance(source, Image.Image)
    info = cast("Mapping[object, object]", source.info) if is_image else source
    notes: list[Message] = []
    block, orientation = _upright_exif(info, known, stream, notes)
    dpi = _dpi(info, known, block)
    if known is TIFF and {entry.tag for entry in exif.first_entries(block)} <= _PLAIN_TIFF:
        block = None
    packet = _packet(info)
    if packet and is_image and known is JPEG:
        packet, is_whole = xmp.with_extension(packet, getattr(source, "applist", ()))
        if not is_whole:
            notes.append(message("a part of the XMP data was missing and was left out"))
    stored = source.size if is_image and known is not TIFF else None  # Pillow turns TIFF itself
    metadata = PhotoMetadata(
        icc=_profile(info, known, stream, notes),
        exif=block,
        xmp=xmp.upright(packet, orientation, stored) if packet else None,
        dpi=dpi,
        iptc=iptc_of_info(info),
        texts=_texts(source, known) if is_image else (),
    )
    return FoundMetadata(metadata, orientation, tuple(notes))


def _profile(info: Mapping[object, object], known: Format, stream: BinaryIO, notes: list[Message]) -> bytes | None:
    icc = _bytes(info.get("icc_profile"))
    if icc is not None and profile_space(icc) is None:
        icc = None
        notes.append(message("the colour profile was damaged and was left out"))
    if known is PNG and icc is None:
        icc, said = profile_of_png(info, chunk_before_pixels(stream, b"cICP"))
        notes += said
    return icc


def _texts(image: Image.Image, known: Format) -> tuple[tuple[str, str], ...]:
    """A JPEG file's comment, or the texts of a PNG file that are nothing else in disguise."""
    if known is JPEG:
        comment = image.info.get("comment")
        words = _text(comment) if isinstance(comment, bytes) else ""
        return (("Comment", words),) if words else ()
    if not isinstance(image, PngImagePlugin.PngImageFile):
        return ()
    return tuple((str(name), str(words)) for name, words in image.text.items() if not str(name).startswith(_NO_TEXTS))


def _text(data: bytes) -> str:
    data = data.rstrip(b"\0")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _upright_exif(
    info: Mapping[object, object], known: Format, stream: BinaryIO, notes: list[Message]
) -> tuple[bytes | None, int]:
    try:
        block = exif_of_tiff(stream) if known in (TIFF, RAW) else _exif_block(info)
        return exif.upright(block) if block else (None, 1)
    except ValueError:
        notes.append(message("the EXIF data could not be read and were left out"))
        return None, 1


def _exif_block(info: Mapping[object, object]) -> bytes | None:
    block = _bytes(info.get("exif"))
    text = info.get(_IMAGEMAGICK_EXIF)
    if block is None and isinstance(text, str):
        block = bytes.fromhex("".join(text.split("\n")[3:]))
    return block.removeprefix(_EXIF_PREFIX) if block else None


def _packet(info: Mapping[object, object]) -> bytes | None:
    packet = info.get("xmp")
    return packet.encode() if isinstance(packet, str) else _bytes(packet)


def _dpi(info: Mapping[object, object], known: Format, block: bytes | None) -> tuple[float, float] | None:
    """Pillow's own answer is not asked for JPEG and TIFF, where it invents 72 and 1 dpi."""
    dots = None
    if known is JPEG and info.get("jfif_unit") in (1, 2):
        per_inch = 1.0 if info["jfif_unit"] == 1 else _CENTIMETRES_PER_INCH
        dots = _usable(info.get("jfif_density"), per_inch)
    elif known is not JPEG and known is not TIFF:
        dots = _usable(info.get("dpi"), 1.0)
    return dots or (_usable(exif.resolution(block), 1.0) if block else None)


def _usable(pair: object, per_inch: float) -> tuple[float, float] | None:
    """The pair in dots per inch if it is two sensible numbers, else None."""
    if not isinstance(pair, tuple):
        return None
    values = cast("tuple[object, ...]", pair)
    dots = [float(value) * per_inch for value in values if isinstance(value, (int, float))]
    if len(dots) != 2 or not all(math.isfinite(value) and 1 <= value <= _LARGEST_DPI for value in dots):
        return None
    return dots[0], dots[1]


def _bytes(value: object) -> bytes | None:
    return value if isinstance(value, bytes) and value else None
