"""Scoring faces part by part, so that any number of them takes the memory of a few dozen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.context import JobContext
from engine.datasets.portraits import Portrait
from engine.evaluation.methods import Restored
from engine.evaluation.scores import Meters, MetricKey, Scorer, Values
from engine.evaluation.tone import Kind
from engine.evaluation.trial import Degradation, Images, Layout, Trial, make_trial
from engine.messages import message

PART = 16  # faces; their truths take 13 MB at 256 px, and so does what each method makes of them
Restorers = Sequence[tuple[str, Callable[[Trial, JobContext], Restored]]]


@dataclass(frozen=True)
class Scored:
    """A method on all faces: `restored` without its pictures, the values of each face, and its pictures of those faces
    that a sheet shows, `(n, S, S, 3)`."""

    name: str
    restored: Restored
    values: dict[MetricKey, Values]
    shown: Images


def score_in_parts(
    portraits: Sequence[Portrait],
    layout: Layout,
    degradation: Degradation,
    *,
    restorers: Restorers,
    meters: Meters,
    shown: Sequence[int],
    context: JobContext,
) -> tuple[list[Scored], Trial, Trial]:
    """Every method on every face, in parts of about `PART`.

    Args: shown: the faces whose pictures are kept. Returns: the methods; the trial without its pictures; the trial of
    the shown faces alone. Raises: ModelError if a method fails on every face of a part; Cancelled.
    """
    parts = np.array_split(np.arange(len(portraits)), -(-len(portraits) // PART))
    kept_trials: list[Trial] = []
    whole: list[list[Scored]] = [[] for _ in restorers]
    kinds: list[tuple[Kind, Kind]] = []
    for number, part in enumerate(parts):
        own = context.part(number / len(parts), (number + 1) / len(parts))
        first = int(part[0])
        trial = make_trial([portraits[index] for index in part], layout, degradation, first=first)
        chosen = [index - first for index in shown if index in part]
        own.progress(0, message("measuring the truth"))
        scorer = Scorer(trial, meters)
        for index, (name, restore) in enumerate(restorers):
            step = own.part(0.1 + 0.9 * index / len(restorers), 0.1 + 0.9 * (index + 1) / len(restorers))
            restored = restore(trial, step.part(0, 0.7))
            step.progress(0.7, message("scoring {name}", name=name))
            values = scorer.scores(restored.images)
            without = replace(restored, images=restored.images[:0].copy())  # a view would keep all of them
            whole[index].append(Scored(name, without, values, restored.images[chosen]))
        kept_trials.append(_only(trial, chosen))
        kinds += trial.kinds
    together = Trial(
        layout=layout,
        portraits=tuple(portraits),
        kinds=tuple(kinds),
        truth=kept_trials[0].truth[:0],
        lows=(),
    )
    return [_joined(rows) for rows in whole], together, _all_of(kept_trials)


def _only(trial: Trial, chosen: Sequence[int]) -> Trial:
    return replace(
        trial,
        portraits=tuple(trial.portraits[index] for index in chosen),
        kinds=tuple(trial.kinds[index] for index in chosen),
        truth=trial.truth[list(chosen)],
        lows=tuple(trial.lows[index] for index in chosen),
    )


def _all_of(trials: Sequence[Trial]) -> Trial:
    return replace(
        trials[0],
        portraits=tuple(portrait for trial in trials for portrait in trial.portraits),
        kinds=tuple(kind for trial in trials for kind in trial.kinds),
        truth=np.concatenate([trial.truth for trial in trials]),
        lows=tuple(low for trial in trials for low in trial.lows),
    )


def _joined(rows: Sequence[Scored]) -> Scored:
    first = rows[0]
    return Scored(
        name=first.name,
        restored=replace(
            first.restored,
            seconds=np.concatenate([row.restored.seconds for row in rows]),
            reasons=tuple(reason for row in rows for reason in row.restored.reasons),
        ),
        values={key: np.concatenate([row.values[key] for row in rows]) for key in first.values},
        shown=np.concatenate([row.shown for row in rows]),
    )
