"""Photos at another size: transparent and further channels."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.alignment.resample import enlarge
from engine.alignment.whole_photo import enlarged_photo, resized_photo
from engine.types import Photo


def cut_out(dtype: Any, hidden: int) -> Photo:
    """A bright disc of one colour, cut out with a soft edge; where nothing is seen the colour is `hidden`."""
    peak = np.iinfo(dtype).max
    rows, columns = np.mgrid[:40, :40]
    opacity = np.clip(15 - np.hypot(rows - 20, columns - 20) + 0.5, 0, 1)
    pixels: Any = np.where(opacity[..., None] > 0, np.array([0.9, 0.8, 0.7]) * peak, hidden)
    return Photo(pixels=pixels.astype(dtype), alpha=np.rint(opacity * peak).astype(dtype))


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("scale", [2, 4])
def test_a_cut_out_gets_no_fringe(dtype: Any, scale: int) -> None:
    photo = cut_out(dtype, hidden=0)
    large = enlarged_photo(photo, scale)
    assert large.alpha is not None
    seen = large.alpha > photo.peak // 20
    colour = np.array([0.9, 0.8, 0.7]) * photo.peak
    assert np.abs(large.pixels[seen] - colour).max() <= 0.02 * photo.peak
    plain = enlarge(photo.pixels, scale)  # what it would be without weights
    assert (colour - plain[seen]).max() > 0.3 * photo.peak


def test_an_opaque_photo_is_enlarged_as_one_without_alpha() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    photo = Photo(pixels=pixels, alpha=np.full((20, 30), 255, np.uint8))
    np.testing.assert_array_equal(enlarged_photo(photo, 2).pixels, enlarge(pixels, 2))


def test_further_channels_go_along_and_the_source_is_never_written_to() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    photo = Photo(pixels=pixels, extra=pixels[..., :2])
    large = enlarged_photo(photo, 2)
    assert large.extra is not None and large.extra.shape == (40, 60, 2)
    np.testing.assert_array_equal(large.extra, large.pixels[..., :2])
    small = resized_photo(photo, (10, 15))
    assert small.extra is not None and small.extra.shape == (10, 15, 2) and small.pixels.shape == (10, 15, 3)
    assert enlarged_photo(photo, 1).pixels is not photo.pixels
