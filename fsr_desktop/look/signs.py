"""Icons as small pictures in a colour of their own, for what is painted: discs of states, signs of toasts."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.paths import icons_folder


def sign(name: str, colour: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon of that name in one colour, `side` wide and high in the window's units, sharp at `ratio` pixels each.

    Raises: OSError for a name without a file.
    """
    return _sign(name, colour.name(QColor.NameFormat.HexArgb), side, ratio)


@cache
def _sign(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    svg = (icons_folder() / f"{name}.svg").read_bytes().replace(b"currentColor", QColor(colour).name().encode())
    with QPainter(picture) as painter:
        painter.setOpacity(QColor(colour).alphaF())
        QSvgRenderer(svg).render(painter, QRectF(picture.rect()))
    picture.setDevicePixelRatio(ratio)
    return picture
