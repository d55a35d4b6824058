"""The middle of presenter mode: the picture as large as there is room, and what its colours mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsr_desktop.language.messages import shown
from fsr_desktop.painters.colour_bar import draw_ramp, scale_numbers
from fsr_desktop.painters.pixels import KeptImages

if TYPE_CHECKING:
    from engine.explain.overlay import HeatOverlay

PAPER, INK, ACCENT = QColor(0, 0, 0), QColor(255, 255, 255), QColor(255, 214, 0)  # for projectors, in every theme
LETTER_SHARE = 1 / 22  # of the stage's height: read from the back of a hall
SMALLEST_LETTER = 14  # px
BAR_SHARE = 0.55  # of the stage's height
BAR_ROOM = 4.6  # letters, at each side of the picture: the bar, its numbers, and gaps
GAP = 0.5  # letters
LINES_OF_NAME = 4
NAME_SIZE = 0.8  # of a letter: the name stands larger below the picture too


@dataclass(frozen=True, eq=False)
class ColourKey:
    """What a colour bar tells: the map whose values are shown, and the colours chosen for it."""

    overlay: HeatOverlay
    colour_map: str


class Stage(QWidget):
    """A picture in the middle, whole pixels where it is enlarged much, smooth otherwise; its colour bar at the right,
    where room is always left, so that no picture moves when the bar comes and goes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("presenter_stage")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._shown: QImage | None = None
        self._key: ColourKey | None = None
        self._kept = KeptImages()

    def show_image(self, image: QImage | None, key: ColourKey | None = None) -> None:
        """Show it with what its colours mean, or black."""
        self._shown, self._key = image, key
        name = f"{shown(key.overlay.title)}: {', '.join(scale_numbers(key.overlay)[::-1])}" if key and image else ""
        self.setAccessibleDescription(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture in the middle, the colour bar beside it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), PAPER)
            if self._shown is None or self._shown.isNull():
                return
            place = self._place_of(self._shown)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, place.width() < 4 * self._shown.width())
            painter.drawImage(place, self._shown)
            if self._key:
                self._draw_key(painter, self._key, left=place.right() + GAP * self._letter)

    @property
    def _letter(self) -> float:
        return max(SMALLEST_LETTER, self.height() * LETTER_SHARE)

    def _place_of(self, image: QImage) -> QRectF:
        room = self.size().toSizeF()
        room.setWidth(max(0.4 * room.width(), room.width() - 2 * BAR_ROOM * self._letter))
        size = image.size().toSizeF().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2), size)

    def _draw_key(self, painter: QPainter, key: ColourKey, *, left: float) -> None:
        """The layer's name, below it the bar with its numbers."""
        letter = self._letter
        painter.setFont(_font_of(self.font(), NAME_SIZE * letter))
        metrics = QFontMetricsF(painter.font())
        right = self.width() - GAP * letter
        wraps = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        bar = QRectF(left, 0, letter, BAR_SHARE * self.height())
        bar.moveTop((self.height() - bar.height()) / 2 + metrics.height())
        above = LINES_OF_NAME * metrics.height()
        name = QRectF(left, bar.top() - GAP * letter - metrics.height() / 2 - above, right - left, above)
        unit = f" ({shown(key.overlay.unit)})" if key.overlay.unit else ""
        painter.setPen(ACCENT)
        painter.drawText(name, int(wraps), f"{shown(key.overlay.title)}{unit}")
        painter.setFont(_font_of(self.font(), letter))
        metrics = QFontMetricsF(painter.font())
        draw_ramp(painter, key.overlay, key.colour_map, bar, self._kept)
        painter.setPen(INK)
        painter.drawRect(bar)
        for share, text in zip((0.0, 0.5, 1.0), scale_numbers(key.overlay), strict=True):
            y = bar.top() + share * bar.height()
            painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + GAP * letter / 2, y))
            painter.drawText(QPointF(bar.right() + GAP * letter, y + metrics.capHeight() / 2), text)


def _font_of(font: QFont, letter: float) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(round(letter))
    return sized
