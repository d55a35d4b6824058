"""What the photo has of the face, and where the looks disagree."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from fsr_desktop.look.lettering import font_of, write_in
from fsr_desktop.look.theme import tokens
from fsr_desktop.painters.chips import Chip
from fsr_desktop.painters.colour_bar import ramp_image
from fsr_desktop.painters.face_pane import FacePane
from fsr_desktop.painters.face_pictures import FacePicture
from fsr_desktop.widgets.segments import Segments

TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
MAP_COLOURS = "magma"


class PhotoColumn(QWidget):
    """The left side of the page. Signals: `place_wanted` as of a pane."""

    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo, self.map = FacePane(self), FacePane(self)
        self.bar = ScaleBar(self)
        self._picture: FacePicture | None = None
        self._wanted = 240
        pixels = QLabel(self.tr("Show its pixels"), self)
        self.pixels = Segments(
            [("blocks", self.tr("As they are")), ("smooth", self.tr("Smoothed"))], self, is_wide=True
        )
        self.pixels.setAccessibleName(pixels.text())
        self.pixels.chosen.connect(lambda _key: self._show_photo())
        self.question, self.answer = QLabel(self.tr("Which one is true?"), self), QLabel(self)
        self.question.setWordWrap(True)
        self.answer.setWordWrap(True)
        write_in(self.question, "head")
        self._choose_ink()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget, stretch in ((self.photo, 1), (pixels, 0), (self.pixels, 0), (self.question, 0), (self.answer, 0)):
            column.addWidget(widget, stretch)
        column.addWidget(self.map, 1)
        column.addWidget(self.bar)
        column.addStretch(0)
        for pane in (self.photo, self.map):
            pane.place_wanted.connect(self.place_wanted)
        self.map.setAccessibleName(self.tr("Where they disagree"))

    def want_width(self, width: int) -> None:
        """Be so wide, and narrower only where there is no room."""
        self._wanted = width
        self.setMaximumWidth(width)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as is wanted."""
        return QSize(self._wanted, super().sizeHint().height())

    def show_photo(self, picture: FacePicture | None, side_px: float) -> None:
        """The photo's own pixels of a face of that size."""
        side = self.tr("{side} px").format(side=round(side_px))
        self._picture = picture
        self.photo.setAccessibleName(self.tr("In the photo"))
        self.photo.show_chips((Chip(self.tr("In the photo"), side), TOP_LEFT))
        words = self.tr(
            "None can be known to be. Each is a face that could have made these {side} pixels. Where they disagree, "
            "the photo does not say."
        )
        self.answer.setText(words.format(side=round(side_px)))
        self._show_photo()

    def show_map(self, picture: FacePicture | None, high: float) -> None:
        """Where the looks disagree, the end of its colours at `high` of 255; None while fewer than two are there."""
        self.map.show_picture(picture)
        words = "" if picture else self.tr("two looks are needed")
        self.map.show_chips((Chip(self.tr("Where they disagree"), words), TOP_LEFT))
        self.bar.setVisible(picture is not None)
        self.bar.show_ends("0", self.tr("{high} of 255").format(high=round(high)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are no higher than wide."""
        super().resizeEvent(event)
        for pane in (self.photo, self.map):
            pane.setMaximumHeight(self.width())

    def changeEvent(self, event: QEvent) -> None:
        """On a light canvas the fainter ink would be too faint."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "answer"):
            self._choose_ink()

    def _choose_ink(self) -> None:
        write_in(self.answer, ink="text" if QColor(tokens().canvas).lightnessF() > 0.5 else "text2")

    def _show_photo(self) -> None:
        self.photo.show_picture(self._picture, is_smooth=self.pixels.value() == "smooth")


class ScaleBar(QWidget):
    """The colours of a map, level, between the numbers of their ends."""

    def __init__(self, parent: QWidget | None = None, *, colour_map: str = MAP_COLOURS) -> None:
        super().__init__(parent)
        self._colour_map = colour_map
        self._low = self._high = ""
        self.setFixedHeight(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ends(self, low: str, high: str) -> None:
        """The numbers at its ends."""
        self._low, self._high = low, high
        self.setAccessibleName(f"{low} – {high}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Number, colours, number."""
        with QPainter(self) as painter:
            painter.setFont(font_of("small"))
            metrics = painter.fontMetrics()
            left = metrics.horizontalAdvance(self._low) + 6
            right = self.width() - metrics.horizontalAdvance(self._high) - 6
            painter.setPen(QColor(tokens().text))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._low)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._high)
            if right > left:
                bar = QRect(left, 4, right - left, 8)
                painter.drawImage(QRectF(bar), ramp_image(self._colour_map))
