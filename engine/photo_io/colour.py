"""Colours that are neither grey nor RGB brought to sRGB, and profiles that fit what is written."""

from __future__ import annotations

import io
import struct

from PIL import Image, ImageCms

from engine.messages import message
from engine.photo_io.quiet import DECODER_ERRORS

_SPACES = {"CMYK": "CMYK", "LAB": "Lab ", "YCbCr": "YCbr"}
_TRUNCATED_PROFILE = 132  # bytes: header and tag count


def srgb_profile() -> bytes:
    """An ICC profile of sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def profile_space(icc: bytes) -> str | None:
    """The colour space an ICC profile is for ("GRAY", "RGB ", "CMYK"), or None if it is no profile."""
    if len(icc) < _TRUNCATED_PROFILE or icc[36:40] != b"acsp" or struct.unpack(">I", icc[:4])[0] > len(icc):
        return None
    return icc[16:20].decode("latin-1")


def to_srgb(image: Image.Image, icc: bytes | None) -> tuple[Image.Image, bool]:
    """A CMYK, Lab or YCbCr image as sRGB (perceptual intent), and whether an ICC profile was followed.

    Without a usable profile CMYK and YCbCr are converted by their plain formulas.
    """
    follows = icc is not None and profile_space(icc) == _SPACES.get(image.mode)
    if not follows and image.mode != "LAB":
        return image.convert("RGB"), False
    source = io.BytesIO(icc) if icc is not None and follows else ImageCms.createProfile("LAB")
    try:
        converted = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), ImageCms.Intent.PERCEPTUAL, "RGB"
        )
    except (ImageCms.PyCMSError, *DECODER_ERRORS):
        return image.convert("RGB"), False
    if converted is None:
        raise ValueError(message("the colour conversion gave no image"))
    return converted, follows


def fitting_profile(icc: bytes | None, *, is_grey: bool) -> bytes | None:
    """The profile under which grey or RGB samples, left as they are, look as they did under `icc`.

    A grey profile is rewritten for RGB with the same tone curve in each channel, and the other way round;
    None where that is impossible.
    """
    space = profile_space(icc) if icc else None
    if icc is None or space not in ("GRAY", "RGB "):
        return None
    if is_grey == (space == "GRAY"):
        return icc
    return _grey_from_rgb(icc) if is_grey else _rgb_from_grey(icc)


def _rgb_from_grey(icc: bytes) -> bytes | None:
    """sRGB's primaries with the tone curve of a grey profile."""
    curve = tags_of(icc).get(b"kTRC")
    if curve is None or icc[20:24] != b"XYZ ":
        return None
    base = srgb_profile()
    tags = tags_of(base) | {
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
        b"desc": icc_text("RGB with a grey tone curve"),
    }
    return assemble(base[:128], tags)


def _grey_from_rgb(icc: bytes) -> bytes | None:
    """A grey profile with the tone curve that all channels of an RGB profile share."""
    tags = tags_of(icc)
    curve = tags.get(b"gTRC")
    kept = {name: tags[name] for name in (b"desc", b"cprt", b"wtpt") if name in tags}
    if curve is None or len(kept) < 3 or not curve == tags.get(b"rTRC") == tags.get(b"bTRC"):
        return None
    return assemble(icc[:16] + b"GRAY" + icc[20:128], kept | {b"kTRC": curve})


def tags_of(icc: bytes) -> dict[bytes, bytes]:
    """The tagged data of a profile by name; what lies outside the profile is left out."""
    count = min(struct.unpack_from(">I", icc, 128)[0], (len(icc) - 132) // 12)
    rows = [struct.unpack_from(">4sII", icc, 132 + 12 * n) for n in range(count)]
    return {name: icc[start : start + size] for name, start, size in rows if start + size <= len(icc)}


def assemble(header: bytes, tags: dict[bytes, bytes]) -> bytes:
    """A profile of these tags: `header` (128 bytes) with its size set and its checksum cleared."""
    table = struct.pack(">I", len(tags))
    start = 132 + 12 * len(tags)
    data = b""
    for name, value in tags.items():
        table += struct.pack(">4sII", name, start + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    size = struct.pack(">I", start + len(data))
    return size + header[4:84] + bytes(16) + header[100:128] + table + data


def icc_text(words: str) -> bytes:
    """An ICC version 4 text in one language."""
    encoded = words.encode("utf-16-be")
    return struct.pack(">4s4xII4sII", b"mluc", 1, 12, b"enUS", len(encoded), 28) + encoded
