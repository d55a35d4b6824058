"""Paints a map over a crop, in the colours of its colour map."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from engine.explain.colour_maps import DIVERGING, colours
from engine.explain.overlay import HeatOverlay
from fsr_desktop.look.image_of import image_of
from fsr_desktop.painters.ink import Ink
from fsr_desktop.painters.pixels import KeptImages, paint_over_crop
from fsr_desktop.painters.placed import PlacedOverlay


def colour_map_of(overlay: HeatOverlay, colour_map: str) -> str:
    """The user's colour map; a diverging one for signed maps."""
    return DIVERGING if overlay.is_signed else colour_map


def paint_heat(
    painter: QPainter,
    placed: PlacedOverlay,
    overlay: HeatOverlay,
    screen_from_crop: QTransform,
    visible: QRectF,
    kept: KeptImages,
    _ink: Ink,
) -> None:
    """Lay the map `(h, w)` over the whole crop."""
    name = colour_map_of(overlay, placed.colour_map)
    image = kept.get(overlay, name)
    if image is None:
        image = image_of(colours(overlay.values, low=overlay.low, high=overlay.high, name=name))
        kept.put(overlay, name, image)
    paint_over_crop(painter, image, crop_side=placed.crop_side, screen_from_crop=screen_from_crop, visible=visible)
