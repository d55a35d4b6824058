"""A photo's picture for the screen, in files: the engine process writes them, the window maps them. No cv2 here."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.errors import DataError
from engine.pipeline.refused_write import refused_write
from engine.protocol import PictureFile

LARGEST_LAST_SIDE = 1024  # px: there are levels until one is no wider and no higher
_BAND_PIXELS = 4 << 20


def write_picture(pixels: NDArray[np.uint8], folder: Path) -> PictureFile:
    """The picture in `folder`, at every level; what was there is replaced as a whole.

    A pixel of level k is the mean of 2 x 2 of level k - 1, of fewer at an odd right or lower edge; so it stands for
    2**k px of the picture both ways.
    Args: pixels: `(H, W, 3)` RGB. Raises: DataError if the disk is full or refuses; `folder` is then as it was.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=f".{folder.name}-", dir=folder.parent, ignore_cleanup_errors=True
        ) as beside:
            new = Path(beside) / "new"
            new.mkdir()
            levels = 0
            for levels, level in enumerate(_levels(pixels), start=1):
                _write_level(level, _level_path(new, levels - 1))
            if folder.exists():
                folder.rename(Path(beside) / "old")
            new.rename(folder)
    except OSError as error:
        raise refused_write("The picture", folder, error) from error
    return PictureFile(folder=folder, width=pixels.shape[1], height=pixels.shape[0], levels=levels)


def read_level(picture: PictureFile, level: int) -> NDArray[np.uint8]:
    """One level `(h, w, 3)` RGB, mapped from its file, read-only.

    Raises: DataError if it is missing or damaged.
    """
    path = _level_path(picture.folder, level)
    try:
        pixels = cast(NDArray[np.uint8], np.load(path, mmap_mode="r", allow_pickle=False))
    except (OSError, ValueError, EOFError, SyntaxError) as error:
        raise DataError(f"The picture {path} is missing or damaged.", hint="Open the photo again.") from error
    expected = (_halved(picture.height, level), _halved(picture.width, level), 3)
    if pixels.dtype != np.uint8 or pixels.shape != expected:
        raise DataError(
            f"The picture {path} is damaged: expected {expected} of uint8, got {pixels.shape} of {pixels.dtype}.",
            hint="Open the photo again.",
        )
    return pixels


def _level_path(folder: Path, level: int) -> Path:
    return folder / f"level{level}.npy"


def _levels(pixels: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
    yield pixels
    while max(pixels.shape[:2]) > LARGEST_LAST_SIDE:
        pixels = _half(pixels)
        yield pixels


def _half(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture half as large, in bands of rows: Pillow holds a fourth byte for each pixel."""
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
    with path.open("wb") as file:
        np.lib.format.write_array_header_1_0(file, np.lib.format.header_data_from_array_1_0(pixels))
        file.write(pixels.data)
