"""How the exported file will look, and how large it will be, beside the export dialog's rows."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.process.export_jobs import ExportPhoto, TriedExport, TryExport
from fsr_desktop.background import Background
from fsr_desktop.language.messages import shown
from fsr_desktop.language.numbers import decimal
from fsr_desktop.look.image_of import image_of
from fsr_desktop.session.engine_bridge import EngineBridge
from fsr_desktop.session.task import Task
from fsr_desktop.widgets.segments import Segments

SIDE = 320  # px of the picture's place
WAIT_MS = 400  # after the last change, before the file is tried
Pair = tuple[QImage, QImage]


class ExportPreview(QWidget):
    """Tries an export whenever another one is asked for, and shows its picture and its size.

    Trying waits until the user has stopped changing things; a try that nobody waits for any more is stopped.
    """

    def __init__(self, bridge: EngineBridge, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_preview")
        self._bridge, self._folder = bridge, folder
        self._wanted: ExportPhoto | None = None
        self._task: Task | None = None
        self._background = Background(self)
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self._try)
        self.picture = _Picture(self)
        self.part = Segments((("before", self.tr("Before")), ("after", self.tr("After"))), self, is_wide=True)
        self.part.setObjectName("preview_part")
        self.part.setAccessibleName(self.tr("What the preview shows"))
        self.part.set_value("after")
        self.part.chosen.connect(self.picture.show_part)
        self.size_words = QLabel(self)
        self.size_words.setObjectName("size_words")
        self.size_words.setWordWrap(True)
        self.size_words.setTextFormat(Qt.TextFormat.PlainText)
        self.size_words.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.size_words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.picture, self.part, self.size_words):
            column.addWidget(widget)
        column.addStretch(1)
        self.setFixedWidth(SIDE)

    def ask(self, export: ExportPhoto | None) -> None:
        """Preview this export from now on; None for none."""
        if export == self._wanted:
            return
        self._wanted = export
        self._stop()
        self.size_words.setText(self.tr("Working out the size…") if export else "")
        if export:
            self._soon.start()
        else:
            self._soon.stop()
            self.picture.show_pair(None)

    def close_down(self) -> None:
        """Stop what runs; nothing is shown any more."""
        self._soon.stop()
        self._stop()
        self._background.drop()
        self._background.finish()

    def _stop(self) -> None:
        if self._task and not self._task.is_over:
            self._bridge.abandon(self._task)
        self._task = None

    def _try(self) -> None:
        if self._wanted is None:
            return
        job = TryExport(export=self._wanted, folder=self._folder)
        title = self.tr("Preview of {name}").format(name=self._wanted.target.name)
        self._task = self._bridge.submit(job, title, ahead=True)
        self._task.finished.connect(partial(self._take, self._wanted))
        self._task.failed.connect(lambda _failure: self.size_words.setText(self.tr("There is no preview.")))

    def _take(self, export: ExportPhoto, tried: TriedExport) -> None:
        if export != self._wanted:
            return
        if tried.problem or not (tried.before and tried.after):
            self.size_words.setText(shown(tried.problem))
            self.picture.show_pair(None)
            return
        words = self.tr("{size}, {width} × {height} px").format(
            size=self._bytes(tried.size_bytes), width=tried.width, height=tried.height
        )
        self.size_words.setText(words)
        self._background.run(partial(_read_pair, tried.before, tried.after), partial(self._show, export))

    def _show(self, export: ExportPhoto, pair: Pair | None) -> None:
        if export == self._wanted:
            self.picture.show_pair(pair)

    def _bytes(self, count: int) -> str:
        if count < 1_000_000:
            return self.tr("{count} kB").format(count=decimal(count / 1e3, 0 if count >= 10_000 else 1))
        return self.tr("{count} MB").format(count=decimal(count / 1e6, 1))


class _Picture(QWidget):
    """One of two pictures of one size, as large as there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview_picture")
        self.setFixedSize(SIDE, SIDE)
        self.setAccessibleName(self.tr("Preview of the exported photo"))
        self.pair: Pair | None = None
        self._part = "after"

    def show_pair(self, pair: Pair | None) -> None:
        """Show other pictures."""
        self.pair = pair
        self.update()

    def show_part(self, part: str) -> None:
        """Show "before" or "after"."""
        self._part = part
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture on the window's ground."""
        if self.pair is None:
            return
        image = self.pair[0] if self._part == "before" else self.pair[1]
        size = image.size().toSizeF().scaled(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, *size.toTuple())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        painter.end()


def _read_pair(before: Path, after: Path) -> Pair | None:
    """The pictures in two files; None if another try has replaced them meanwhile."""
    try:
        pictures: list[NDArray[np.uint8]] = [np.load(path, allow_pickle=False) for path in (before, after)]
    except (OSError, ValueError):
        return None
    return image_of(pictures[0]), image_of(pictures[1])
