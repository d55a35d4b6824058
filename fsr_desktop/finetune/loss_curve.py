"""The curve of a fine-tuning as it runs: the loss, and what the held-out faces score beside the base model."""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsr_desktop.language.numbers import decimal, significant

Doubles = NDArray[np.float64]
SMOOTHING = 0.97  # of the smoothed line that each step keeps
TICKS = 5
MARK = 3.0  # px, radius of a check's mark
SAMPLE, GAP, BETWEEN = 22.0, 6.0, 18.0  # px, in the legend: a piece of line, before its words, behind them
LEGEND_LINE = 1.2  # heights of a letter


@dataclass(frozen=True)
class _Entry:
    """What the legend says of one line."""

    pen: QPen
    words: str
    is_marked: bool = False


class LossCurve(QWidget):
    """Draws the loss of each step, thin, and smoothed, bold, by the axis at the left; with marks, by the axis at the
    right, by how many per cent the errors on the held-out faces are smaller than the base model's, which is at 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("loss_curve")
        self.setAccessibleName(self.tr("Curve of the training"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 150)
        self.setToolTip(
            self.tr(
                "The loss says how far the model is from the truth on the photos it learns from; the errors, how exact "
                "(PSNR), how like (perceptual distance) and how well placed (landmarks) are faces it never saw."
            )
        )
        self.clear()

    def sizeHint(self) -> QSize:
        """Wide enough to see a trend."""
        return QSize(560, 260)

    def clear(self) -> None:
        """Begin a new training."""
        self._steps, self._losses, self._smooth = array("d"), array("d"), array("d")
        self._checks, self._gains = array("d"), array("d")
        self.setAccessibleDescription("")
        self.update()

    def add_loss(self, step: int, loss: float) -> None:
        """The loss of a step; what is not a number is left out."""
        if math.isfinite(loss):
            last = self._smooth[-1] if self._smooth else loss
            keep = min(SMOOTHING, len(self._smooth) / (len(self._smooth) + 1))  # the mean, as long as there are few
            self._steps.append(step)
            self._losses.append(loss)
            self._smooth.append(keep * last + (1 - keep) * loss)
            self.update()

    def add_check(self, step: int, gain: float) -> None:
        """By how much (0.01: by 1 %) the errors on the held-out faces are smaller than the base model's at a step."""
        if not math.isfinite(gain):
            return
        self._checks.append(step)
        self._gains.append(100 * gain)
        self.setAccessibleDescription(self.summary())
        self.update()

    def summary(self) -> str:
        """The last numbers in words."""
        parts: list[str] = []
        if self._smooth:
            parts.append(
                self.tr("Step {step}, loss {loss}.").format(
                    step=int(self._steps[-1]), loss=decimal(self._smooth[-1], 4)
                )
            )
        if self._gains:
            words = self.tr("Held-out faces: errors {gain} % smaller than the base model's.")
            parts.append(words.format(gain=decimal(self._gains[-1], 1)))
        return " ".join(parts)

    # ---- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axes, lines, and what they mean."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self.palette().base())
            metrics = QFontMetricsF(painter.font())
            margin, line = metrics.horizontalAdvance("00.000") + 12, metrics.height()
            legend = self._legend(metrics, room=self.width() - 2 * GAP)
            above = line * (0.8 + LEGEND_LINE * max(1, len(legend)))
            plot = QRectF(self.rect()).adjusted(margin, above, -margin, -line * 2.3)
            if plot.width() < 40 or plot.height() < 40:
                return
            if not self._losses and not self._gains:
                painter.setPen(self._ink(QPalette.ColorRole.PlaceholderText))
                painter.drawText(
                    self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("The curve begins with the first step.")
                )
                return
            last = max(list(self._steps[-1:]) + list(self._checks[-1:]) + [1.0])
            self._paint_frame(painter, plot, last, metrics)
            painter.setClipRect(plot.adjusted(-MARK, -MARK, MARK, MARK))
            if self._losses:
                self._paint_losses(painter, plot, last)
            if self._gains:
                self._paint_gains(painter, plot, last)
            painter.setClipping(False)
            self._paint_legend(painter, legend, QPointF(GAP, line * 0.8), metrics)

    def _paint_frame(self, painter: QPainter, plot: QRectF, last: float, metrics: QFontMetricsF) -> None:
        text, grid = self._ink(QPalette.ColorRole.Text), self._faint(0.18)
        height = metrics.height()
        left = QRectF(0, 0, plot.left() - 6, height)
        right = QRectF(plot.right() + 6, 0, self.width() - plot.right() - 6, height)
        if self._losses:
            for value in ticks(*self._loss_range()):
                y = _place(value, *self._loss_range(), plot.bottom(), plot.top())
                painter.setPen(grid)
                painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
                painter.setPen(text)
                left.moveCenter(QPointF(left.center().x(), y))
                painter.drawText(
                    left, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, significant(value, 4)
                )
        if self._gains:
            painter.setPen(text)
            for value in ticks(*self._gain_range()):
                right.moveCenter(
                    QPointF(right.center().x(), _place(value, *self._gain_range(), plot.bottom(), plot.top()))
                )
                painter.drawText(
                    right, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, significant(value, 5)
                )
        painter.setPen(text)
        for value in ticks(0.0, last):
            box = QRectF(_place(value, 0, last, plot.left(), plot.right()) - 40, plot.bottom() + 3, 80, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, significant(value, 6))
        names = QRectF(0, self.height() - height - 1, self.width(), height)
        painter.setPen(self._ink(QPalette.ColorRole.PlaceholderText))
        painter.drawText(names, Qt.AlignmentFlag.AlignHCenter, self.tr("step"))
        painter.setPen(self._faint(0.5))
        painter.drawRect(plot)

    def _paint_losses(self, painter: QPainter, plot: QRectF, last: float) -> None:
        columns = max(50, int(plot.width()))
        steps = np.frombuffer(self._steps)
        for values, strength, width in ((self._losses, 0.35, 1.0), (self._smooth, 1.0, 2.4)):
            colour = self.palette().color(QPalette.ColorRole.Highlight)
            colour.setAlphaF(strength)
            painter.setPen(QPen(colour, width))
            xs, ys = thinned(steps, np.frombuffer(values), last=last, columns=columns)
            low, high = self._loss_range()
            painter.drawPolyline(_polygon(xs / last, (ys - low) / (high - low), plot))

    def _paint_gains(self, painter: QPainter, plot: QRectF, last: float) -> None:
        low, high = self._gain_range()
        ink = self._ink(QPalette.ColorRole.Text)
        y = _place(0.0, low, high, plot.bottom(), plot.top())
        painter.setPen(QPen(ink.color(), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        points = _polygon(np.array(self._checks) / last, (np.array(self._gains) - low) / (high - low), plot)
        painter.setPen(QPen(ink.color(), 1.4))
        painter.drawPolyline(points)
        painter.setBrush(self.palette().base())
        for number in range(points.size()):
            painter.drawEllipse(points.at(number), MARK, MARK)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _legend(self, metrics: QFontMetricsF, *, room: float) -> list[list[_Entry]]:
        """What each line is, each by its own kind of line, not by its colour alone; as many rows as `room` px need."""
        loss = QPen(self.palette().color(QPalette.ColorRole.Highlight), 2.4)
        text = self.palette().color(QPalette.ColorRole.Text)
        entries = [_Entry(loss, self.tr("loss (left)"))] if self._losses else []
        if self._gains:
            entries.append(_Entry(QPen(text, 1.4), self.tr("held-out faces, errors % smaller (right)"), is_marked=True))
            entries.append(_Entry(QPen(text, 1.4, Qt.PenStyle.DashLine), self.tr("base model")))
        rows: list[list[_Entry]] = []
        x = room
        for entry in entries:
            width = metrics.horizontalAdvance(entry.words) + SAMPLE + GAP
            if x + width > room:
                rows.append([])
                x = 0.0
            rows[-1].append(entry)
            x += width + BETWEEN
        return rows

    def _paint_legend(
        self, painter: QPainter, rows: list[list[_Entry]], corner: QPointF, metrics: QFontMetricsF
    ) -> None:
        for number, row in enumerate(rows):
            x, y = corner.x(), corner.y() + number * LEGEND_LINE * metrics.height()
            for entry in row:
                painter.setPen(entry.pen)
                painter.drawLine(QPointF(x, y), QPointF(x + SAMPLE, y))
                if entry.is_marked:
                    painter.setBrush(self.palette().base())
                    painter.drawEllipse(QPointF(x + SAMPLE / 2, y), MARK, MARK)
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(self._ink(QPalette.ColorRole.Text))
                painter.drawText(QPointF(x + SAMPLE + GAP, y + metrics.ascent() / 2 - 1), entry.words)
                x += SAMPLE + GAP + metrics.horizontalAdvance(entry.words) + BETWEEN

    def _loss_range(self) -> tuple[float, float]:
        """The ends of the left axis: without the highest hundredth, so that one bad batch does not flatten the rest."""
        losses = np.frombuffer(self._losses)
        high = max(float(np.quantile(losses, 0.99)), float(self._smooth[-1]))
        return _widened(float(losses.min()), high)

    def _gain_range(self) -> tuple[float, float]:
        return _widened(min(0.0, *self._gains), max(0.0, *self._gains))

    def _ink(self, role: QPalette.ColorRole) -> QPen:
        return QPen(self.palette().color(role), 1.0)

    def _faint(self, strength: float) -> QPen:
        colour = self.palette().color(QPalette.ColorRole.Text)
        colour.setAlphaF(strength)
        return QPen(colour, 1.0)


def thinned(steps: Doubles, values: Doubles, *, last: float, columns: int) -> tuple[Doubles, Doubles]:
    """A line with at most two points for each of `columns`, the lowest and the highest value there, in their order.

    Args: steps: ascending, at most `last`. A line with fewer points is given back as it is.
    """
    if len(steps) <= 2 * columns:
        return steps, values
    column = np.minimum((steps / last * columns).astype(np.int64), columns - 1)
    starts = np.flatnonzero(np.r_[True, np.diff(column) > 0])
    ends = np.r_[starts[1:], len(steps)]
    kept: list[int] = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        part = values[start:end]
        kept += sorted({start + int(part.argmin()), start + int(part.argmax())})
    return steps[kept], values[kept]


def ticks(low: float, high: float) -> list[float]:
    """Round numbers from `low` to `high`, about five."""
    span = high - low
    if not math.isfinite(span) or span <= 0:
        return [low]
    power = 10.0 ** math.floor(math.log10(span / TICKS))
    distance = next(power * lead for lead in (1, 2, 5, 10) if span / (power * lead) <= TICKS)
    first = math.ceil(low / distance - 1e-9)
    return [round(number * distance, 12) for number in range(first, math.floor(high / distance + 1e-9) + 1)]


def _widened(low: float, high: float) -> tuple[float, float]:
    room = (high - low) * 0.08 or max(abs(high) * 0.02, 1e-6)
    return low - room, high + room


def _place(value: float, low: float, high: float, start: float, end: float) -> float:
    return start + (value - low) / (high - low) * (end - start)


def _polygon(x_shares: Doubles, y_shares: Doubles, plot: QRectF) -> QPolygonF:
    xs = plot.left() + x_shares * plot.width()
    ys = plot.bottom() - np.clip(y_shares, -1, 2) * plot.height()
    return QPolygonF([QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)])
