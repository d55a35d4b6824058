"""An opened image brought to samples: grey or RGB, with or without alpha, 8 or 16 bit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, cast

from PIL import Image, TiffImagePlugin

from engine.errors import PhotoError
from engine.messages import Message, message
from engine.photo_io import sixteen_bit
from engine.photo_io.colour import srgb_profile, to_srgb
from engine.photo_io.formats import PNG, Format
from engine.photo_io.samples import keyed_alpha, samples_of
from engine.types import Pixels

CONVERT_HINT = message("Convert it to 8 or 16 bit per channel in an image editor and open it again.")
_PLAIN = {
    "1": "L",
    "L": "L",
    "LA": "LA",
    "La": "LA",
    "RGB": "RGB",
    "RGBX": "RGB",
    "RGBA": "RGBA",
    "RGBa": "RGBA",
}
_EXIF_ORIENTATION = 274
_PALETTE_NOTE = message("the photo had a palette and is written as RGB")


@dataclass(frozen=True)
class Decoded:
    """`samples` `(H, W, C)`: C 1 grey, 2 grey + alpha, 3 RGB, 4 RGBA.

    `alpha` `(H, W)` where a colour was declared transparent; `extra` `(H, W, n)`: further channels. `icc` replaces the
    file's profile unless None.
    """

    samples: Pixels
    alpha: Pixels | None = None
    extra: Pixels | None = None
    icc: bytes | None = None
    notes: tuple[Message, ...] = ()


def open_image(stream: BinaryIO, known: Format) -> Image.Image:
    """The file opened by Pillow as the format `known` and by no other; not yet decoded."""
    stream.seek(0)
    image = Image.open(stream, formats=[known.name])
    if isinstance(image, TiffImagePlugin.TiffImageFile) and _EXIF_ORIENTATION not in image.tag_v2:
        image.getexif()[_EXIF_ORIENTATION] = 1  # or Pillow would turn it as its XMP says
    return image


def decode(image: Image.Image, stream: BinaryIO, known: Format) -> Decoded:
    """The samples of an image that `open_image` gave.

    Raises: PhotoError for samples of more than 16 bit; what Pillow raises for damaged data.
    """

    def reopen() -> Image.Image:
        return open_image(stream, known)

    head = head_of(stream)
    if known is PNG and sixteen_bit.is_16_bit_png(head):
        image.load()  # Pillow's own pass finds the transparent colour and the text behind the pixels
        samples = sixteen_bit.png_samples(head, reopen)
        return Decoded(samples, keyed_alpha(samples, image.info.get("transparency")))
    if isinstance(image, TiffImagePlugin.TiffImageFile) and sixteen_bit.is_16_bit_tiff(image):
        return Decoded(sixteen_bit.tiff_samples(cast("Callable[[], TiffImagePlugin.TiffImageFile]", reopen)))
    return _decode_8_bit(image, head, known)


def head_of(stream: BinaryIO) -> bytes:
    """The first bytes of an open file, as many as a PNG file's header has; its position stays."""
    position = stream.tell()
    stream.seek(0)
    head = stream.read(33)
    stream.seek(position)
    return head


def _decode_8_bit(image: Image.Image, head: bytes, known: Format) -> Decoded:
    if image.mode in _PLAIN:
        wanted = _PLAIN[image.mode]
        image.load()
        samples = samples_of(image if image.mode == wanted else image.convert(wanted))
        key = image.info.get("transparency") if known is PNG else None
        return Decoded(samples, None if key is None else keyed_alpha(samples, _scaled_key(key, head[24])))
    if image.mode in ("P", "PA"):
        image.load()
        with_alpha = image.mode == "PA" or "transparency" in image.info
        return Decoded(samples_of(image.convert("RGBA" if with_alpha else "RGB")), notes=(_PALETTE_NOTE,))
    if image.mode in ("CMYK", "YCbCr", "LAB"):
        return _decode_foreign_colours(image)
    raise PhotoError(
        "This photo's samples ({mode}: 32 bit or float) are not supported.", hint=CONVERT_HINT, mode=image.mode
    )


def _scaled_key(key: object, bits: int) -> object:
    """A grey of 1, 2 or 4 bit in the 8 bit that Pillow decodes it to."""
    return key * 255 // (2**bits - 1) if isinstance(key, int) and bits < 8 else key


def _decode_foreign_colours(image: Image.Image) -> Decoded:
    image.load()
    profile = cast(object, image.info.get("icc_profile"))
    converted, follows = to_srgb(image, profile if isinstance(profile, bytes) else None)
    note = message(
        "the photo was {mode} and is written as RGB, converted by {rule}",
        mode=image.mode,
        rule=message("its colour profile") if follows else message("the standard formula"),
    )
    notes = (note, message("its 16 bit per ink were read as 8")) if _is_16_bit_cmyk(image) else (note,)
    return Decoded(samples_of(converted), icc=srgb_profile(), notes=notes)


def _is_16_bit_cmyk(image: Image.Image) -> bool:
    return isinstance(image, TiffImagePlugin.TiffImageFile) and 16 in cast("tuple[int, ...]", image.tag_v2.get(258, ()))
