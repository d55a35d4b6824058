"""HEIC and AVIF of phones and the raw files of cameras, read by libraries that may be missing."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, BinaryIO, cast

import numpy as np

from engine.messages import Message, message
from engine.photo_io.colour import srgb_profile
from engine.photo_io.decoding import Decoded
from engine.types import Pixels

_SRGB_CURVE = (2.4, 12.92)  # power, and slope near black
_HEAD = 1 << 20  # bytes of an AVIF file in which it says how deep its samples are


def open_heif(stream: BinaryIO) -> Any:
    """The main picture of an open HEIC file, not yet decoded. Raises: ImportError without pi-heif; ValueError, OSError
    and the like for damaged data."""
    import pi_heif

    stream.seek(0)
    return pi_heif.open_heif(stream, convert_hdr_to_8bit=False, bgr_mode=False)


def decode_heif(image: Any) -> Decoded:
    """The samples of a file that `open_heif` gave, upright: the library turns it."""
    pixels = cast(Pixels, np.array(image))
    notes = (message("picture 1 of {count} in the file was read", count=len(image)),) if len(image) > 1 else ()
    return Decoded(pixels[..., None] if pixels.ndim == 2 else pixels, notes=notes)


def info_of_heif(image: Any) -> dict[object, object]:
    """What it carries, under Pillow's names."""
    return dict(image.info)


def avif_notes(stream: BinaryIO) -> tuple[Message, ...]:
    """A note if an open AVIF file has more than 8 bit per channel, which Pillow reads as 8.

    Source: AV1 Codec ISO Media File Format Binding, AV1CodecConfigurationRecord.
    """
    stream.seek(0)
    head = stream.read(_HEAD)
    at = head.find(b"av1C")
    flags = head[at + 6 : at + 7] if at >= 0 else b""
    is_deep = bool(flags) and bool(flags[0] & 0x40)
    return (message("its samples of more than 8 bit were read as 8"),) if is_deep else ()


def decode_raw(stream: BinaryIO, check_size: Callable[[int, int], None]) -> Decoded:
    """A camera's raw file developed: 16 bit, sRGB, the camera's white balance, upright.

    `check_size` is told width and height before it is developed. Raises: ImportError without rawpy; ValueError for
    damaged data or an unknown camera.
    """
    import rawpy

    stream.seek(0)
    try:
        with rawpy.imread(io.BytesIO(stream.read())) as raw:
            check_size(raw.sizes.width, raw.sizes.height)
            pixels = raw.postprocess(
                output_bps=16, use_camera_wb=True, gamma=_SRGB_CURVE, output_color=rawpy.ColorSpace.sRGB
            )
    except rawpy.LibRawError as error:
        raise ValueError(_words(error)) from error
    note = message("the raw file was developed with the camera's white balance, 16 bit")
    return Decoded(cast(Pixels, pixels), icc=srgb_profile(), notes=(note,))


def _words(error: Exception) -> str:
    """LibRaw's own words, which come as bytes."""
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
