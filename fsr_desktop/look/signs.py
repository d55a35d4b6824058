"""Icons as small pictures in a colour of their own, for what is painted: discs of states, signs of toasts."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.paths import icons_folder
from fsr_desktop.look.tokens import Tokens


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


def draw_sign(painter: QPainter, name: str, place: QRectF, colour: str) -> None:
    """Paint an icon in one colour into a square."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(place.topLeft(), sign(name, QColor(colour), round(place.width()), ratio))


def disc_ink(tone: str, colours: Tokens) -> str:
    """The colour of a sign on its dark disc, for a tone of `fsr_desktop.session.photo_state`."""
    inks = {"good": colours.chip_ok, "warn": colours.chip_warn, "bad": colours.chip_bad, "accent": colours.chip_info}
    return inks.get(tone, colours.chip_text)
