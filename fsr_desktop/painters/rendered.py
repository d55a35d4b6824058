"""Paints the drawn face of a model over a crop; around it what lies below stays as it is."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from engine.explain.overlay import RenderedOverlay
from fsr_desktop.look.image_of import image_with_alpha
from fsr_desktop.painters.ink import Ink
from fsr_desktop.painters.pixels import KeptImages, paint_over_crop
from fsr_desktop.painters.placed import PlacedOverlay


def paint_rendered(
    painter: QPainter,
    placed: PlacedOverlay,
    overlay: RenderedOverlay,
    screen_from_crop: QTransform,
    visible: QRectF,
    kept: KeptImages,
    _ink: Ink,
) -> None:
    """Lay the drawn face over the crop."""
    image = kept.get(overlay)
    if image is None:
        image = _image(overlay)
        kept.put(overlay, None, image)
    paint_over_crop(painter, image, crop_side=placed.crop_side, screen_from_crop=screen_from_crop, visible=visible)


def _image(overlay: RenderedOverlay) -> QImage:
    covers = np.clip(overlay.covers, 0, 1)[..., None]
    values = np.dstack([np.clip(overlay.image, 0, 1) * covers, covers])
    return image_with_alpha(np.rint(255 * values).astype(np.uint8))
