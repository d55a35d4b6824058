from __future__ import annotations

import math
import time

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetricsF

from fsr_desktop.finetune.loss_curve import BETWEEN, GAP, SAMPLE, LossCurve, thinned, ticks


def colours_of(curve: LossCurve) -> int:
    image = curve.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)})


def test_a_thinned_line_keeps_the_lowest_and_highest_value_of_each_column():
    steps = np.arange(1, 10_001, dtype=np.float64)
    values = np.sin(steps)
    values[[17, 5000, 9999]] = 5, -7, 9
    xs, ys = thinned(steps, values, last=10_000, columns=100)
    assert len(xs) <= 200 and np.all(np.diff(xs) > 0)
    assert {5.0, -7.0, 9.0} <= set(ys)


def test_a_short_line_is_not_thinned():
    steps = np.arange(1, 50, dtype=np.float64)
    assert thinned(steps, steps, last=49, columns=100)[0] is steps


@pytest.mark.parametrize(("low", "high"), [(0, 1), (0.0123, 0.0421), (26.411, 26.437), (0, 5000), (0, 1)])
def test_an_axis_has_a_few_round_numbers_inside_its_ends(low: float, high: float):
    found = ticks(low, high)
    assert 2 <= len(found) <= 7
    assert all(low - 1e-9 <= value <= high + 1e-9 for value in found)
    assert all(len(f"{value:.10g}".rstrip("0")) <= 7 for value in found)


def test_an_axis_without_length_has_one_number():
    assert ticks(3.0, 3.0) == [3.0]


def test_losses_and_scores_are_drawn_and_told_in_words(qtbot):
    curve = LossCurve()
    qtbot.addWidget(curve)
    curve.resize(560, 260)
    empty = colours_of(curve)
    for step in range(1, 60):
        curve.add_loss(step, 0.1 + 0.01 * math.sin(step))
    curve.add_check(30, -0.02)
    curve.add_check(59, 0.0312)
    assert colours_of(curve) > empty
    assert "Step 59" in curve.summary() and "errors 3.1 % smaller" in curve.summary()
    assert curve.accessibleDescription() == curve.summary()
    curve.clear()
    assert curve.summary() == ""


def test_what_is_not_a_number_is_left_out(qtbot):
    curve = LossCurve()
    qtbot.addWidget(curve)
    curve.add_loss(1, math.nan)
    curve.add_check(1, math.inf)
    assert curve.summary() == ""
    curve.grab()


def test_one_point_alone_can_be_drawn(qtbot):
    curve = LossCurve()
    qtbot.addWidget(curve)
    curve.add_loss(1, 0.0)
    curve.add_check(1, 0.0)
    curve.grab()


def test_thirty_thousand_steps_are_drawn_fast(qtbot):
    curve = LossCurve()
    qtbot.addWidget(curve)
    curve.resize(800, 300)
    for step in range(1, 30_001):
        curve.add_loss(step, 1 / step)
    curve.grab()
    started = time.process_time()
    curve.grab()
    assert time.process_time() - started < 0.2


@pytest.mark.parametrize("width", [260, 430, 900])
def test_the_legend_is_never_cut(qtbot, width: int):
    curve = LossCurve()
    qtbot.addWidget(curve)
    curve.resize(width, 300)
    curve.add_loss(1, 0.1)
    curve.add_check(1, 0.045)
    metrics = QFontMetricsF(curve.font())
    room = width - 2 * GAP
    rows = curve._legend(metrics, room=room)
    assert sum(len(row) for row in rows) == 3
    for row in rows:
        used = sum(SAMPLE + GAP + metrics.horizontalAdvance(entry.words) for entry in row) + BETWEEN * (len(row) - 1)
        assert used <= room or len(row) == 1
    assert (len(rows) == 1) == (width == 900)
    curve.grab()


def test_the_words_of_the_curve_have_the_decimal_sign_of_the_language(qtbot):
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    try:
        curve = LossCurve()
        qtbot.addWidget(curve)
        curve.add_loss(1, 0.1)
        curve.add_check(1, 0.045)
        assert (
            "0,1000" in curve.summary()
            and "4,5 %" in curve.summary()
            and "." not in curve.summary()[:-1].replace(". ", "")
        )
    finally:
        QLocale.setDefault(before)
