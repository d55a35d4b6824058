"""The window's icons: line drawings in SVG that take the colour of the text around them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.paths import icons_folder

APP_ICON = "app"  # in its own colours
_ROLES = {
    QIcon.Mode.Normal: (QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Active: (QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Disabled: (QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Selected: (QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText),
}


@cache
def icon_names() -> tuple[str, ...]:
    """The names of all icons, sorted. Raises: EngineError without resources."""
    return tuple(sorted(path.stem for path in icons_folder().glob("*.svg")))


def icon(name: str) -> QIcon:
    """The icon of that name, sharp at any size, in the colour that the palette has when it is painted.

    Raises: KeyError for a name without a file.
    """
    _svg(name)
    return QIcon(_SvgEngine(name))


def app_icon() -> QIcon:
    """The program's own icon, for the window's frame and the task bar."""
    return icon(APP_ICON)


@cache
def _svg(name: str) -> bytes:
    if name not in icon_names():
        raise KeyError(f"Expected an icon of {', '.join(icon_names())}; got {name!r}.")
    return (icons_folder() / f"{name}.svg").read_bytes()


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(_svg(name).replace(b"currentColor", colour.encode()))


class _SvgEngine(QIconEngine):
    """Paints one SVG with `currentColor` replaced by the palette's colour for the mode."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._name == APP_ICON and mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.4)
        _drawing(self._name, _colour(mode).name()).render(painter, _square_in(QRectF(rect)))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size * scale)  # QIcon sets the ratio on the result itself
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def availableSizes(self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> list[QSize]:
        return [QSize(side, side) for side in (16, 24, 32, 48, 64, 128, 256)]

    def isNull(self) -> bool:
        return False

    def iconName(self) -> str:
        return self._name

    def key(self) -> str:
        return "fsr-svg"

    def clone(self) -> QIconEngine:
        return _SvgEngine(self._name)


def _colour(mode: QIcon.Mode) -> QColor:
    group, role = _ROLES[mode]
    return QGuiApplication.palette().color(group, role)


def _square_in(rect: QRectF) -> QRectF:
    side = min(rect.width(), rect.height())
    corner = rect.center() - QPointF(side / 2, side / 2)
    return QRectF(corner.x(), corner.y(), side, side)
