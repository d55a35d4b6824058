"""What is seen while no photo is open: what to do, in three steps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontInfo, QKeySequence, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fsr_desktop.look.icons import icon
from fsr_desktop.widgets.primary_button import ICON_SIDE, PrimaryButton

WIDEST = 660  # px of the column, times the zoom
NARROW = 520  # px; below, buttons stand under each other
MOST_RECENT = 5
LARGEST_ZOOM = 2.4
FACTOR = "text_factor"  # property of a widget: the size of its text, 1 = the usual
FACTORS = (1.0, 1.05, 1.15, 1.2, 1.9)
RECENT_ICON_SIDE = 16  # px
_RECENT_STYLE = """
RecentButton { text-align: left; padding: 3px; background: transparent; border: 2px solid transparent; }
RecentButton:hover { background: palette(midlight); border-radius: 4px; }
RecentButton:focus { padding: 3px; border: 2px solid palette(highlight); border-radius: 4px; }
"""


class EmptyPage(QScrollArea):
    """Says how to begin, and how to understand what comes.

    Signals: `open_requested`, `open_folder_requested`, `sample_requested`, `recent_chosen` with a Path.
    """

    open_requested = Signal()
    open_folder_requested = Signal()
    sample_requested = Signal()
    recent_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scaled: list[tuple[QWidget, float]] = []  # widgets and their text's size, 1 = the usual
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(24, 16, 24, 16)
        column.addStretch(2)
        column.addWidget(self._text(self.tr("Restore the faces in your photos"), 1.9, bold=True))
        column.addWidget(self._text(self.tr("On this computer; nothing is sent anywhere."), 1.05))
        column.addSpacing(14)
        self._step_rows = self._steps()
        for step in self._step_rows:
            column.addLayout(step)
        column.addSpacing(14)
        self._buttons = self._make_buttons()
        column.addLayout(self._buttons)
        column.addSpacing(10)
        column.addWidget(self._make_recent())
        column.addStretch(3)
        column.addWidget(self._make_honesty())
        inside = QWidget(self)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._column, 100)
        row.addStretch(1)
        self.setWidget(inside)
        self.setFocusProxy(self.open_button)
        self._zoom = 0.0
        self._fit(self.size())

    def set_recent(self, paths: Sequence[Path]) -> None:
        """List files that were open before, the latest first; only the first five are shown."""
        while self._recent_rows.count():
            taken = self._recent_rows.takeAt(0)
            button = taken.widget() if taken else None
            if button:
                button.deleteLater()
        for path in paths[:MOST_RECENT]:
            button = RecentButton(path, self)
            button.clicked.connect(lambda _checked=False, chosen=path: self.recent_chosen.emit(chosen))
            self._scale(button, 1.0)
            self._recent_rows.addWidget(button)
        self._recent.setVisible(bool(paths))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Letters and spaces grow with the window."""
        super().resizeEvent(event)
        self._fit(event.size())

    def _fit(self, size: QSize) -> None:
        zoom = max(1.0, min(size.width() / 1100, size.height() / 680, LARGEST_ZOOM))
        self._column.setMaximumWidth(round(WIDEST * zoom))
        narrow = size.width() < NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(direction)
        if abs(zoom - self._zoom) < 0.02:
            return
        self._zoom = zoom
        for widget, factor in self._scaled:
            self._scale(widget, factor)
        for index in range(self._recent_rows.count()):
            item = self._recent_rows.itemAt(index)
            button = item.widget() if item else None
            if button:
                self._scale(button, 1.0)
        for row in self._step_rows:
            row.setContentsMargins(0, round(4 * (zoom - 1)), 0, round(4 * (zoom - 1)))
        points = QFontInfo(self.font()).pointSizeF() * zoom
        # A sheet, not setFont: Qt forgets the font of a widget that was shown with the next theme, or another parent.
        self._column.setStyleSheet(
            "\n".join(f'*[{FACTOR}="{factor:g}"] {{ font-size: {points * factor:.2f}pt; }}' for factor in FACTORS)
        )

    def _scale(self, widget: QWidget, factor: float) -> None:
        widget.setProperty(FACTOR, f"{factor:g}")
        if isinstance(widget, QPushButton):
            is_recent = isinstance(widget, RecentButton)
            side = round((RECENT_ICON_SIDE if is_recent else ICON_SIDE) * self._zoom)
            widget.setIconSize(QSize(side, side))
            widget.setMinimumHeight(round((24 if is_recent else 44) * self._zoom))

    def _text(self, words: str, factor: float, *, bold: bool = False) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(True)
        font = label.font()
        font.setBold(bold)
        label.setFont(font)
        self._scaled.append((label, factor))
        return label

    def _steps(self) -> list[QHBoxLayout]:
        keys = QKeySequence(QKeySequence.StandardKey.Open).toString(QKeySequence.SequenceFormat.NativeText)
        texts = (
            self.tr("Drop photos here, or press {keys}.").format(keys=keys or "Ctrl+O"),
            self.tr("Press Restore. The faces are found by themselves."),
            self.tr("Compare, and save the result. Your own file stays as it is."),
        )
        rows: list[QHBoxLayout] = []
        for number, words in enumerate(texts, start=1):
            row = QHBoxLayout()
            row.setSpacing(14)
            badge = StepNumber(number, self)
            self._scaled.append((badge, 1.15))
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(self._text(words, 1.2), 1)
            rows.append(row)
        return rows

    def _make_buttons(self) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        self.open_button = PrimaryButton("open", self.tr("Open photos…"), self)
        self.folder_button = QPushButton(icon("open-folder"), self.tr("Open folder…"), self)
        self.sample_button = QPushButton(icon("photo"), self.tr("Open a sample"), self)
        names = ("empty_open", "empty_open_folder", "empty_sample")
        self.sample_button.setToolTip(self.tr("A photo that comes with the program, to see what it does"))
        self.open_button.clicked.connect(self.open_requested)
        self.folder_button.clicked.connect(self.open_folder_requested)
        self.sample_button.clicked.connect(self.sample_requested)
        for button, name in zip((self.open_button, self.folder_button, self.sample_button), names, strict=True):
            button.setObjectName(name)
            self._scaled.append((button, 1.05))
            row.addWidget(button, 1)
        return row

    def _make_recent(self) -> QWidget:
        self._recent = QWidget(self)
        column = QVBoxLayout(self._recent)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._text(self.tr("Opened before"), 1.0, bold=True))
        self._recent_rows = QVBoxLayout()
        self._recent_rows.setSpacing(0)
        column.addLayout(self._recent_rows)
        self._recent.hide()
        return self._recent

    def _make_honesty(self) -> QLabel:
        words = self.tr("A restored face is a likely face, not the true one. Never use it to say who a person is.")
        label = self._text(words, 1.0)
        label.setObjectName("empty_honesty")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label


class StepNumber(QWidget):
    """A number in a circle."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setAccessibleName(str(number))

    def sizeHint(self) -> QSize:
        """A little larger than its digit."""
        side = round(self.fontMetrics().height() * 1.6)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and the digit."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side = self.sizeHint().width()
            circle = QRectF(0, 0, side, side)
            circle.moveCenter(QRectF(self.rect()).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawEllipse(circle)
            painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))


class RecentButton(QPushButton):
    """A file that was open before: its name, and its folder where there is room."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(icon("photo"), "", parent)
        self._path = path
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(str(path))
        self.setAccessibleName(self.tr("Open {name}").format(name=path.name))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(_RECENT_STYLE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words to the room there is."""
        super().resizeEvent(event)
        words = f"{self._path.name}   ({self._path.parent})"
        room = event.size().width() - self.iconSize().width() - 24
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
