"""What was measured of a face, in plain words."""

from __future__ import annotations

import pytest

from engine.quality.words import quality_words, unchecked_words
from engine.types import Box, Face, FaceQuality


@pytest.mark.parametrize(
    ("quality", "words"),
    [
        (FaceQuality(width_px=612, detail_px=71), "612 px wide, real detail of about 71 px"),
        (FaceQuality(width_px=40, detail_px=38), "40 px wide, real detail of about 38 px"),
        (FaceQuality(width_px=40, detail_px=39.8), "40 px wide, with as much real detail"),
        (FaceQuality(width_px=100, detail_px=23.4, noise=9), "100 px wide, real detail of about 23 px, strong grain"),
        (
            FaceQuality(width_px=50, detail_px=50, noise=4, jpeg=0.6),
            "50 px wide, with as much real detail, strong JPEG damage, some grain",
        ),
        (
            FaceQuality(width_px=115, detail_px=52, noise=20, jpeg=0.9, screen_px=3),
            "115 px wide, real detail of about 52 px, printed in dots of 3.0 px",
        ),
        (
            FaceQuality(width_px=20, detail_px=20, yaw=-0.6),
            "20 px wide, with as much real detail, turned to the side, where restorations were not measured",
        ),
        (
            FaceQuality(width_px=20, detail_px=20, comb=1),
            "20 px wide, with as much real detail, torn by interlaced video",
        ),
    ],
)
def test_size_real_detail_and_what_ails_the_face_are_said(quality: FaceQuality, words: str) -> None:
    assert str(quality_words(quality)) == words


@pytest.mark.parametrize(("source", "is_said"), [("hand", True), ("centerface", False)])
def test_of_a_face_given_by_hand_it_is_said_that_nothing_has_checked_it(source: str, is_said: bool) -> None:
    face = Face(box=Box(0, 0, 8, 8), points=None, score=1, source=source)
    assert ("nothing has checked" in str(unchecked_words(face))) is is_said
