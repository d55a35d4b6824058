"""A patch at the photo's own size blends as the mean of what the larger one does."""

from __future__ import annotations

import numpy as np
import pytest

from engine.pipeline.reduced_patch import reduced_patch

RNG = np.random.default_rng(5)


@pytest.mark.parametrize("scale", [1, 2, 4])
@pytest.mark.parametrize(("left", "top"), [(0, 0), (4, 8), (5, 3), (10, 7)])
def test_what_is_blended_is_the_mean_of_what_the_enlarged_photo_shows(scale: int, left: int, top: int) -> None:
    photo = np.full((34 * scale, 50 * scale, 3), 100.0)
    pixels = RNG.integers(0, 256, (23, 37, 3), dtype=np.uint8)
    mask = RNG.random((23, 37), dtype=np.float32)
    mask[:6] = 0
    large = photo.copy()
    part = large[top : top + 23, left : left + 37]
    part[:] = part + mask[..., None] * (pixels.astype(float) - part)
    wanted = large.reshape(34, scale, 50, scale, 3).mean(axis=(1, 3))

    small = reduced_patch(pixels, mask, left=left, top=top, scale=scale)
    height, width = small.mask.shape
    found = np.full((34, 50, 3), 100.0)
    part = found[small.top : small.top + height, small.left : small.left + width]
    part[:] = part + small.mask[..., None] * (small.pixels.astype(float) - part)
    assert small.pixels.dtype == np.uint8 and small.mask.dtype == np.float32
    assert np.abs(found - wanted).max() <= 0.51
