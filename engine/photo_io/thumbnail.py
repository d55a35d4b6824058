"""A small upright picture of a photo, as fast as its format allows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, TiffImagePlugin

from engine.photo_io.cut_jpeg import check_repeats
from engine.photo_io.decoding import open_image
from engine.photo_io.display import display_pixels
from engine.photo_io.formats import HEIF, JPEG, RAW, TIFF
from engine.photo_io.identify import identify
from engine.photo_io.metadata import find_metadata
from engine.photo_io.orientation import turn_upright
from engine.photo_io.quiet import quiet_decoders
from engine.photo_io.reading import read_photo
from engine.photo_io.sixteen_bit import is_16_bit_tiff
from engine.photo_io.size_limit import SizeLimit
from engine.photo_io.tiff_file import check_tiff_whole
from engine.photo_io.tiff_pages import at_page, pictures_of
from engine.types import Photo

_EIGHT_BIT = frozenset({"1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX"})
_MOST_MEGAPIXELS = 200.0  # decoded; a JPEG is decoded at as little as an eighth of its size
_SPARE = 2.0  # how much larger than asked for a photo is decoded, before it is made small smoothly


def read_thumbnail(path: Path, side: int) -> NDArray[np.uint8]:
    """A photo at `(h, w, 3)` sRGB uint8, upright, its larger side at most `side` px; it is never enlarged.

    What cannot be read quickly (16 bit, CMYK, ...) is read whole.
    Raises: PhotoError as `read_photo` does.
    """
    try:
        with path.open("rb") as stream, quiet_decoders():
            quick = _quick(path, stream, side)
    except Exception:
        quick = None  # `read_photo` reads it after all, or says in words what is wrong
    if quick is not None:
        return quick
    photo = read_photo(path)
    pixels = photo.pixels if photo.pixels.dtype == np.uint8 else (photo.pixels >> 8).astype(np.uint8)
    small = np.asarray(_reduced(Image.fromarray(pixels), side))
    return display_pixels(replace(photo, pixels=small, alpha=None))


def _quick(path: Path, stream: BinaryIO, side: int) -> NDArray[np.uint8] | None:
    """The thumbnail by Pillow alone, or None where that would not do."""
    source = identify(path, stream)
    stream, known = source.stream, source.known
    if known in (HEIF, RAW):
        return None
    pages = pictures_of(stream) if known is TIFF else []
    stream = at_page(stream, pages[0]) if pages else stream
    if known is TIFF:
        check_tiff_whole(stream)
    image = open_image(stream, known)
    if known is JPEG:
        check_repeats(image, stream)
    image.draft(None, (round(_SPARE * side), round(_SPARE * side)))  # only JPEG can, to a half, a quarter or an eighth
    if image.mode not in _EIGHT_BIT:
        return None
    SizeLimit(path, _MOST_MEGAPIXELS, stream.seek(0, 2)).check_image(image)
    if isinstance(image, TiffImagePlugin.TiffImageFile) and is_16_bit_tiff(image):
        return None
    image.load()
    found = find_metadata(image, known, stream)
    orientation = 1 if known is TIFF else found.orientation  # Pillow turns TIFF itself
    small = np.asarray(_reduced(image if image.mode == "RGB" else image.convert("RGB"), side))
    shown = display_pixels(Photo(pixels=small, metadata=found.metadata))
    return cast("NDArray[np.uint8]", turn_upright(shown, orientation))


def _reduced(image: Image.Image, side: int) -> Image.Image:
    ratio = side / max(image.size)
    if ratio >= 1:
        return image
    size = (max(1, round(image.width * ratio)), max(1, round(image.height * ratio)))
    return image.resize(size, Image.Resampling.BICUBIC, reducing_gap=_SPARE)
