"""Where looks of one face disagree, in the photo's coordinates."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import DataError
from engine.explain.disagreement import LookPicture, disagreement, disagreement_overlay, look_of
from engine.explain.plain_looks import plain_look
from engine.types import Box
from tests.engine.explain.explained_face import explained_face

PLACE = np.array([[0.5, 0, 10.0], [0, 0.5, 20.0]])  # px of 0.5 px of the photo


def flat(brightness: float, *, side: int = 40, place: np.ndarray = PLACE) -> LookPicture:
    return LookPicture(np.full((side, side, 3), brightness, np.float32), place)


def test_it_is_the_largest_difference_between_any_two_of_them() -> None:
    looks = [flat(0.2), flat(0.5), flat(0.3)]
    looks[2].image[10:20, 10:20] = 0.9
    found = disagreement(looks)
    assert found.values.shape == (40, 40)
    assert found.values[14, 14] == pytest.approx(0.7, abs=1e-5)
    assert found.values[30, 30] == pytest.approx(0.3, abs=1e-5)
    assert found.mean == pytest.approx(255 * (0.3 * 1500 + 0.7 * 100) / 1600, rel=0.02)


def test_looks_that_agree_are_dark_whatever_their_size_and_place() -> None:
    photo = np.random.default_rng(0).integers(0, 256, (90, 90, 3), dtype=np.uint8)
    smooth = np.asarray(plain_look(photo, Box(0, 0, 90, 90), "bicubic", size=90).image)
    looks = [
        plain_look((255 * smooth).astype(np.uint8), square, "bicubic", size=size)
        for square, size in ((Box(20, 20, 40, 40), 128), (Box(10, 15, 60, 60), 512))
    ]
    found = disagreement(looks)
    assert found.values.shape == (128, 128)
    assert found.mean < 2
    corner = found.photo_from_grid @ [-0.5, -0.5, 1]
    assert corner == pytest.approx([19.5, 19.5])


def test_it_is_compared_where_the_smallest_one_lies_as_finely_as_the_coarsest_shows_it() -> None:
    coarse = flat(0.5, side=30, place=np.array([[2.0, 0, 0], [0, 2.0, 0]]))  # 60 px of the photo
    found = disagreement([flat(0.4, side=80), coarse])  # 40 px of it
    assert found.values.shape == (20, 20)
    assert found.values == pytest.approx(0.1, abs=1e-5)


def test_where_one_does_not_reach_the_others_are_compared() -> None:
    beside = flat(0.9, place=PLACE + np.array([[0, 0, 10], [0, 0, 0]]))
    found = disagreement([flat(0.2), flat(0.3), beside])
    assert found.values[20, 5] == pytest.approx(0.1, abs=1e-5) and found.values[20, 35] == pytest.approx(0.7, abs=1e-5)
    assert disagreement([flat(0.2), beside]).values[20, 5] == 0


def test_another_tone_of_a_whole_look_is_none_since_it_is_pasted_in_the_photos() -> None:
    face = explained_face()
    bright = replace(face, restored=face.restored + np.float32(0.2))
    assert disagreement([look_of(face), look_of(bright)]).mean == pytest.approx(0, abs=1e-3)
    finer = replace(face, restored=np.full((64, 64, 3), 0.5, np.float32))
    assert look_of(finer).photo_from_image @ [63.5, 63.5, 1] == pytest.approx(face.photo_from_crop @ [31.5, 31.5, 1])


def test_one_look_alone_is_refused() -> None:
    with pytest.raises(DataError, match="two or more looks"):
        disagreement([flat(0.2)])


def test_the_map_is_drawn_with_a_bar_that_ends_at_a_round_number() -> None:
    overlay = disagreement_overlay(disagreement([flat(0.2), flat(0.37)]))
    assert (overlay.key, overlay.low, overlay.high, overlay.is_signed) == ("disagreement", 0.0, 0.2, False)
    assert disagreement_overlay(disagreement([flat(0.2), flat(0.2)])).high == 0.05
