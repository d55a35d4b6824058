"""Four pictures of one held-out face beside each other: what a training does to it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsr_desktop.look.image_of import image_of

PARTS = 4
GAP = 8  # px


class PreviewStrip(QWidget):
    """Shows the input, what the base model makes of it, what the model makes of it now, and the truth."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_strip")
        self.setAccessibleName(self.tr("Preview: input, base model, now, truth"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(PARTS * 72, 72 + self.fontMetrics().height() + 4)
        self._image = QImage()

    def sizeHint(self) -> QSize:
        """Four pictures of 160 px with their names."""
        return QSize(PARTS * 160 + (PARTS - 1) * GAP, 160 + self.fontMetrics().height() + 4)

    def clear(self) -> None:
        """Show nothing."""
        self._image = QImage()
        self.update()

    def show_preview(self, pictures: NDArray[np.uint8]) -> None:
        """Show `(h, 4h, 3)` RGB: input, base model, now, truth."""
        self._image = image_of(pictures)
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether there is something to see."""
        return not self._image.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pictures as large as there is room, with their names below."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            line = painter.fontMetrics().height() + 4
            side = min((self.width() - (PARTS - 1) * GAP) / PARTS, self.height() - line)
            if side < 8:
                return
            left = (self.width() - PARTS * side - (PARTS - 1) * GAP) / 2
            names = (self.tr("Input"), self.tr("Base model"), self.tr("Now"), self.tr("Truth"))
            part = self._image.width() / PARTS
            for number, name in enumerate(names):
                place = QRectF(left + number * (side + GAP), 0, side, side)
                if self.has_picture:
                    painter.drawImage(place, self._image, QRectF(number * part, 0, part, self._image.height()))
                else:
                    painter.fillRect(place, self.palette().color(QPalette.ColorRole.AlternateBase))
                painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
                painter.drawText(QRectF(place.left(), side + 2, side, line), Qt.AlignmentFlag.AlignHCenter, name)
