"""The middle of presenter mode: the picture as large as there is room, and what its colours mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsr_desktop.language.messages import shown
from fsr_desktop.painters.colour_bar import draw_ramp, scale_numbers
from fsr_desktop.painters.pixels import KeptImages

if TYPE_CHECKING:
    from engine.explain.overlay import HeatOverlay

PAPER, INK, ACCENT = QColor(0, 0, 0), QColor(255, 255, 255), QColor(255, 214, 0)  # for projectors, in every theme
CHIP = QColor(16, 16, 16, 200)  # under a name on a picture
EDGE_WIDTH = 3  # px
LETTER_SHARE = 1 / 22  # of the stage's height: read from the back of a hall
SMALLEST_LETTER = 14  # px
BAR_SHARE = 0.55  # of the stage's height
BAR_ROOM = 4.6  # letters, at each side of the picture: the bar, its numbers, and gaps
GAP = 0.5  # letters
LINES_OF_NAME = 4
NAME_SIZE = 0.8  # of a letter: the name stands larger below the picture too


Named = tuple[QImage, str]  # a picture and its name, which may be empty


@dataclass(frozen=True, eq=False)
class ColourKey:
    """What a colour bar tells: the map whose values are shown, and the colours chosen for it."""

    overlay: HeatOverlay
    colour_map: str


class Stage(QWidget):
    """One picture in the middle, or several beside each other with their names; whole pixels where they are enlarged
    much, smooth otherwise; a colour bar at the right, where room is always left, so that no picture moves when the bar
    comes and goes. Of two, the second can lie over the first from an edge on.

    Signals: `wiped` with the edge's place, 0 to 1, when the user drags it.
    """

    wiped = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("presenter_stage")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._shown: tuple[Named, ...] = ()
        self._edge: float | None = None
        self._key: ColourKey | None = None
        self._kept = KeptImages()

    def show_image(self, image: QImage | None, key: ColourKey | None = None) -> None:
        """Show it with what its colours mean, or black."""
        self.show_images(((image, ""),) if image else ())
        self._key = key if image else None
        name = f"{shown(key.overlay.title)}: {', '.join(scale_numbers(key.overlay)[::-1])}" if key and image else ""
        self.setAccessibleDescription(name)

    def show_images(self, images: Sequence[Named]) -> None:
        """Show pictures beside each other, each with its name below."""
        self._shown, self._edge, self._key = tuple(images), None, None
        self.setAccessibleDescription(", ".join(name.replace("\n", " · ") for _image, name in images if name))
        self.update()

    def show_wipe(self, before: Named, after: Named, edge: float) -> None:
        """Show the first left of the edge and the second right of it."""
        self._shown, self._edge, self._key = (before, after), edge, None
        self.setAccessibleDescription("")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the edge to the mouse."""
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the edge with the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pictures in the middle, the colour bar beside them."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), PAPER)
            if not self._shown:
                return
            if self._edge is not None:
                self._draw_wipe(painter, self._edge)
                return
            for (image, name), place in zip(self._shown, self._places(), strict=True):
                self._draw(painter, image, place)
                if name:
                    self._draw_name(painter, name, place)
            if self._key:
                self._draw_key(painter, self._key, left=self._places()[-1].right() + GAP * self._letter)

    def _drag(self, event: QMouseEvent) -> None:
        if self._edge is not None:
            place = self._place_of(self._shown[0][0])
            self.wiped.emit(min(1.0, max(0.0, (event.position().x() - place.left()) / place.width())))

    def _draw(self, painter: QPainter, image: QImage, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, place.width() < 4 * image.width())
        painter.drawImage(place, image)

    def _draw_wipe(self, painter: QPainter, edge: float) -> None:
        (before, first), (after, second) = self._shown
        place = self._place_of(before)
        x = place.left() + edge * place.width()
        self._draw(painter, after, place)
        painter.save()
        painter.setClipRect(QRectF(place.left(), place.top(), x - place.left(), place.height()))
        self._draw(painter, before, place)
        painter.restore()
        painter.fillRect(QRectF(x - EDGE_WIDTH / 2, place.top(), EDGE_WIDTH, place.height()), ACCENT)
        painter.setFont(_font_of(self.font(), NAME_SIZE * self._letter))
        for name, is_left in ((first, True), (second, False)):
            self._draw_chip(painter, name, place, is_left=is_left)

    def _draw_chip(self, painter: QPainter, name: str, place: QRectF, *, is_left: bool) -> None:
        metrics = QFontMetricsF(painter.font())
        gap = GAP * self._letter
        size = metrics.size(0, name)
        chip = QRectF(0, place.top() + gap, size.width() + 2 * gap, size.height() + gap)
        chip.moveLeft(place.left() + gap if is_left else place.right() - gap - chip.width())
        painter.fillRect(chip, CHIP)
        painter.setPen(INK)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_name(self, painter: QPainter, name: str, place: QRectF) -> None:
        painter.setFont(self._name_font(name, place.width()))
        painter.setPen(INK)
        below = QRectF(place.left(), place.bottom() + GAP * self._letter / 2, place.width(), self._room_of_names)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, name)

    def _places(self) -> list[QRectF]:
        """Where the pictures lie: one as large as there is room, several beside each other above their names."""
        if len(self._shown) == 1:
            return [self._place_of(self._shown[0][0])]
        gap = self._letter
        width = (self.width() - gap * (len(self._shown) + 1)) / len(self._shown)
        height = self.height() - self._room_of_names
        places: list[QRectF] = []
        for number, (image, _name) in enumerate(self._shown):
            size = image.size().toSizeF().scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio)
            left = gap + number * (width + gap) + (width - size.width()) / 2
            places.append(QRectF(left, (height - size.height()) / 2, size.width(), size.height()))
        return places

    @property
    def _room_of_names(self) -> float:
        lines = max(name.count("\n") + 1 for _image, name in self._shown)
        return (1 + lines) * self._letter

    def _name_font(self, name: str, width: float) -> QFont:
        """Smaller where a line of the name would not fit below its picture."""
        letter = NAME_SIZE * self._letter
        wanted = QFontMetricsF(_font_of(self.font(), letter)).size(0, name).width()
        return _font_of(self.font(), max(1.0, letter * min(1.0, width / max(1.0, wanted)) - 0.5 * (wanted > width)))

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
        painter.drawText(name, int(wraps), f"{shown(key.overlay.short_title or key.overlay.title)}{unit}")
        painter.setFont(_font_of(self.font(), letter))
        metrics = QFontMetricsF(painter.font())
        draw_ramp(painter, key.overlay, key.colour_map, bar, self._kept)
        painter.setPen(INK)
        painter.drawRect(bar)
        for share, text in zip((0.0, 0.5, 1.0), scale_numbers(key.overlay), strict=True):
            y = bar.top() + share * bar.height()
            painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + GAP * letter / 2, y))
            painter.drawText(QPointF(bar.right() + GAP * letter, y + metrics.capHeight() / 2), text)


def paint_for_projectors(widget: QWidget) -> None:
    """Give a window the colours of a talk, whatever the theme is."""
    palette = QPalette(widget.palette())
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button):
        palette.setColor(role, PAPER)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(role, INK)
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)


def _font_of(font: QFont, letter: float) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(round(letter))
    return sized
