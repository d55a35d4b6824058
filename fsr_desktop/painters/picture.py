"""Paints a picture over a crop: an earlier step, a rendered prior."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from engine.explain.overlay import ImageOverlay
from fsr_desktop.look.image_of import image_of
from fsr_desktop.painters.ink import Ink
from fsr_desktop.painters.pixels import KeptImages, paint_over_crop
from fsr_desktop.painters.placed import PlacedOverlay


def paint_picture(
    painter: QPainter,
    placed: PlacedOverlay,
    overlay: ImageOverlay,
    screen_from_crop: QTransform,
    visible: QRectF,
    kept: KeptImages,
    _ink: Ink,
) -> None:
    """Lay the picture `(h, w, 3)` over the whole crop."""
    image = kept.get(overlay)
    if image is None:
        image = image_of(np.rint(np.clip(overlay.image, 0, 1) * 255).astype(np.uint8))
        kept.put(overlay, None, image)
    paint_over_crop(painter, image, crop_side=placed.crop_side, screen_from_crop=screen_from_crop, visible=visible)
