"""Paints what the colours of a map mean: a bar with its numbers, on a plate in a corner."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from engine.explain.colour_maps import colours
from engine.explain.overlay import HeatOverlay
from fsr_desktop.language.messages import shown
from fsr_desktop.language.numbers import significant
from fsr_desktop.look.image_of import image_of
from fsr_desktop.painters.heat import colour_map_of
from fsr_desktop.painters.ink import PADDING, Ink
from fsr_desktop.painters.pixels import KeptImages

BAR_WIDTH = 14.0
BAR_HEIGHT = 120.0
SMALLEST_BAR = 40.0
MARGIN = 12.0
_RAMP = np.linspace(1.0, 0.0, 256, dtype=np.float32)[:, None]


def plate_size(font: QFont, overlay: HeatOverlay, bar_height: float, of: str = "") -> tuple[float, float]:
    """Width and height of the plate with a bar of that height, and above it what it is `of`."""
    metrics = QFontMetricsF(font)
    numbers = max(metrics.horizontalAdvance(text) for text in scale_numbers(overlay))
    title = max(metrics.horizontalAdvance(line) for line in _title(overlay, of))
    width = max(BAR_WIDTH + PADDING + numbers, title) + 2 * PADDING
    return width, bar_height + metrics.height() * (1 + len(_title(overlay, of))) + 2 * PADDING


def paint_colour_bar(
    painter: QPainter,
    overlay: HeatOverlay,
    colour_map: str,
    *,
    bottom_right: QPointF,
    room: float,
    kept: KeptImages,
    ink: Ink,
    of: str = "",
) -> QRectF:
    """Paint the bar with its plate's lower right corner at `bottom_right`, at most `room` high, and above it what it is
    `of`; gives the plate's place, empty if there is no room."""
    metrics, lines = QFontMetricsF(painter.font()), _title(overlay, of)
    bar_height = min(BAR_HEIGHT, room - metrics.height() * (1 + len(lines)) - 2 * PADDING)
    if bar_height < SMALLEST_BAR:
        return QRectF()
    width, height = plate_size(painter.font(), overlay, bar_height, of)
    plate = QRectF(bottom_right.x() - width, bottom_right.y() - height, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.plate)
    painter.drawRoundedRect(plate, 4, 4)
    painter.setPen(ink.light)
    title = QRectF(plate.left(), plate.top() + PADDING / 2, width, metrics.height() * len(lines))
    painter.drawText(title, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))
    top = title.bottom() + PADDING / 2 + metrics.height() / 2
    bar = QRectF(plate.left() + PADDING, top, BAR_WIDTH, bar_height)
    draw_ramp(painter, overlay, colour_map, bar, kept)
    painter.setPen(ink.light)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    for share, text in zip((0.0, 0.5, 1.0), scale_numbers(overlay), strict=True):
        y = bar.top() + share * bar.height()
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y))
        place = QRectF(bar.right() + PADDING, y - metrics.height() / 2, width, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    return plate


def _title(overlay: HeatOverlay, of: str) -> list[str]:
    title = shown(overlay.title)
    whole = f"{title} ({shown(overlay.unit)})" if overlay.unit else title
    return [of, whole] if of else [whole]


def scale_numbers(overlay: HeatOverlay) -> tuple[str, str, str]:
    """From the bar's top to its end: high, middle, low."""
    middle = (overlay.low + overlay.high) / 2
    return significant(overlay.high), significant(middle), significant(overlay.low)


def draw_ramp(painter: QPainter, overlay: HeatOverlay, colour_map: str, bar: QRectF, kept: KeptImages) -> None:
    """Fill `bar` with the map's colours, the high end at the top."""
    name = colour_map_of(overlay, colour_map)
    image = kept.get(_RAMP, name)
    if image is None:
        image = image_of(colours(_RAMP, low=0.0, high=1.0, name=name))
        kept.put(_RAMP, name, image)
    painter.drawImage(bar, image)


def ramp_image(name: str) -> QImage:
    """The colours of a map from its low end, at the left, to its high one, one px high: for a level bar."""
    return image_of(colours(_RAMP[::-1].T.copy(), low=0.0, high=1.0, name=name))
