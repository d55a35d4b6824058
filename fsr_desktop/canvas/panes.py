"""How the canvas is divided: panes beside each other, and the two parts of a split one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from fsr_desktop.canvas.difference import DifferencePicture
from fsr_desktop.canvas.patch_levels import PatchLevels
from fsr_desktop.canvas.picture import LayerPicture
from fsr_desktop.canvas.scene import Layer
from fsr_desktop.canvas.tile_grid import TileSource
from fsr_desktop.session.view_state import CompareMode

GAP = 2  # device px between panes
BESIDE_GAIN = 0.27  # of a difference's width: beside the bar that lies over its middle


@dataclass(frozen=True, eq=False)
class Part:
    """What is drawn in an area (device px of the pane), with its title in the left or right corner, a `detail` beside
    it, and the part of that which must not get lost, its `warning`; the words take no more than `room` of its width.
    `is_after` says that overlays belong on it."""

    source: TileSource
    area: QRect
    title: str
    detail: str = ""
    is_title_right: bool = False
    is_after: bool = False
    warning: str = ""
    room: float = 1.0


@dataclass(frozen=True, eq=False)
class Pane:
    """One view of the photo, at `place` (device px of the canvas). All panes have the same size."""

    place: QRect
    parts: tuple[Part, ...]


def sources_of(layers: Sequence[Layer], patch_levels: PatchLevels) -> tuple[LayerPicture, ...]:
    """The layers as something to draw, the first one before."""
    return tuple(LayerPicture(layer, f"layer {index}", patch_levels) for index, layer in enumerate(layers))


def pane_places(count: int, width: int, height: int, photo: tuple[int, int]) -> list[QRect]:
    """Places for panes in a row, or for three and four also in two rows, where the photo is shown larger that way."""
    best: list[QRect] = []
    best_zoom = -1.0
    for columns in dict.fromkeys((count, math.ceil(count / 2) if count > 2 else count)):
        rows = math.ceil(count / columns)
        pane_width = max(1, (width - (columns - 1) * GAP) // columns)
        pane_height = max(1, (height - (rows - 1) * GAP) // rows)
        zoom = min(pane_width / photo[0], pane_height / photo[1])
        if zoom > best_zoom:
            best_zoom = zoom
            cells = [divmod(index, columns) for index in range(count)]
            best = [
                QRect(column * (pane_width + GAP), row * (pane_height + GAP), pane_width, pane_height)
                for row, column in cells
            ]
    return best


def arrange(
    sources: Sequence[LayerPicture],
    mode: CompareMode,
    *,
    photo: tuple[int, int],
    size: tuple[int, int],
    split: float,
    gain: float,
    is_original_held: bool,
) -> tuple[Pane, ...]:
    """The panes of a canvas of `size` device px; with a single layer there is nothing to compare."""
    before, after = sources[0], sources[-1]
    count = len(sources) if mode == "side" else 1
    places = pane_places(count, *size, photo)
    whole = QRect(0, 0, places[0].width(), places[0].height())
    if mode == "side" and len(sources) > 1:
        parts = [
            _whole_part(before if is_original_held else source, whole, is_after=index > 0 and not is_original_held)
            for index, source in enumerate(sources)
        ]
        return tuple(Pane(place, (part,)) for place, part in zip(places, parts, strict=True))
    if is_original_held or mode == "before" or len(sources) == 1:
        title = before.layer.title if len(sources) > 1 else ""
        return (Pane(places[0], (Part(before, whole, title),)),)
    if mode == "difference":
        difference = DifferencePicture(before, after, gain)
        detail, warning = after.layer.detail, after.layer.warning
        part = Part(difference, whole, "", detail, is_after=True, warning=warning, room=BESIDE_GAIN)
        return (Pane(places[0], (part,)),)
    return (Pane(places[0], _split_parts(before, after, whole, split)),)


def _split_parts(before: LayerPicture, after: LayerPicture, whole: QRect, split: float) -> tuple[Part, ...]:
    middle = split_column(whole.width(), split)
    left = QRect(0, 0, middle, whole.height())
    right = QRect(middle, 0, whole.width() - middle, whole.height())
    title, detail, warning = after.layer.title, after.layer.detail, after.layer.warning
    return (
        Part(before, left, before.layer.title),
        Part(after, right, title, detail, is_title_right=True, is_after=True, warning=warning),
    )


def _whole_part(source: LayerPicture, whole: QRect, *, is_after: bool) -> Part:
    detail, warning = (source.layer.detail, source.layer.warning) if is_after else ("", "")
    return Part(source, whole, source.layer.title, detail, is_after=is_after, warning=warning)


def split_column(width: int, split: float) -> int:
    """The first device px column right of the divider."""
    return round(width * split)
