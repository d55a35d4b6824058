"""The scale at which restored faces lose nothing, within a limit, and the line that says so."""

from __future__ import annotations

import pytest

from engine.pipeline.auto_scale import FaceScale, automatic_scale, face_scale


@pytest.mark.parametrize(
    ("output_side", "face_side", "scale"),
    [(128, 128, 1), (128, 300, 1), (128, 117, 1), (128, 116, 2), (128, 59, 2), (128, 58, 4), (512, 20, 4)],
)
def test_a_face_gets_the_smallest_scale_that_shows_it_within_ten_per_cent(
    output_side: int, face_side: float, scale: int
) -> None:
    assert face_scale(output_side, face_side) == scale


def test_a_photo_gets_the_scale_of_the_face_that_needs_most() -> None:
    auto = automatic_scale(560, 420, [FaceScale(49.3, 4), FaceScale(130, 1), FaceScale(56.8, 2)])
    assert auto.scale == 4
    assert str(auto.reason) == (
        "Auto took ×4: at ×1 faces of 49–57 px cannot show what was restored. Result 2240 × 1680 px."
    )


@pytest.mark.parametrize(
    ("sides", "words"),
    [((49.3,), "a face of 49 px"), ((49.3, 49.4), "faces of 49 px"), ((50, 40), "faces of 40–50 px")],
)
def test_one_face_and_faces_of_one_size_are_said_so(sides: tuple[float, ...], words: str) -> None:
    assert words in str(automatic_scale(100, 100, [FaceScale(side, 2) for side in sides]).reason)


def test_a_photo_without_restored_faces_or_whose_faces_lose_nothing_keeps_its_size() -> None:
    none, large = automatic_scale(560, 420, []), automatic_scale(560, 420, [FaceScale(300, 1)])
    assert (none.scale, large.scale) == (1, 1)
    assert str(none.reason) == "Auto kept the photo's size: no face is restored."
    assert str(large.reason) == "Auto kept the photo's size: the restored faces lose nothing at it."


@pytest.mark.parametrize(("limit", "scale"), [(96.0, 4), (95.9, 2), (24.0, 2), (23.9, 1), (1.0, 1)])
def test_the_result_stays_within_the_limit_and_says_what_it_would_have_been(limit: float, scale: int) -> None:
    auto = automatic_scale(3000, 2000, [FaceScale(40, 4)], limit_megapixels=limit)
    assert auto.scale == scale
    assert ("at ×4, which would show all that was restored, the result would have 96 MP" in str(auto.reason)) == (
        scale < 4
    )
