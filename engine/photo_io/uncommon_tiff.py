"""TIFF photos that Pillow cannot open at their full depth: planes, further channels, floats, Lab of 16 bit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, BinaryIO, cast

import numpy as np
from numpy.typing import NDArray
from PIL import TiffImagePlugin

from engine.messages import message
from engine.photo_io.budget import check_pieces
from engine.photo_io.decoding import Decoded
from engine.photo_io.deep_colours import CIE_LAB, ICC_LAB, Deepened, from_floats, from_lab
from engine.photo_io.sixteen_bit import divided_by_alpha, is_16_bit_tiff, is_planar_tiff
from engine.photo_io.size_limit import SizeLimit
from engine.photo_io.tiff_samples import raw_samples
from engine.types import Pixels

_UNSPECIFIED, _ASSOCIATED, _UNASSOCIATED = 0, 1, 2  # kinds of TIFF's extra samples
_BITS, _PHOTOMETRIC, _EXTRA = 258, 262, 338
_WHITE_IS_ZERO, _RGB = 0, 2


def is_uncommon(image: TiffImagePlugin.TiffImageFile) -> bool:
    """Whether Pillow, which has opened the file, would lose depth or channels of it."""
    return (is_16_bit_tiff(image) and is_planar_tiff(image)) or has_further_channels(image)


def has_further_channels(image: TiffImagePlugin.TiffImageFile) -> bool:
    """Whether an open grey or RGB file has channels that are neither colour nor alpha."""
    extras = cast("tuple[int, ...]", image.tag_v2.get(_EXTRA, ()))
    bits = cast("tuple[int, ...]", image.tag_v2.get(_BITS, (1,)))
    if image.tag_v2.get(_PHOTOMETRIC) not in (_WHITE_IS_ZERO, 1, _RGB) or max(bits) not in (8, 16):
        return False
    return len(extras) > 1 or _UNSPECIFIED in extras


def decode_uncommon(stream: BinaryIO, limit: SizeLimit) -> Decoded | None:
    """The first page, not turned. `limit` is checked before anything is decoded.

    Returns: None for samples that this program does not know. Raises: what tifffile and Pillow raise.
    """
    import tifffile  # here, because reading an ordinary photo needs none of it

    stream.seek(0)
    with tifffile.TiffFile(stream) as file:
        page: Any = file.pages[0]
        check_pieces(len(page.dataoffsets))
        limit.check(
            page.imagewidth,
            page.imagelength,
            bytes_per_pixel=int(page.samplesperpixel) * max(1, int(page.bitspersample) // 8),
        )
        photometric, extras = int(page.photometric), tuple(int(kind) for kind in page.extrasamples)
        if page.imagedepth != 1 or page.dtype is None or not _is_known(np.dtype(page.dtype), photometric):
            return None
        samples = raw_samples(stream, page)
    deep = _deepened(samples, photometric)
    if deep is None:
        return None
    colours = 3 if photometric in (_RGB, CIE_LAB, ICC_LAB) else 1
    if samples.shape[2] < colours:
        return None
    split = _split(deep.samples, colours, extras, is_inverted=photometric == _WHITE_IS_ZERO)
    return replace(split, icc=deep.icc, notes=(*deep.notes, *split.notes))


def _is_known(dtype: np.dtype[Any], photometric: int) -> bool:
    if photometric in (CIE_LAB, ICC_LAB):
        return dtype.itemsize <= 2 and dtype.kind in "ui"
    return photometric in (_WHITE_IS_ZERO, 1, _RGB) and (dtype.kind == "f" or dtype.name in ("uint8", "uint16"))


def _deepened(samples: NDArray[Any], photometric: int) -> Deepened | None:
    if photometric in (CIE_LAB, ICC_LAB):
        return from_lab(samples.view(np.dtype(f"u{samples.dtype.itemsize}")), photometric)
    return from_floats(samples) if samples.dtype.kind == "f" else Deepened(cast(Pixels, samples))


def _split(samples: Pixels, colours: int, extras: tuple[int, ...], *, is_inverted: bool) -> Decoded:
    """Colour with the alpha that the first extra sample is, if it is one, and what is neither."""
    if is_inverted:
        samples = samples.copy()
        samples[..., 0] = np.iinfo(samples.dtype).max - samples[..., 0]
    has_alpha = bool(extras) and extras[0] in (_UNASSOCIATED, _ASSOCIATED) and samples.shape[2] > colours
    known = colours + has_alpha
    further = samples.shape[2] - known
    coloured = samples[..., :known]
    if has_alpha and extras[0] == _ASSOCIATED:
        coloured = divided_by_alpha(coloured)
    if further == 0:
        return Decoded(coloured)
    note = message("channels beside colour and alpha, infrared for instance: {count}, kept as they are", count=further)
    return Decoded(coloured, extra=samples[..., known:], notes=(note,))
