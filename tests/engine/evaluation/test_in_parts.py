"""Faces scored part by part get the scores that they get together, and their pictures are let go."""

from __future__ import annotations

import weakref
from collections.abc import Callable

import numpy as np
import pytest

from engine.context import JobContext
from engine.evaluation import in_parts
from engine.evaluation.in_parts import Scored, score_in_parts
from engine.evaluation.methods import Restored, enlarge_only
from engine.evaluation.scores import Meters
from engine.evaluation.trial import Degradation, Images, Trial

BARE = Meters(identity=None, landmarks=None, perceptual=None, missing={})


def scored(
    trial: Trial,
    part: int,
    monkeypatch: pytest.MonkeyPatch,
    *,
    restore: Callable[[Trial, JobContext], Restored] = enlarge_only,
) -> tuple[Scored, Trial, Trial, list[float]]:
    monkeypatch.setattr(in_parts, "PART", part)
    told: list[float] = []
    ((only,), together, shown) = score_in_parts(
        trial.portraits,
        trial.layout,
        Degradation(scale=None, seed=7),
        restorers=[("bicubic", restore)],
        meters=BARE,
        shown=[1],
        context=JobContext(report=lambda fraction, _stage: told.append(fraction)),
    )
    return only, together, shown, told


def test_the_parts_give_what_the_whole_gives(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, _, _, _ = scored(trial, 64, monkeypatch)
    parts, together, shown, told = scored(trial, 1, monkeypatch)
    for key, values in whole.values.items():
        np.testing.assert_array_equal(parts.values[key], values, err_msg=key)
    assert len(parts.restored.seconds) == len(together.portraits) == len(together.kinds) == len(trial.portraits)
    np.testing.assert_array_equal(parts.shown, whole.shown)
    np.testing.assert_array_equal(shown.truth, trial.truth[1:2])
    assert shown.portraits == trial.portraits[1:2]
    assert told == sorted(told) and len(told) > 2 * len(trial.portraits)


def test_no_picture_is_kept_but_those_that_are_shown(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[Images]] = []

    def watched(trial: Trial, context: JobContext) -> Restored:
        restored = enlarge_only(trial, context)
        made.append(weakref.ref(restored.images))
        return restored

    only, together, _, _ = scored(trial, 1, monkeypatch, restore=watched)
    assert only.restored.images.size == together.truth.size == len(together.lows) == 0
    assert len(only.shown) == 1
    assert len(made) == 2 and all(images() is None for images in made)  # nor does a view hold on to one
