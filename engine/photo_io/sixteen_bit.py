"""Samples of 16 bit, which Pillow keeps for grey only: high and low bytes are decoded in turn.

Pillow's decoders are asked for the first byte of each sample, then (as if the byte order were the other one)
for the second. So the formats are parsed by well-tested code, and no cv2 is needed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, TiffImagePlugin

from engine.photo_io.samples import samples_of
from engine.types import Pixels

Samples16 = NDArray[np.uint16]
_BITS, _PHOTOMETRIC, _PLANAR = 258, 262, 284
_WHITE_IS_ZERO = 0
_BAND_ROWS = 64


def is_16_bit_png(head: bytes) -> bool:
    """Whether the first bytes of a PNG file state 16 bit per sample."""
    return head[24] == 16


def png_samples(head: bytes, reopen: Callable[[], Image.Image]) -> Samples16:
    """`(H, W, C)` of a 16-bit PNG; `reopen` opens it anew each time, not yet decoded."""
    colour_type = head[25]
    if colour_type == 0:
        return np.asarray(reopen()).astype(np.uint16)[..., None]
    if colour_type == 4:  # four bytes per pixel: decoded as if they were RGBA of 8 bit
        raw = np.ascontiguousarray(_decoded(reopen(), "RGBA"))
        return raw.view(">u2").astype(np.uint16)
    bands = "RGB" if colour_type == 2 else "RGBA"
    return _joined(_decoded(reopen(), f"{bands};16B"), _decoded(reopen(), f"{bands};16L"))


def is_16_bit_tiff(image: TiffImagePlugin.TiffImageFile) -> bool:
    """Whether an open TIFF has grey or RGB samples of 12 or 16 bit."""
    bits = cast("tuple[int, ...]", image.tag_v2.get(_BITS, (1,)))
    return max(bits) in (12, 16) and image.mode in ("I;16", "I;16B", "RGB", "RGBA")


def is_planar_tiff(image: TiffImagePlugin.TiffImageFile) -> bool:
    """Whether the channels of an open TIFF are stored one after the other."""
    return image.tag_v2.get(_PLANAR, 1) == 2 and len(image.getbands()) > 1


def tiff_samples(reopen: Callable[[], TiffImagePlugin.TiffImageFile]) -> Pixels:
    """`(H, W, C)` of a 16-bit TIFF whose channels lie together, upright: Pillow turns TIFF itself."""
    image = reopen()
    tags = dict(image.tag_v2)
    if image.mode.startswith("I;16"):
        grey: Samples16 = np.asarray(image).astype(np.uint16)[..., None]
        if tags.get(_BITS) == (12,):
            grey = (grey << np.uint16(4)) | (grey >> np.uint16(8))
        return ~grey if tags.get(_PHOTOMETRIC) == _WHITE_IS_ZERO else grey
    rawmode = _rawmode(image)
    bands, order = rawmode[:-1].replace("RGBa", "RGBA"), rawmode[-1]
    native, other = ("L", "B") if sys.byteorder == "little" else ("B", "L")
    opposite = {"L": "B", "B": "L", "N": other}[order]
    joined = _joined(_decoded(image, bands + order.replace("N", native)), _decoded(reopen(), bands + opposite))
    return divided_by_alpha(joined) if "RGBa" in rawmode else joined


def _rawmode(image: Image.Image) -> str:
    arguments = image.tile[0].args  # pyright: ignore[reportAttributeAccessIssue]
    return cast(str, arguments if isinstance(arguments, str) else arguments[0])


def _decoded(image: Image.Image, rawmode: str) -> NDArray[np.uint8]:
    """The samples of an open image, unpacked as `rawmode` says."""
    tiles = image.tile  # pyright: ignore[reportAttributeAccessIssue]
    image.tile = [  # pyright: ignore[reportAttributeAccessIssue]
        tile._replace(args=rawmode if isinstance(tile.args, str) else (rawmode, *tile.args[1:])) for tile in tiles
    ]
    image.load()
    return samples_of(image)


def _joined(high: NDArray[np.uint8], low: NDArray[np.uint8]) -> Samples16:
    joined = high.astype(np.uint16)
    joined <<= 8
    joined |= low
    return joined


def divided_by_alpha(samples: Pixels) -> Pixels:
    """Channels that were stored multiplied by alpha, the last channel, as they were before."""
    peak = np.iinfo(samples.dtype).max
    divided = samples.copy()
    for top in range(0, len(samples), _BAND_ROWS):  # as a whole it would take nine times the samples
        band = samples[top : top + _BAND_ROWS]
        alpha = band[..., -1:].astype(np.uint64)
        whole = (band[..., :-1] * np.uint64(peak) + alpha // 2) // np.maximum(alpha, 1)
        divided[top : top + _BAND_ROWS, :, :-1] = np.minimum(whole, peak)
    return divided
