"""Pictures of overlays: kept once they are made, and painted over a crop."""

from __future__ import annotations

import math
from collections.abc import Hashable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

KEPT = 48  # pictures; a map of 512 px takes 1 MB


class KeptImages:
    """Pictures that were made of overlays, by the overlay itself and how it is coloured."""

    def __init__(self) -> None:
        self._images: dict[tuple[int, Hashable], tuple[object, QImage]] = {}

    def get(self, source: object, style: Hashable = None) -> QImage | None:
        """The picture of exactly this object."""
        found = self._images.get((id(source), style))
        return found[1] if found else None

    def put(self, source: object, style: Hashable, image: QImage) -> None:
        """Keep it, with its source, so that no other object can have the source's id meanwhile."""
        self._images[id(source), style] = (source, image)
        while len(self._images) > KEPT:
            del self._images[next(iter(self._images))]


def paint_over_crop(
    painter: QPainter, image: QImage, *, crop_side: int, screen_from_crop: QTransform, visible: QRectF
) -> None:
    """Paint a picture smoothly over the whole crop; only its part in `visible` (screen) is computed."""
    to_screen = (
        QTransform.fromScale(crop_side / image.width(), crop_side / image.height()) * screen_from_crop
    )  # from edges of the picture's pixels
    to_image, is_invertible = to_screen.inverted()
    if not is_invertible:
        return
    seen = to_image.mapRect(visible)
    left, top = max(0, math.floor(seen.left()) - 1), max(0, math.floor(seen.top()) - 1)
    right = min(image.width(), math.ceil(seen.right()) + 1)
    bottom = min(image.height(), math.ceil(seen.bottom()) + 1)
    if left >= right or top >= bottom:
        return
    part = QRectF(left, top, right - left, bottom - top)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(to_screen, True)
    painter.drawImage(part, image, part)
