"""Paints one pane: the photo's parts, then overlays, marks and words over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTransform

from engine.types import Box
from fsr_desktop.canvas.box_editing import paint_handles
from fsr_desktop.canvas.divider import paint_divider
from fsr_desktop.canvas.drawn_box import paint_drawn_box
from fsr_desktop.canvas.marks import FaceMark, paint_box, paint_points
from fsr_desktop.canvas.panes import Pane, Part
from fsr_desktop.canvas.tile_grid import TileSource
from fsr_desktop.canvas.tile_painter import paint_tiles, photo_area
from fsr_desktop.canvas.tiles import TileStore
from fsr_desktop.canvas.viewport import Viewport
from fsr_desktop.painters.all_painters import paint_overlay
from fsr_desktop.painters.bars_of import bars_of
from fsr_desktop.painters.colour_bar import MARGIN, paint_colour_bar
from fsr_desktop.painters.ink import Ink, draw_plate, plate_size
from fsr_desktop.painters.pixels import KeptImages
from fsr_desktop.painters.placed import PlacedOverlay


@dataclass
class Marked:
    """What lies over the photo: marks of faces, overlays, a box that is drawn or changed, and words: `said` at the
    lower left, its second part less strongly, `pixel` at the lower right, and at the top what the mouse does now."""

    marks: Sequence[FaceMark] = ()
    selected: str = ""
    show_boxes: bool = True
    show_points: bool = False
    overlays: Sequence[PlacedOverlay] = ()
    drawn: Box | None = None
    is_drawn_changed: bool = False
    said: tuple[str, str] | None = None
    mouse_does: str = ""
    pixel: str = ""
    kept: KeptImages = field(default_factory=KeptImages)


@dataclass(frozen=True, eq=False)
class PanePainter:
    """Everything that panes are painted with. `ratio` is device px per logical px; `stand_in` is shown for a source
    that has nothing to show yet; `font` and `ink` are for what lies over the picture."""

    store: TileStore
    viewport: Viewport
    stand_in: TileSource
    marked: Marked
    ratio: float
    ground: QColor
    ink: Ink
    font: QFont
    is_divider_held: bool = False

    def paint(self, painter: QPainter, pane: Pane, dirty: QRect, *, is_last: bool) -> None:
        """Paint a pane; the painter's unit is a logical px of the canvas, `dirty` (device px) is what has to be new."""
        if not pane.place.intersects(dirty):
            return
        for part in pane.parts:
            self._paint_part(painter, pane, part, dirty)
        painter.save()
        painter.setFont(self.font)
        place = self._logical(pane.place)
        painter.setClipRect(place)
        to_screen = self.screen_from_photo(pane)
        for part in pane.parts:
            if part.is_after and self.marked.overlays:
                self._paint_overlays(painter, to_screen, self._logical(part.area.translated(pane.place.topLeft())))
        self._paint_marks(painter, to_screen)
        if len(pane.parts) > 1:
            split_x = self._logical(pane.parts[1].area).left() + place.left()
            paint_divider(painter, self.ink, split_x, place.height(), is_active=self.is_divider_held)
        self._paint_titles(painter, pane, place)
        if self.marked.mouse_does and is_last:
            width, _ = plate_size(self.font, self.marked.mouse_does)
            draw_plate(
                painter, self.ink, QPointF(place.center().x() - width / 2, place.top() + MARGIN), self.marked.mouse_does
            )
        if self.marked.pixel and is_last:
            width, height = plate_size(self.font, self.marked.pixel)
            corner = QPointF(place.right() - MARGIN - width, place.bottom() - MARGIN - height)
            draw_plate(painter, self.ink, corner, self.marked.pixel)
        if self.marked.said:
            _, height = plate_size(self.font, *self.marked.said)
            corner = QPointF(place.left() + MARGIN, place.bottom() - MARGIN - height)
            draw_plate(painter, self.ink, corner, *self.marked.said)
        if is_last and any(part.is_after for part in pane.parts):
            self._paint_colour_bars(painter, place)
        painter.restore()

    def screen_from_photo(self, pane: Pane) -> QTransform:
        """Maps edges of the photo's pixels to logical px of the canvas."""
        left, top = self.viewport.origin
        moved = QTransform.fromTranslate((pane.place.left() + left) / self.ratio, (pane.place.top() + top) / self.ratio)
        return QTransform.fromScale(self.viewport.zoom / self.ratio, self.viewport.zoom / self.ratio) * moved

    def _paint_part(self, painter: QPainter, pane: Pane, part: Part, dirty: QRect) -> None:
        """The photo itself, in device px, so that its pixels fall on those of the screen."""
        area = part.area.intersected(dirty.translated(-pane.place.topLeft()))
        painter.save()
        painter.scale(1 / self.ratio, 1 / self.ratio)
        painter.translate(pane.place.topLeft())
        painter.setClipRect(area)
        painter.fillRect(area, self.ground)
        shown = area.intersected(photo_area(self.viewport))
        if not shown.isEmpty():
            painter.setClipRect(shown)
            source = part.source if self.store.has_whole(part.source) else self.stand_in
            paint_tiles(painter, self.store, source, self.viewport, shown)
            if source is not part.source:
                paint_tiles(painter, self.store, part.source, self.viewport, shown)
        painter.restore()

    def _paint_overlays(self, painter: QPainter, to_screen: QTransform, area: QRectF) -> None:
        painter.save()
        painter.setClipRect(area)
        for placed in self.marked.overlays:
            paint_overlay(
                painter, placed, screen_from_photo=to_screen, visible=area, kept=self.marked.kept, ink=self.ink
            )
        painter.restore()

    def _paint_marks(self, painter: QPainter, to_screen: QTransform) -> None:
        marked = self.marked
        for mark in sorted(marked.marks, key=lambda mark: mark.id == marked.selected):  # the selected one on top
            if marked.show_boxes:
                paint_box(painter, mark, to_screen, self.ink, is_selected=mark.id == marked.selected)
            if marked.show_points:
                paint_points(painter, mark, to_screen, self.ink)
        if marked.drawn:
            paint_drawn_box(painter, marked.drawn, to_screen, self.ink)
            if marked.is_drawn_changed:
                paint_handles(painter, marked.drawn, to_screen, self.ink)

    def _paint_titles(self, painter: QPainter, pane: Pane, place: QRectF) -> None:
        for part in pane.parts:
            area = self._logical(part.area).translated(place.topLeft())
            y = area.top() + MARGIN
            for words in self._rows(part, part.room * area.width() - 2 * MARGIN):
                width, height = plate_size(self.font, *words)
                x = area.right() - MARGIN - width if part.is_title_right else area.left() + MARGIN
                draw_plate(painter, self.ink, QPointF(x, y), *words)
                y += height

    def _rows(self, part: Part, room: float) -> list[tuple[str, str]]:
        """The part's title, and in a row of its own a warning that has no room beside it."""
        words = self._fitting(part, room)
        rows = [words] if words else []
        is_missing = part.warning and not (words and any(part.warning in each for each in words))
        if is_missing and plate_size(self.font, part.warning)[0] <= room:
            rows.append((part.warning, ""))
        return rows

    def _fitting(self, part: Part, room: float) -> tuple[str, str] | None:
        """As much of a part's title as there is room for: what a restored face is goes last, a warning before that."""
        likely = part.detail.rpartition(" · ")[2]
        kept = f"{part.warning} · {likely}" if part.warning else likely
        for words in ((part.title, part.detail), (part.title, kept), (kept, ""), (likely, "")):
            if words[0] and plate_size(self.font, *words)[0] <= room:
                return words
        return None

    def _paint_colour_bars(self, painter: QPainter, place: QRectF) -> None:
        corner = place.bottomRight() - QPointF(MARGIN, MARGIN)
        room = place.height() - 5 * MARGIN
        kept, ink = self.marked.kept, self.ink
        for overlay, colour_map, of in bars_of(self.marked.overlays):
            bar = paint_colour_bar(
                painter, overlay, colour_map, bottom_right=corner, room=room, kept=kept, ink=ink, of=of
            )
            corner -= QPointF(bar.width() + MARGIN, 0)

    def _logical(self, rect: QRect) -> QRectF:
        return QRectF(
            rect.left() / self.ratio, rect.top() / self.ratio, rect.width() / self.ratio, rect.height() / self.ratio
        )
