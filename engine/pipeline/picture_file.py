"""A photo's picture for the screen, in files: the engine process writes them, the window maps them. No cv2 here."""

from __future__ import annotations

import math
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError
from engine.files import make_own_folder
from engine.messages import message
from engine.pipeline.refused_write import refused_write

LARGEST_LAST_SIDE = 1024  # px: there are levels until one is no wider and no higher
_BAND_PIXELS = 4 << 20
_NPY_START = 10  # bytes: magic, version, length of the header
_NPY_VERSION_1 = b"\x93NUMPY\x01\x00"


@dataclass(frozen=True, kw_only=True)
class PictureFile:
    """A picture for the screen, sRGB, 8 bits: `folder` holds `level0.npy` `(height, width, 3)` uint8, `level1.npy` half
    as large (rounded up), and so on for `levels`, the last at most 1024 px wide and high."""

    folder: Path
    width: int
    height: int
    levels: int


def write_picture(pixels: NDArray[np.uint8], folder: Path) -> PictureFile:
    """The picture in `folder`, at every level; what was there is replaced as a whole.

    A pixel of level k is the mean of 2 x 2 of level k - 1, of fewer at an odd right or lower edge; so it stands for
    2**k px of the picture both ways.
    Args: pixels: `(H, W, 3)` RGB. Raises: DataError if the disk is full or refuses; `folder` is then as it was.
    """
    try:
        make_own_folder(folder.parent)
        with tempfile.TemporaryDirectory(
            prefix=f".{folder.name}-", dir=folder.parent, ignore_cleanup_errors=True
        ) as beside:
            new = Path(beside) / "new"
            new.mkdir(mode=0o700)
            levels = 0
            for levels, level in enumerate(_levels(pixels), start=1):
                _write_level(level, _level_path(new, levels - 1))
            if folder.exists():
                folder.rename(Path(beside) / "old")
            new.rename(folder)
    except OSError as error:
        raise refused_write(message("The picture"), folder, error) from error
    return PictureFile(folder=folder, width=pixels.shape[1], height=pixels.shape[0], levels=levels)


def read_level(picture: PictureFile, level: int) -> NDArray[np.uint8]:
    """One level `(h, w, 3)` RGB, mapped from its file, read-only.

    Not by `np.load`: it parses the header as Python, which two threads of Python 3.11 cannot do at the same time
    ("AST constructor recursion depth mismatch"), and the canvas reads on two.
    Raises: DataError if it is missing or damaged.
    """
    path = _level_path(picture.folder, level)
    shape = (_halved(picture.height, level), _halved(picture.width, level), 3)
    try:
        with path.open("rb") as file:
            start = file.read(_NPY_START)
            header = file.read(int.from_bytes(start[8:10], "little"))
            size = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise DataError("The picture {path} is missing or damaged.", hint="Open the photo again.", path=path) from error
    offset = _NPY_START + len(header)
    is_level = start[:8] == _NPY_VERSION_1 and b"'|u1'" in header and f"'shape': {shape}".encode() in header
    if not is_level or size != offset + math.prod(shape):
        raise DataError(
            "The picture {path} is missing or damaged: expected {shape} of uint8, got something else.",
            hint="Open the photo again.",
            path=path,
            shape=str(shape),
        )
    try:
        return np.memmap(path, dtype=np.uint8, mode="r", offset=offset, shape=shape)
    except (OSError, ValueError) as error:
        raise DataError("The picture {path} is missing or damaged.", hint="Open the photo again.", path=path) from error


def _level_path(folder: Path, level: int) -> Path:
    return folder / f"level{level}.npy"


def _levels(pixels: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
    yield pixels
    while max(pixels.shape[:2]) > LARGEST_LAST_SIDE:
        pixels = _half(pixels)
        yield pixels


def _half(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture half as large, in bands of rows: Pillow holds a fourth byte for each pixel."""
    from PIL import Image  # the protocol names `PictureFile`, and the window's start need not wait for Pillow

    height, width = pixels.shape[:2]
    halved = np.empty((_halved(height, 1), _halved(width, 1), 3), np.uint8)
    rows = 2 * max(1, _BAND_PIXELS // (2 * width))
    for top in range(0, height, rows):
        band = Image.fromarray(np.ascontiguousarray(pixels[top : top + rows])).reduce(2)
        halved[top // 2 : top // 2 + band.height] = np.asarray(band)
    return halved


def _halved(side: int, times: int) -> int:
    """`side` px after halving, rounded up each time."""
    return -(-side >> times)


def _write_level(pixels: NDArray[np.uint8], path: Path) -> None:
    """As np.save, which says no reason when a disk is full."""
    pixels = np.ascontiguousarray(pixels)
    with open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        np.lib.format.write_array_header_1_0(file, np.lib.format.header_data_from_array_1_0(pixels))
        file.write(pixels.data)
