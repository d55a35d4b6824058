"""Mean, median and bootstrap interval of one metric over the faces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Statistic = Literal["mean", "median"]
RESAMPLES = 2000
_SHARE = (2.5, 97.5)  # per cent: a 95 % interval


@dataclass(frozen=True, kw_only=True)
class Summary:
    """One metric of one method.

    `value` is the mean, or the median where that is the metric's statistic; `interval` the 95 % bootstrap interval of
    `value`; `faces` how many it was computed on and `failed` how many not. All None without a face.
    """

    value: float | None
    median: float | None
    interval: tuple[float, float] | None
    faces: int
    failed: int


def summarise(values: NDArray[np.float64], *, statistic: Statistic = "mean", seed: int) -> Summary:
    """The summary of one value for each face, `(N,)`, NaN where it could not be computed."""
    known = values[~np.isnan(values)]
    failed = len(values) - len(known)
    if len(known) == 0:
        return Summary(value=None, median=None, interval=None, faces=0, failed=failed)
    return Summary(
        value=centre(known, statistic),
        median=float(np.median(known)),
        interval=bootstrap_interval(known, statistic=statistic, seed=seed),
        faces=len(known),
        failed=failed,
    )


def centre(values: NDArray[np.float64], statistic: Statistic) -> float | None:
    """Mean or median of the values that are not NaN; None if there is none."""
    known = values[~np.isnan(values)]
    if len(known) == 0:
        return None
    return float(known.mean() if statistic == "mean" else np.median(known))


def bootstrap_interval(
    values: NDArray[np.float64], *, statistic: Statistic = "mean", seed: int, resamples: int = RESAMPLES
) -> tuple[float, float]:
    """95 % interval of the mean or median of `(N,)` values, N >= 1: percentile method, faces drawn with replacement.

    Source: Efron and Tibshirani 1993, section 13.3.
    """
    drawn = values[np.random.default_rng(seed).integers(len(values), size=(resamples, len(values)))]
    statistics = drawn.mean(axis=1) if statistic == "mean" else np.median(drawn, axis=1)
    low, high = np.percentile(statistics, _SHARE)
    return float(low), float(high)
