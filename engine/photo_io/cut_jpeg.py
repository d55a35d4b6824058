"""JPEG files that end too early: what is there is read, and how much is missing is told."""

from __future__ import annotations

import io
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.messages import Message, message
from engine.photo_io.budget import check_scans
from engine.types import Pixels

END = b"\xff\xd9"
_TAIL = 65536  # bytes at the end of a file in which its end mark is sought
_MARKER, _SCAN = 0xFF, 0xDA
_EMPTY = 128  # libjpeg's sample where there are no data
_NO_END = message("the end mark of the file is missing; the picture itself is whole")
_PROGRESSIVE = message("the file is cut off at its end: fine detail of the picture is missing in places")
_BLOCK, _LARGEST_BLOCK = 8, 16  # px; the larger one where colours have half the size


def has_end(stream: BinaryIO) -> bool:
    """Whether an open JPEG file has an end mark behind the head of its picture, whose thumbnail may have its own."""
    start = first_scan(stream)
    size = stream.seek(0, 2)
    for place in (max(start, size - _TAIL), start):  # nearly always it is at the very end
        stream.seek(place)
        if END in stream.read():
            return True
    return False


def first_scan(stream: BinaryIO) -> int:
    """Where the compressed samples begin; the end of the file if it ends before."""
    at = 2
    while True:
        stream.seek(at)
        head = stream.read(4)
        if len(head) < 4 or head[0] != _MARKER:
            return at
        if head[1] == _MARKER:  # filling
            at += 1
        elif head[1] == _SCAN:
            return at
        else:
            at += 2 + max(2, int.from_bytes(head[2:], "big"))


def check_repeats(image: Image.Image, stream: BinaryIO) -> None:
    """Raises: ValueError if an open JPEG file goes over its picture far too often."""
    is_progressive = bool(image.info.get("progressive"))
    check_scans(stream, first_scan(stream), channels=len(image.getbands()), is_progressive=is_progressive)


def closed(stream: BinaryIO) -> BinaryIO:
    """The file with an end mark, in memory: decoders fill up what is missing."""
    stream.seek(0)
    return io.BytesIO(stream.read() + END)


def note_of_cut(samples: Pixels, image: Image.Image) -> Message:
    """What is missing of a file that was `closed`. Raises: ValueError if nothing of the picture is there."""
    missing = _missing_share(samples)
    if missing >= 1:
        raise ValueError(message("the file ends early"))
    if image.info.get("progressive") and missing == 0:
        return _PROGRESSIVE
    if missing == 0:
        return _NO_END
    percent = max(1, round(100 * missing))
    return message("the file is cut off: the lower {percent} % of the picture is missing", percent=percent)


def note_of_grey_end(samples: Pixels) -> tuple[Message, ...]:
    """A note if the lowest rows of a file that has its end mark are nothing but the decoder's filling."""
    if not (samples[-_BLOCK:] == _EMPTY).all():
        return ()
    percent = max(1, round(100 * _missing_share(samples)))
    return (
        message("the lower {percent} % of the picture is even grey: the file may have been cut off", percent=percent),
    )


def _missing_share(samples: Pixels) -> float:
    """The share of the height below which nothing but the decoder's filling is."""
    height, width = samples.shape[:2]
    is_filling = cast("NDArray[np.bool_]", (samples == _EMPTY).all(axis=2))
    if int(np.count_nonzero(~is_filling)) <= _LARGEST_BLOCK**2:  # the first block is decoded of nothing
        return 1
    rows = cast("NDArray[np.bool_]", is_filling.all(axis=1))
    full = int(np.argmin(rows[::-1])) if not rows.all() else height
    above = max(0, height - full - _BLOCK)
    has_cut_row = bool(is_filling[above : height - full, max(0, width - _BLOCK) :].all())
    return min(1.0, (full + (_BLOCK if has_cut_row and full < height else 0)) / height)
