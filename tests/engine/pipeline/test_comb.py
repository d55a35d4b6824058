"""The two fields of interlaced video become one picture."""

from __future__ import annotations

import numpy as np
import pytest
from skimage import data

from engine.alignment.resample import resize_bicubic
from engine.pipeline.comb import without_comb
from engine.types import Floats


@pytest.fixture(scope="module")
def still() -> Floats:
    return resize_bicubic(np.asarray(data.astronaut(), np.float32)[:256, 96:352] / np.float32(255), (64, 64))


@pytest.mark.parametrize("shift", [2, 5])
def test_what_moved_between_the_fields_is_laid_over_itself(still: Floats, shift: int) -> None:
    torn = still.copy()
    torn[1::2] = np.roll(still, shift, axis=1)[1::2]
    joined = without_comb(torn)
    middle = np.roll(still, shift // 2, axis=1)  # half the way
    inner = (slice(4, -4), slice(8, -8))
    assert np.abs(joined - middle)[inner].mean() < 0.4 * np.abs(torn - middle)[inner].mean()
    rows = np.abs(np.diff(joined, axis=0))[inner].mean()
    assert rows < 0.6 * np.abs(np.diff(torn, axis=0))[inner].mean()


def test_a_picture_that_is_not_torn_is_hardly_changed(still: Floats) -> None:
    soft = resize_bicubic(resize_bicubic(still, (24, 24)), (64, 64))
    assert np.abs(without_comb(soft) - soft).mean() < 0.01
