"""The widget that shows one photo, before and after, at any zoom; it does not react to the user."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.types import Box
from fsr_desktop.canvas.looking import Looking
from fsr_desktop.canvas.marks import FaceMark
from fsr_desktop.canvas.pane import Marked, PanePainter
from fsr_desktop.canvas.panes import Pane, arrange, sources_of, split_column
from fsr_desktop.canvas.patch_levels import PatchLevels
from fsr_desktop.canvas.picture import LayerPicture
from fsr_desktop.canvas.scene import Layer, Rgb
from fsr_desktop.canvas.tile_grid import TileAddress, TileSource
from fsr_desktop.canvas.tile_painter import shown_colour, tile_area, wanted_tiles
from fsr_desktop.canvas.tiles import TileStore
from fsr_desktop.canvas.viewport import Viewport
from fsr_desktop.painters.ink import ground, ink_of, small_font
from fsr_desktop.painters.placed import PlacedOverlay
from fsr_desktop.session.view_state import CompareMode

FOCUS_LINE = 2  # px


class PhotoView(Looking):
    """Shows the layers of a photo in panes that share one view of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._mode: CompareMode = "split"
        self._gain = 4.0
        self._split = 0.5
        self._is_original_held = False
        self._is_divider_held = False
        self._shows_focus = False
        self._marked = Marked()
        self._patch_levels = PatchLevels()
        self._sources: tuple[LayerPicture, ...] = ()
        self._panes: tuple[Pane, ...] = ()
        self._store = TileStore(self)
        self._store.arrived.connect(self._tile_arrived)
        self.destroyed.connect(self._store.close)

    # ---- what is shown

    def show_photo(self, size: tuple[int, int] | None, layers: Sequence[Layer], *, keep_view: bool) -> None:
        """Show a photo of `size` (width, height) px in one to four layers, the first one before; None shows nothing.

        Without `keep_view` it is another photo, and the whole of it is shown.
        """
        if not keep_view:
            self._store.forget_places()
        self._sources = sources_of(layers, self._patch_levels) if size else ()
        self._patch_levels.keep_only(patch for layer in layers for patch in layer.patches)
        old = self._viewport
        if size is None or not layers:
            self._viewport, self._panes = None, ()
            self._store.want(())
        elif old is not None and keep_view:
            self._viewport = old.with_photo(*size)
        else:
            self._viewport = Viewport(photo_width=size[0], photo_height=size[1], pane_width=1, pane_height=1)
        self._arrange()

    def set_mode(self, mode: CompareMode) -> None:
        """Compare before and after in another way."""
        if mode != self._mode:
            self._mode = mode
            self._arrange()

    def set_difference_gain(self, gain: float) -> None:
        """Show differences so many times as strong."""
        if gain != self._gain:
            self._gain = gain
            self._arrange()

    def set_marks(self, marks: Sequence[FaceMark], selected: str, *, show_boxes: bool, show_points: bool) -> None:
        """Mark these faces, in every pane; `selected` is the id of one of them, or empty."""
        self._marked.marks, self._marked.selected = tuple(marks), selected
        self._marked.show_boxes, self._marked.show_points = show_boxes, show_points
        self.update()

    def set_overlays(self, overlays: Sequence[PlacedOverlay]) -> None:
        """Lay these over the photo, where it is shown restored."""
        self._marked.overlays = tuple(overlays)
        self.update()

    def say(self, words: tuple[str, str] | None) -> None:
        """Show words at the lower left, the second less strongly; None shows none."""
        if words != self._marked.said:
            self._marked.said = words
            self.update()

    def say_at_right(self, words: str) -> None:
        """Show words at the lower right; "" shows none."""
        if words != self._marked.pixel:
            self._marked.pixel = words
            self.update()

    def hold_original(self, is_held: bool) -> None:
        """Show the photo as it was in all panes, while it is held."""
        if is_held != self._is_original_held:
            self._is_original_held = is_held
            self._arrange()

    def set_cache_limit(self, limit: int) -> None:
        """Keep at most so many bytes of tiles that are not on the screen."""
        self._store.set_limit(limit)

    def grab_view(self) -> QImage:
        """What is seen, without the mark of keyboard focus."""
        shows_focus, self._shows_focus = self._shows_focus, False
        image = self.grab().toImage()
        self._shows_focus = shows_focus
        return image

    @property
    def is_complete(self) -> bool:
        """Whether nothing that was seen at the last painting waits for a sharper or newer version."""
        return self._store.is_complete

    # ---- the divider

    @property
    def split_position(self) -> float:
        """The divider's place, from 0 at the left to 1 at the right."""
        return self._split

    def set_split(self, position: float) -> None:
        """Move the divider."""
        self._split = min(max(position, 0.0), 1.0)
        self._arrange()

    # ---- places

    @property
    def has_photo(self) -> bool:
        """Whether a photo is shown."""
        return self._viewport is not None

    @property
    def photo_size(self) -> tuple[int, int]:
        """Width and height of the photo; zeros without one."""
        return (self._viewport.photo_width, self._viewport.photo_height) if self._viewport else (0, 0)

    @property
    def split_x(self) -> float | None:
        """The divider's place in logical px; None where there is none."""
        if not self._panes or len(self._panes[0].parts) < 2:
            return None
        return split_column(self._panes[0].place.width(), self._split) / self.devicePixelRatioF()

    def pane_at(self, place: QPointF) -> int:
        """The number of the pane at a place of the canvas, or of the nearest one."""
        point = (place * self.devicePixelRatioF()).toPoint()
        distances = [(point - pane.place.center()).manhattanLength() for pane in self._panes]
        inside = [index for index, pane in enumerate(self._panes) if pane.place.contains(point)]
        return inside[0] if inside else distances.index(min(distances))

    def photo_point(self, place: QPointF, pane: int) -> tuple[float, float]:
        """The point of the photo (edges at whole numbers) at a place of the canvas, as that pane shows it."""
        assert self._viewport
        inside = place * self.devicePixelRatioF() - QPointF(self._panes[pane].place.topLeft())
        return self._viewport.to_photo(inside.x(), inside.y())

    def on_screen(self, box: Box, pane: int) -> QRectF:
        """Where a box of the photo lies on the canvas, as that pane shows it."""
        assert self._viewport
        ratio, place = self.devicePixelRatioF(), self._panes[pane].place
        left, top = self._viewport.to_pane(box.left, box.top)
        right, bottom = self._viewport.to_pane(box.right, box.bottom)
        corner = QPointF((place.left() + left) / ratio, (place.top() + top) / ratio)
        return QRectF(corner, corner + QPointF((right - left) / ratio, (bottom - top) / ratio))

    def colours_at(self, x: float, y: float) -> tuple[Rgb | None, Rgb | None]:
        """What the first and the last of several layers show at a point inside the photo; None while it is missing."""
        assert self._viewport
        before = shown_colour(self._store, self._sources[0], self._viewport, x, y)
        if len(self._sources) < 2:
            return before, None
        return before, shown_colour(self._store, self._sources[-1], self._viewport, x, y)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is of the tiles, and ask for those that are missing."""
        with QPainter(self) as painter:
            around = ground()
            painter.fillRect(event.rect(), around)
            if self._viewport:
                dirty = self._device_rect(event.rect())
                look = PanePainter(
                    store=self._store,
                    viewport=self._viewport,
                    stand_in=self._sources[0],
                    marked=self._marked,
                    ratio=self.devicePixelRatioF(),
                    ground=around,
                    ink=ink_of(self.palette()),
                    font=small_font(self.font()),
                    is_divider_held=self._is_divider_held,
                )
                for pane in self._panes:
                    look.paint(painter, pane, dirty, is_last=pane is self._panes[-1])
                wanted = [
                    wanted_tiles(self._store, parts, self._viewport) for parts in (self._shown(), self._next_shown())
                ]
                self._store.want([tile for tiles in wanted for tile in tiles])
            if self._shows_focus:
                painter.setPen(QPen(self.palette().accent().color(), FOCUS_LINE))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the photo fitted, or its middle in the middle."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Another screen may have smaller pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Lay out the panes anew."""
        if self._viewport:
            ratio = self.devicePixelRatioF()
            self._panes = arrange(
                self._sources,
                self._mode,
                photo=self.photo_size,
                size=(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))),
                split=self._split,
                gain=self._gain,
                is_original_held=self._is_original_held,
            )
            place = self._panes[0].place
            self._look(self._viewport.with_pane(place.width(), place.height()))
        self.update()

    def _in_pane(self, place: QPointF) -> QPointF:
        return place * self.devicePixelRatioF() - QPointF(self._panes[self.pane_at(place)].place.topLeft())

    def _shown(self) -> list[tuple[TileSource, QRect]]:
        return [(part.source, part.area) for pane in self._panes for part in pane.parts]

    def _next_shown(self) -> list[tuple[TileSource, QRect]]:
        """Before and after, whole: holding the original and moving the divider show them at once."""
        place = self._panes[0].place
        return [
            (source, QRect(0, 0, place.width(), place.height())) for source in (self._sources[0], self._sources[-1])
        ]

    def _tile_arrived(self, source: TileSource, address: TileAddress) -> None:
        """Draw the place of a new tile again, in all panes."""
        if self._viewport is None:
            return
        ratio = self.devicePixelRatioF()
        inside = tile_area(source, address, self._viewport)
        for pane in self._panes:
            place = inside.translated(pane.place.topLeft()).intersected(pane.place)
            if not place.isEmpty():
                logical = QRect(
                    int(place.left() / ratio),
                    int(place.top() / ratio),
                    int(place.width() / ratio) + 2,
                    int(place.height() / ratio) + 2,
                )
                self.update(logical.adjusted(-1, -1, 1, 1))

    def _device_rect(self, rect: QRect) -> QRect:
        ratio = self.devicePixelRatioF()
        left, top = int(rect.left() * ratio), int(rect.top() * ratio)
        return QRect(left, top, int(rect.width() * ratio) + 2, int(rect.height() * ratio) + 2)
