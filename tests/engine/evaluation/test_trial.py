"""Which faces are scored, at which size, and what low-resolution faces are made of them."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import numpy as np
import pytest

from engine.context import JobContext
from engine.datasets.portraits import Portrait, tight_faces
from engine.errors import DataError
from engine.evaluation.trial import Degradation, check_scale, layout_of, make_trial, read_faces, usable_faces
from engine.paths import samples_folder

Two = tuple[Portrait, Portrait]


def test_tight_crops_are_scored_at_the_results_size_and_aligned_ones_at_256_px() -> None:
    assert layout_of("tight", 128, None).score_size == 128
    assert layout_of("ffhq", 512, None).score_size == 256
    assert layout_of("ffhq", 512, 128).score_size == 128
    with pytest.raises(DataError, match="700 px"):
        layout_of("ffhq", 512, 700)


@pytest.mark.parametrize(("scale", "words"), [(1, "2 or more"), (0, "2 or more"), (7, "divide"), (64, "at least 4")])
def test_a_scale_that_does_not_fit_is_refused(scale: int, words: str) -> None:
    with pytest.raises(DataError, match=words):
        check_scale(scale, layout_of("tight", 128, None))


def test_a_scale_that_leaves_more_than_is_scored_is_refused() -> None:
    with pytest.raises(DataError, match="64 px, more than the 32 px"):
        check_scale(2, layout_of("tight", 128, 32))


def test_faces_without_enough_real_detail_are_left_out_with_the_reason(portraits: Two) -> None:
    small = dataclasses.replace(portraits[0], name="small", native_quad=179.0)
    large = dataclasses.replace(portraits[1], native_quad=180.0)
    usable, left_out = usable_faces([small, large], layout_of("tight", 128, None), limit=None)
    assert usable == [large]
    assert left_out[0].path == small.path and "179 px of real detail, 180 needed" in left_out[0].reason
    with pytest.raises(DataError, match="None of the 1 faces"):
        usable_faces([small], layout_of("tight", 128, None), limit=None)


def test_aligned_faces_must_lie_inside_their_photo(portraits: Two) -> None:
    cut = dataclasses.replace(portraits[0], native_quad=400.0, inside=0.39)
    whole = dataclasses.replace(portraits[0], native_quad=400.0, inside=0.41)
    usable, left_out = usable_faces([cut, whole], layout_of("ffhq", 512, None), limit=None)
    assert usable == [whole] and "39%" in left_out[0].reason


def test_a_limit_takes_faces_from_the_whole_list(portraits: Two) -> None:
    many = [dataclasses.replace(portraits[0], name=str(i), native_quad=400.0) for i in range(9)]
    usable, left_out = usable_faces(many, layout_of("tight", 128, None), limit=3)
    assert [portrait.name for portrait in usable] == ["0", "4", "8"] and not left_out


def test_a_trial_holds_truth_and_lows_of_the_sizes_asked_for(portraits: Two) -> None:
    tight = make_trial(portraits, layout_of("tight", 128, None), Degradation(scale=8, seed=0))
    np.testing.assert_array_equal(tight.truth, tight_faces(portraits, size=128))
    assert [low.shape for low in tight.lows] == [(16, 16, 3)] * 2
    aligned = make_trial(portraits, layout_of("ffhq", 512, None), Degradation(scale=8, seed=0))
    assert aligned.truth.shape == (2, 256, 256, 3)
    assert [low.shape for low in aligned.lows] == [(64, 64, 3)] * 2
    blind = make_trial(portraits, layout_of("ffhq", 512, None), Degradation(scale=None, seed=0))
    assert all(20 <= low.shape[0] <= 100 for low in blind.lows)


def test_the_faces_of_a_photo_folder_are_not_held_in_memory(tmp_path: Path) -> None:
    shutil.copy(samples_folder() / "grace-hopper.jpg", tmp_path)
    (portrait,) = read_faces(tmp_path, JobContext()).portraits
    assert portrait.pixels is None
    assert make_trial([portrait], layout_of("tight", 128, None), Degradation(scale=8, seed=0)).truth.std() > 0.1
