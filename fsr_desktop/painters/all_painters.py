"""Which painter paints which overlay."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from engine.explain.overlay import HeatOverlay, ImageOverlay, Overlay, PointsOverlay, RenderedOverlay
from fsr_desktop.painters.heat import paint_heat
from fsr_desktop.painters.ink import Ink
from fsr_desktop.painters.picture import paint_picture
from fsr_desktop.painters.pixels import KeptImages
from fsr_desktop.painters.placed import PlacedOverlay, screen_from_crop
from fsr_desktop.painters.points import paint_points
from fsr_desktop.painters.rendered import paint_rendered

# Each takes the painter, the placed overlay, the overlay itself as its own type, the transform from edges of the crop's
# pixels to the screen, the part of the screen that is seen, pictures that were made before, and the ink.
_Paint = Callable[[QPainter, PlacedOverlay, Any, QTransform, QRectF, KeptImages, Ink], None]
PAINTERS: Mapping[type[Overlay], _Paint] = {
    HeatOverlay: paint_heat,
    ImageOverlay: paint_picture,
    PointsOverlay: paint_points,
    RenderedOverlay: paint_rendered,
}


def paint_overlay(
    painter: QPainter,
    placed: PlacedOverlay,
    *,
    screen_from_photo: QTransform,
    visible: QRectF,
    kept: KeptImages,
    ink: Ink,
) -> None:
    """Paint an overlay where it lies; one that has no painter, as numbers shown beside the face, is left out.

    `screen_from_photo` maps edges of the photo's pixels; `visible` is the part of the screen to paint.
    """
    paint = PAINTERS.get(type(placed.overlay))
    if paint is None:
        return
    painter.save()
    painter.setOpacity(painter.opacity() * placed.opacity)
    to_screen = screen_from_crop(placed, screen_from_photo)
    paint(painter, placed, placed.overlay, to_screen, visible, kept, ink)
    painter.restore()
