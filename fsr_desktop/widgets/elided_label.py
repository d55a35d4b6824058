"""A label that wraps, and shortens what does not fit; its tooltip has the whole text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

KEPT_LAYOUTS = 8


class ElidedLabel(QLabel):
    """Plain text on at most `lines` lines; what is left over is shortened to an ellipsis."""

    def __init__(self, text: str = "", *, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._laid_out: dict[tuple[str, int, str], list[str]] = {}  # layouts ask again and again, by turns for widths
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text; the tooltip is the same unless it is set afterwards."""
        if text != self.text():
            super().setText(text)
            self.setToolTip(text)
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """It does: a narrow label needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of as many lines as the text needs at that width."""
        return max(1, len(self.shown_lines(width))) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """One line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.lineSpacing())  # the advance is rounded

    def minimumSizeHint(self) -> QSize:
        """A few letters of one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 4, metrics.lineSpacing())

    def shown_lines(self, width: int) -> list[str]:
        """The lines that are shown at that width, the last one shortened if the text goes on."""
        key = (self.text(), width, self.font().key())
        if key not in self._laid_out:
            if len(self._laid_out) >= KEPT_LAYOUTS:
                self._laid_out.clear()
            self._laid_out[key] = self._lay_out(width)
        return self._laid_out[key]

    def _lay_out(self, width: int) -> list[str]:
        text, found = self.text(), list[str]()
        layout = QTextLayout(text, self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        while len(found) < self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            start = line.textStart()
            is_last = len(found) == self._lines - 1
            part = text[start:] if is_last else text[start : start + line.textLength()]
            found.append(self.fontMetrics().elidedText(part.strip(), Qt.TextElideMode.ElideRight, width))
        layout.endLayout()
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines in the palette's colour."""
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            metrics = self.fontMetrics()
            for number, line in enumerate(self.shown_lines(self.width())):
                painter.drawText(QPointF(0, number * metrics.lineSpacing() + metrics.ascent()), line)
