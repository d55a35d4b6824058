"""Mean, median and bootstrap interval."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.evaluation.intervals import bootstrap_interval, summarise


def test_the_interval_of_a_coin_is_that_of_the_binomial_distribution() -> None:
    # The mean of 100 draws from as many heads as tails is Binomial(100, 0.5) / 100, 95 % of it from 0.40 to 0.60.
    coin = np.repeat([0.0, 1.0], 50)
    low, high = bootstrap_interval(coin, seed=0, resamples=20_000)
    assert (low, high) == pytest.approx((0.40, 0.60), abs=0.011)


def test_the_interval_of_equal_values_is_a_point_and_the_same_seed_gives_the_same_interval() -> None:
    assert bootstrap_interval(np.full(7, 3.5), seed=1) == (3.5, 3.5)
    values = np.random.default_rng(0).normal(size=30)
    assert bootstrap_interval(values, seed=4) == bootstrap_interval(values, seed=4)
    assert bootstrap_interval(values, seed=4) != bootstrap_interval(values, seed=5)


def test_the_interval_of_the_mean_is_as_wide_as_the_standard_error_says() -> None:
    values = np.random.default_rng(3).normal(10, 2, size=400)
    low, high = bootstrap_interval(values, seed=0)
    half = 1.96 * values.std() / math.sqrt(400)
    assert low == pytest.approx(values.mean() - half, abs=0.02)
    assert high == pytest.approx(values.mean() + half, abs=0.02)


def test_a_summary_counts_what_failed_and_leaves_it_out() -> None:
    summary = summarise(np.array([1.0, 2.0, math.nan, 6.0]), seed=0)
    assert (summary.value, summary.median, summary.faces, summary.failed) == (3.0, 2.0, 3, 1)
    assert summarise(np.array([1.0, 2.0, 6.0]), statistic="median", seed=0).value == 2.0
    nothing = summarise(np.array([math.nan]), seed=0)
    assert (nothing.value, nothing.interval, nothing.failed) == (None, None, 1)
