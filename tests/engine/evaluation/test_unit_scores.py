"""The judge of units on pictures, and the scores of what it finds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.evaluation.action_units import UnitJudge, guessed_f1, unit_scores
from engine.evaluation.landmarks import Images, Points
from engine.models.base import CropKind
from engine.priors.action_units import UNITS
from engine.priors.expression_draws import Draws, draw_faces
from engine.priors.face_kit import FILE_NAME
from tests.engine.priors.toy_face_kit import toy_face_kit

KIT = toy_face_kit()
FACES = Draws(count=60, seed=21, noise_cm=0.02)
STILL = Draws(count=30, seed=22, noise_cm=0.02, unit_probability=0, other_probability=0)


class Known:
    """Finds the landmarks of drawn faces in pictures whose one pixel is the face's number."""

    name = "known"

    def points(self, images: Images, *, crop: CropKind) -> tuple[Points, np.ndarray]:
        numbers = images[:, 0, 0, 0].astype(int)
        every = np.concatenate([draw_faces(KIT, draws).points for draws in (FACES, STILL)])
        return every[numbers], np.ones(len(images), bool)


def _pictures(start: int, stop: int) -> Images:
    return np.arange(start, stop, dtype=np.float32)[:, None, None, None] * np.ones((1, 2, 2, 3), np.float32)


@pytest.fixture
def kit_folder(tmp_path: Path) -> Path:
    with (tmp_path / FILE_NAME).open("wb") as file:
        np.savez(
            file, neutral=KIT.mean, identity=KIT.identity, expression=KIT.expression,
            expression_names=np.array(KIT.names), landmarks68=np.arange(68),
        )  # fmt: skip
    return tmp_path


def test_the_judge_finds_the_units_that_faces_show(kit_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.priors.weak_units.THRESHOLDS_COUNT", 200)
    judge = UnitJudge(kit_folder, _pictures(60, 90), source=Known())
    found, labels = judge.units(_pictures(0, 60)), draw_faces(KIT, FACES).is_on.astype(np.float32)
    scores = unit_scores(found, labels)
    assert scores["unit_f1"] > 0.75 and scores["unit_accuracy"] > 0.85
    assert unit_scores(found[::-1], labels)["unit_f1"] < 0.6  # of other faces


def test_faces_without_labels_and_rare_units_are_left_out() -> None:
    labels = np.zeros((20, len(UNITS)), np.float32)
    labels[:10, 0] = labels[:2, 1] = 1  # two faces are too few
    found = labels > 0
    found[:2, 1] = False
    assert unit_scores(found, labels)["unit_f1"] == 1.0
    labels[5:] = np.nan
    assert unit_scores(found, labels)["unit_accuracy"] == pytest.approx(1 - 2 / (5 * len(UNITS)), abs=1e-4)


def test_guessing_by_frequency_hits_as_often_as_the_unit_is_there() -> None:
    labels = (np.random.default_rng(0).random((20000, 2)) < [0.3, 0.1]).astype(np.float32)
    guess = np.random.default_rng(1).random((20000, 2)) < [0.3, 0.1]
    hits = (guess & (labels > 0)).sum(axis=0)
    measured = 2 * hits / (guess.sum(axis=0) + labels.sum(axis=0))
    assert guessed_f1(labels, np.array([0.3, 0.1])) == pytest.approx(measured, abs=0.02)
