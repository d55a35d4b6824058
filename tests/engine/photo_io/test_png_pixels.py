"""PNG files packed in bands are what every reader expects."""

from __future__ import annotations

import io
import sys
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from skimage import data

from engine.photo_io import png_pixels
from engine.photo_io.png_chunks import HEADER_END, check_png_whole
from engine.photo_io.png_pixels import encode_pixels
from engine.types import Pixels


def file_of(samples: Pixels) -> bytes:
    return b"".join(encode_pixels(samples))


def noise(shape: tuple[int, int, int], dtype: type[np.uint8] | type[np.uint16]) -> NDArray[Any]:
    return np.random.default_rng(3).integers(0, np.iinfo(dtype).max, shape, dtype=dtype, endpoint=True)


@pytest.fixture
def _small_bands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png_pixels, "_BAND_BYTES", 300)


@pytest.mark.usefixtures("_small_bands")
@pytest.mark.parametrize("channels, mode", [(1, "L"), (2, "LA"), (3, "RGB"), (4, "RGBA")])
@pytest.mark.parametrize("height, width", [(1, 1), (1, 40), (41, 1), (29, 23)])
def test_pillow_reads_the_same_samples(channels: int, mode: str, height: int, width: int) -> None:
    samples = noise((height, width, channels), np.uint8)
    file = file_of(samples)
    check_png_whole(io.BytesIO(file))
    with Image.open(io.BytesIO(file)) as image:
        assert image.mode == mode
        np.testing.assert_array_equal(np.asarray(image).reshape(samples.shape), samples)


@pytest.mark.usefixtures("_small_bands")
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_opencv_reads_the_same_16_bit_samples(channels: int) -> None:
    samples = noise((29, 23, channels), np.uint16)
    read = cv2.imdecode(np.frombuffer(file_of(samples), np.uint8), cv2.IMREAD_UNCHANGED)
    order = [2, 1, 0, 3][:channels] if channels > 1 else [0]
    np.testing.assert_array_equal(np.asarray(read).reshape(29, 23, channels)[..., order], samples)


@pytest.mark.usefixtures("_small_bands")
def test_the_file_does_not_depend_on_the_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    samples = noise((60, 50, 3), np.uint8)
    files: set[bytes] = set()
    for threads in (1, 2, 7):
        monkeypatch.setattr(png_pixels, "thread_count", lambda threads=threads: threads)
        files.add(file_of(samples))
    assert len(files) == 1


def test_the_header_comes_first_and_alone() -> None:
    assert len(next(encode_pixels(noise((5, 5, 3), np.uint8)))) == HEADER_END


def test_samples_of_any_byte_order_and_layout_are_taken() -> None:
    samples = noise((8, 6, 3), np.uint16)
    other = samples.astype(samples.dtype.newbyteorder("<" if sys.byteorder == "big" else ">"))
    assert file_of(samples) == file_of(other) == file_of(np.asfortranarray(samples))


def test_sixteen_bits_that_repeat_are_still_searched() -> None:
    flat = np.full((400, 400, 3), 30_000, np.uint16)
    assert len(file_of(flat)) < 8_000
    doubled = np.repeat(noise((1, 400, 3), np.uint16), 400, axis=0)
    assert len(file_of(doubled)) < 15_000


def test_a_photo_is_packed_nearly_as_well_as_by_pillow() -> None:
    for samples in (data.astronaut(), data.astronaut()[::2, ::2], data.coffee()):
        pillow = io.BytesIO()
        Image.fromarray(samples).save(pillow, "PNG")
        assert len(file_of(samples)) < 1.15 * len(pillow.getvalue())
