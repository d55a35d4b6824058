"""An evaluation as numbers: summaries for each method, source and kind, and the JSON record of all of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.evaluate import Evaluation, MethodScores
from engine.evaluation.intervals import Summary, centre, summarise
from engine.evaluation.scores import FACE_METRICS, METRICS, Metric, MetricKey
from engine.evaluation.tone import KINDS

Record = dict[str, object]
Mask = NDArray[np.bool_]  # (N,), the faces of a group


def summary_of(method: MethodScores, metric: Metric, *, seed: int) -> Summary | None:
    """The summary of one metric, or None where it is not installed."""
    values = method.values.get(metric.key)
    return None if values is None else summarise(values, statistic=metric.statistic, seed=seed)


def sources_of(method: MethodScores) -> dict[str, Mask]:
    """The faces of each source, by its name in alphabetical order."""
    sources = np.array([portrait.source for portrait in method.trial.portraits])
    return {str(name): sources == name for name in np.unique(sources)}


def kinds_of_faces(method: MethodScores) -> dict[str, Mask]:
    """The faces that are grey, colour, old and modern, as `tone.kinds_of` means it; a kind may have no face."""
    return {kind: np.array([kind in own for own in method.trial.kinds]) for kind in KINDS}


def group_value(method: MethodScores, metric: Metric, group: Mask) -> float | None:
    """The metric's mean, or median, over a group; None without a face that has it."""
    values = method.values.get(metric.key)
    return None if values is None else _rounded(centre(values[group], metric.statistic), metric)


def record_of(evaluation: Evaluation) -> Record:
    """The whole evaluation as JSON's types; a metric that is missing or has no face is None."""
    options = evaluation.options
    return {
        "scale": options.scale,
        "blind": options.scale is None,
        "seed": options.seed,
        "faces": evaluation.faces,
        "landmarks": evaluation.landmarks,
        "skipped": [{"path": str(item.path), "reason": item.reason} for item in evaluation.left_out],
        "missing": dict(evaluation.missing),
        "models": {method.name: _method_record(method, seed=options.seed) for method in evaluation.methods},
    }


def _method_record(method: MethodScores, *, seed: int) -> Record:
    layout = method.trial.layout
    summaries = {metric: summary_of(method, metric, seed=seed) for metric in METRICS}
    known = {metric: summary for metric, summary in summaries.items() if summary}
    means: Record = {m.key: _rounded(s.value if s else None, m) for m, s in summaries.items()}
    medians: Record = {m.key: _rounded(s.median, m) for m, s in known.items()}
    intervals: Record = {
        m.key: [_rounded(end, m) for end in s.interval] if s.interval else None
        for m, s in known.items()
        if m in FACE_METRICS
    }
    return {
        "crop": layout.crop,
        "size": layout.score_size,
        "output": layout.output_size,
        "faces": len(method.trial.portraits),
        **means,
        "failed": {metric.key: summary.failed for metric, summary in known.items() if summary.failed},
        "reasons": sorted(set(method.restored.reasons)),
        "provider": method.restored.provider,
        "intervals": intervals,
        "medians": medians,
        "sources": {name: _group_record(method, group) for name, group in sources_of(method).items()},
        "kinds": {name: _group_record(method, group) for name, group in kinds_of_faces(method).items()},
    }


def _group_record(method: MethodScores, group: Mask) -> Record:
    scores: Record = {metric.key: group_value(method, metric, group) for metric in FACE_METRICS}
    return {"faces": int(group.sum()), **scores}


def failures_of(method: MethodScores) -> dict[MetricKey, int]:
    """How many faces a metric could not be computed on, for the metrics where there are any."""
    counts: dict[MetricKey, int] = {
        metric.key: int(np.isnan(method.values[metric.key]).sum()) for metric in METRICS if metric.key in method.values
    }
    return {key: count for key, count in counts.items() if count}


def metric_titles(keys: Sequence[MetricKey]) -> str:
    """The metrics' titles, in a row."""
    return ", ".join(metric.title for metric in METRICS if metric.key in keys)


def _rounded(value: float | None, metric: Metric) -> float | None:
    return None if value is None else round(value, metric.digits)
