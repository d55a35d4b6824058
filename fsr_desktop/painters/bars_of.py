"""Which colour bars maps over a photo need, and whose each is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.explain.overlay import HeatOverlay
from fsr_desktop.painters.placed import PlacedOverlay


def bars_of(overlays: Sequence[PlacedOverlay]) -> list[tuple[HeatOverlay, str, str]]:
    """A map, its colours and the faces that it is of, for each bar: maps of the same name and ends share one. The faces
    are named where the same map has several bars."""
    faces: dict[tuple[str, float, float, str], list[int]] = {}
    first: dict[tuple[str, float, float, str], HeatOverlay] = {}
    for placed in overlays:
        if isinstance(overlay := placed.overlay, HeatOverlay):
            key = (overlay.key, overlay.low, overlay.high, placed.colour_map)
            first.setdefault(key, overlay)
            faces.setdefault(key, []).append(placed.face)
    names = [key[0] for key in first]
    return [(one, key[3], _named(faces[key]) if names.count(key[0]) > 1 else "") for key, one in first.items()]


def _named(faces: Sequence[int]) -> str:
    numbers = [str(number) for number in faces if number]
    if len(numbers) > 1:
        return QCoreApplication.translate("ColourBar", "Faces {numbers}").format(numbers=", ".join(numbers))
    return QCoreApplication.translate("ColourBar", "Face {number}").format(number=numbers[0]) if numbers else ""
