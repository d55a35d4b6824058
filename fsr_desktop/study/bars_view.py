"""Named numbers as level bars over one axis."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fsr_desktop.language.numbers import decimal, significant

GAP = 6  # px between name, bar and number
MOST_OF_NAMES = 0.6  # of the width


class BarsView(QWidget):
    """Shows one bar for each number, from zero, or from the low end where zero is not on the axis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._values: tuple[float, ...] = ()
        self._low, self._high = 0.0, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Bars"))

    def show_bars(self, names: Sequence[str], values: Sequence[float], *, low: float = 0.0, high: float = 1.0) -> None:
        """Show these numbers over an axis from `low` to `high`; `names` and `values` have one length."""
        self._names, self._values = tuple(names), tuple(values)
        self._low, self._high = low, high
        pairs = zip(self._names, self._values, strict=True)
        self.setAccessibleDescription("; ".join(f"{name}: {decimal(value, 2)}" for name, value in pairs))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its bars and their axis need."""
        return QSize(240, round(self._row_height() * (len(self._names) + 1)))

    def minimumSizeHint(self) -> QSize:
        """The same height in less width."""
        return QSize(140, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tell a bar's whole name and number where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = int(event.pos().y() / self._row_height())
            if 0 <= row < len(self._names):
                QToolTip.showText(event.globalPos(), f"{self._names[row]}: {decimal(self._values[row], 3)}", self)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars and the axis."""
        with QPainter(self) as painter:
            metrics = self.fontMetrics()
            left, right = self._ends(metrics)
            height = self._row_height()
            colours = self.palette()
            for row, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
                top = row * height
                painter.setPen(colours.color(QPalette.ColorRole.WindowText))
                shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(left - GAP))
                painter.drawText(QRectF(0, top, left - GAP, height), Qt.AlignmentFlag.AlignVCenter, shown)
                number = QRectF(right + GAP, top, self.width() - right - GAP, height)
                painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, decimal(value, 2))
                track = QRectF(left, top + height * 0.2, right - left, height * 0.6)
                painter.fillRect(track, colours.color(QPalette.ColorRole.Base))
                start, end = sorted((self._x(self._zero(), left, right), self._x(value, left, right)))
                bar = QRectF(start, track.top(), end - start, track.height())
                painter.fillRect(bar, colours.color(QPalette.ColorRole.Highlight))
            self._draw_axis(painter, left, right, len(self._names) * height)

    def _draw_axis(self, painter: QPainter, left: float, right: float, top: float) -> None:
        height = self._row_height()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawLine(round(left), round(top), round(right), round(top))
        ends = {self._low: Qt.AlignmentFlag.AlignLeft, self._high: Qt.AlignmentFlag.AlignRight}
        for value, side in ends.items():
            painter.drawText(
                QRectF(left, top + 2, right - left, height), side | Qt.AlignmentFlag.AlignTop, significant(value)
            )
        if self._low < 0 < self._high:
            zero = self._x(0.0, left, right)
            painter.drawLine(round(zero), 0, round(zero), round(top))
            painter.drawText(
                QRectF(zero - 20, top + 2, 40, height), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, "0"
            )

    def _row_height(self) -> float:
        return self.fontMetrics().height() * 1.35

    def _ends(self, metrics: QFontMetrics) -> tuple[float, float]:
        """Where the bars begin and end, px."""
        names = max((metrics.horizontalAdvance(name) for name in self._names), default=0)
        numbers = max((metrics.horizontalAdvance(decimal(value, 2)) for value in self._values), default=0)
        left = min(names, self.width() * MOST_OF_NAMES) + GAP
        return left, max(left + 1, self.width() - numbers - GAP)

    def _zero(self) -> float:
        return min(max(0.0, self._low), self._high)

    def _x(self, value: float, left: float, right: float) -> float:
        span = self._high - self._low
        share = (value - self._low) / span if span > 0 else 0.0
        return left + min(max(share, 0.0), 1.0) * (right - left)
