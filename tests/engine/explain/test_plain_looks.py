"""Faces that are only enlarged."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from engine.alignment.crop import cut_tight
from engine.errors import DataError
from engine.explain.plain_looks import PLAIN_LOOKS, as_pixels, plain_look
from engine.types import Box

PHOTO = np.random.default_rng(1).integers(0, 256, (60, 80, 3), dtype=np.uint8)


def test_bicubic_is_what_a_model_gets_to_see() -> None:
    square = Box(12.3, 8.1, 30.4, 30.4)
    look, crop = plain_look(PHOTO, square, "bicubic", size=128), cut_tight(PHOTO, square, size=128)
    assert np.abs(look.image - crop.image).max() < 1e-5
    assert look.photo_from_image == pytest.approx(crop.photo_from_crop)


def test_lanczos_is_pillows() -> None:
    photo = PHOTO // 4 + 96  # eight bits cut off between the passes what overshoots
    wanted = Image.fromarray(photo).resize((120, 120), Image.Resampling.LANCZOS, box=(20, 15, 50, 45))
    found = as_pixels(plain_look(photo, Box(20, 15, 30, 30), "lanczos", size=120))
    assert found.dtype == np.uint8 and np.abs(found.astype(int) - np.asarray(wanted)).max() <= 2


@pytest.mark.parametrize("look", PLAIN_LOOKS)
def test_a_square_over_the_edge_is_mirrored_there_and_one_without_area_refused(look) -> None:
    image = plain_look(PHOTO, Box(-10, -10, 30, 30), look, size=90).image
    assert np.abs(image[:28, 40:] - image[32:60, 40:][::-1]).max() < 0.02
    with pytest.raises(DataError, match="with an area"):
        plain_look(PHOTO, Box(5, 5, 0, 0), look, size=90)
