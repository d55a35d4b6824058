"""What a taught model is judged by: by PSNR alone, a blurred face would be the better one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.alignment.resample import resize_bicubic
from engine.context import JobContext
from engine.training.finetune_held_out import HeldOut
from engine.training.finetune_judge import judged, lost, smaller
from engine.training.finetune_measures import Measured, Measurer
from engine.training.finetune_watch import CheckTold, Watch
from engine.training.recipe import read_recipe
from engine.training.recipes_shipped import find_recipe
from tests.engine.training.edges import EDGES


def measured(psnr: float = 30.0, perceptual: float = 0.3, landmarks: float = 2.0, sharpness: float = 1.0) -> Measured:
    """The values of three faces at one size of input."""

    def of_each(value: float) -> Any:
        return np.array([[value, value * 1.01, value * 0.99]])

    return Measured(of_each(psnr), of_each(0.8), of_each(perceptual), of_each(landmarks), of_each(sharpness))


PARENT = measured()
GIVEN = measured(psnr=26.0, perceptual=0.6, landmarks=3.0, sharpness=0.3)


def test_the_crisp_model_of_the_issue_is_not_kept_for_half_a_decibel() -> None:
    verdict = judged(measured(psnr=30.53, sharpness=0.65), measured(sharpness=1.04), GIVEN)
    assert not verdict.is_better and verdict.gain > 0
    assert str(verdict.reason) == "It lost sharpness: 0.65 of the truth's, 1.04 before."


def test_what_is_better_in_all_is_kept_with_what_it_gained() -> None:
    verdict = judged(measured(psnr=30.5, perceptual=0.28, landmarks=1.9), PARENT, GIVEN)
    assert verdict.is_better
    assert str(verdict.reason) == "The three errors of the 3 held-out faces shrank by 4.7 %, give or take 0.0 %."


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (
            measured(psnr=31, perceptual=0.31),
            "It looks less like the truth: perceptual distance 0.3100, 0.3000 before.",
        ),
        (measured(psnr=31, landmarks=2.4), "It moved the features: landmarks are off by 2.40 %, 2.00 % before."),
        (measured(psnr=29.7, perceptual=0.2), "It is less exact: PSNR 29.70 dB, 30.00 dB before."),
        (measured(psnr=31, sharpness=0.85), "It lost sharpness: 0.85 of the truth's, 1.00 before."),
    ],
)
def test_a_gain_does_not_pay_for_what_the_parent_had(now: Measured, words: str) -> None:
    assert [str(fault) for fault in lost(now, PARENT, GIVEN)] == [words]
    assert not judged(now, PARENT, GIVEN).is_better


def test_sharpness_beyond_the_truth_is_no_loss() -> None:
    assert not lost(measured(sharpness=1.0), measured(sharpness=1.4), GIVEN)


def test_what_was_better_than_the_photo_must_stay_better() -> None:
    parent, given = measured(perceptual=0.300), measured(psnr=26, perceptual=0.302, sharpness=0.5)
    assert lost(measured(psnr=31, perceptual=0.305), parent, given)
    assert not lost(measured(psnr=31, perceptual=0.305), parent, GIVEN)


def test_a_model_behind_the_photos_as_they_were_given_is_not_kept_though_its_parent_was_worse() -> None:
    given = measured(psnr=36, perceptual=0.1, landmarks=1.0)
    faults = lost(measured(psnr=31, perceptual=0.25), PARENT, given)
    assert [str(fault) for fault in faults] == ["It fell behind the photos as they were given."]


def test_a_gain_of_one_face_among_four_is_chance_and_one_of_all_is_not() -> None:
    parent = Measured(*(np.full((1, 4), value) for value in (30.0, 0.8, 0.3, 2.0, 1.0)))
    given = Measured(*(np.full((1, 4), value) for value in (26.0, 0.6, 0.6, 3.0, 0.3)))
    lucky = replace(parent, psnr=parent.psnr + np.array([[0.9, 0.0, 0.02, 0.1]]))
    verdict = judged(lucky, parent, given)
    assert not verdict.is_better and "no better than by chance" in str(verdict.reason)
    assert judged(replace(parent, psnr=parent.psnr + np.array([[0.4, 0.3, 0.4, 0.35]])), parent, given).is_better
    assert not judged(replace(parent, psnr=parent.psnr + 0.01), parent, given).is_better


def test_landmarks_that_cannot_be_trusted_count_for_nothing() -> None:
    unknown = np.full((1, 3), np.nan)
    without = [replace(one, landmarks=unknown) for one in (measured(psnr=30.5), PARENT, GIVEN)]
    assert judged(*without).is_better and without[0].standing.landmarks is None
    assert np.isfinite(smaller(without[0], without[1])).all()


class Painter(nn.Module):
    """Adds a pattern of its own to what it is given."""

    def __init__(self, pattern: NDArray[np.float32]) -> None:
        super().__init__()
        self.pattern = nn.Parameter(torch.from_numpy(2 * pattern.transpose(2, 0, 1)[None]), requires_grad=False)

    def forward(self, image: Tensor) -> SimpleNamespace:
        return SimpleNamespace(image=image + self.pattern)


@pytest.fixture
def watched(tmp_path: Path) -> Callable[[float], tuple[Watch, CheckTold]]:
    """Look once at a network that adds some share of a texture, half of it misplaced, of which its parent adds all."""
    rng = np.random.default_rng(3)
    smooth = np.stack([resize_bicubic(rng.uniform(0.3, 0.7, (8, 8, 3)).astype(np.float32), (32, 32))] * 4)
    texture = (0.08 * rng.standard_normal((32, 32, 3))).astype(np.float32)
    moved = (0.8 * texture + 0.7 * np.roll(texture, 1, axis=1)).astype(
        np.float32
    )  # as fine, but much of it in the wrong place
    truth = np.clip(smooth + texture, 0, 1).astype(np.float32)
    held_out = HeldOut(truth, {16: smooth})

    def look(share: float) -> tuple[Watch, CheckTold]:
        told: list[CheckTold] = []
        watch = Watch(
            Painter(moved), held_out, Measurer(held_out, EDGES), kept=tmp_path / "best.safetensors", patience=3,
            tell=told.append, context=JobContext(),
        )  # fmt: skip
        watch(Painter(np.float32(share) * moved), 1)
        return watch, told[0]

    return look


def test_a_network_that_blurs_gains_psnr_and_is_not_kept(
    watched: Callable[[float], tuple[Watch, CheckTold]],
) -> None:
    watch, told = watched(0.6)
    assert told.standing.psnr_db > watch.base_standing.psnr_db + 0.5
    assert told.standing.sharpness < 0.7 * watch.base_standing.sharpness
    assert watch.best is None and watch.kept is None
    assert str(watch.verdict_on_last().reason).startswith("It lost sharpness")
    assert (told.preview == watch.preview).all()  # what was refused can be seen


def test_a_part_of_the_way_is_kept_where_the_whole_way_loses_too_much(
    watched: Callable[[float], tuple[Watch, CheckTold]],
) -> None:
    watch, whole = watched(0.6)
    assert watch.best is None and whole.gain > 0
    last = watch.last
    watch.recipe = read_recipe(find_recipe("sparnet-x8"))
    watch.step_back()
    assert watch.best is not None and watch.share == 0.25 and watch.last is last
    parent, learnt = 1.0, 0.6
    expected = (parent + 0.25 * (learnt - parent)) / learnt
    assert last and torch.allclose(watch.best["pattern"], last["pattern"] * expected, atol=1e-6)
    assert watch.kept is not None
