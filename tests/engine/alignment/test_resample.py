"""Part of an enlarged photo, without the rest of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.alignment.resample import enlarge, enlarged_part


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("scale", [1, 2, 4])
@pytest.mark.parametrize("shape", [(40, 50), (40, 50, 3)])
def test_a_part_of_an_enlarged_photo_is_cut_out_of_the_whole(dtype: Any, scale: int, shape: tuple[int, ...]) -> None:
    pixels = np.random.default_rng(0).integers(0, np.iinfo(dtype).max, shape, dtype=dtype)
    whole = enlarge(pixels, scale)
    for left, top, right, bottom in ((0, 0, 50, 40), (7, 11, 31, 29), (20, 17, 21, 40), (0, 39, 3, 40)):
        left, top, right, bottom = (side * scale for side in (left, top, right, bottom))
        left += scale > 1  # no whole px of the photo
        part = enlarged_part(pixels, scale, left=left, top=top, right=right, bottom=bottom)
        assert part.dtype == dtype
        assert np.abs(part.astype(int) - whole[top:bottom, left:right].astype(int)).max() <= 1
