"""Which part of a photo a pane shows, and how large. Qt-free.

Lengths of the photo are px with edges at whole numbers: pixel x covers [x, x + 1). Lengths of the pane are device px.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from engine.types import Box

SMALLEST_ZOOM = 0.01
LARGEST_ZOOM = 32.0
FACE_SHARE = 0.6  # of the pane that a box takes which is zoomed to
FIT_MARGIN = 12  # device px left free on each side of a fitted photo
WHEEL_FACTOR = 1.25  # for one notch
STEPS = (0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 1 / 3, 0.5, 2 / 3, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32)


@dataclass(frozen=True, kw_only=True)
class Viewport:
    """A photo in a pane. `zoom` is device px per px of the photo; (`centre_x`, `centre_y`) is the point of the photo in
    the middle of the pane. A fitted one stays fitted when the pane changes its size."""

    photo_width: int
    photo_height: int
    pane_width: int
    pane_height: int
    zoom: float = 1.0
    centre_x: float = 0.0
    centre_y: float = 0.0
    is_fitted: bool = True

    @property
    def fit_zoom(self) -> float:
        """The zoom that shows the whole photo."""
        width = max(1, self.pane_width - 2 * FIT_MARGIN)
        height = max(1, self.pane_height - 2 * FIT_MARGIN)
        return min(width / self.photo_width, height / self.photo_height, LARGEST_ZOOM)

    @property
    def origin(self) -> tuple[int, int]:
        """Where the photo's upper left corner lies in the pane: on whole device px, so that pixels stay sharp."""
        x, y = self._exact_origin()
        return math.floor(x + 0.5), math.floor(y + 0.5)

    def to_pane(self, x: float, y: float) -> tuple[float, float]:
        """The place in the pane of a point of the photo."""
        left, top = self.origin
        return left + x * self.zoom, top + y * self.zoom

    def to_photo(self, x: float, y: float) -> tuple[float, float]:
        """The point of the photo at a place in the pane; also outside the photo."""
        left, top = self.origin
        return (x - left) / self.zoom, (y - top) / self.zoom

    def fitted(self) -> Viewport:
        """The whole photo."""
        return self._at(self.fit_zoom, self.photo_width / 2, self.photo_height / 2, is_fitted=True)

    def with_pane(self, width: int, height: int) -> Viewport:
        """The same in a pane of another size: fitted, or with the same zoom and centre."""
        other = replace(self, pane_width=width, pane_height=height)
        return other.fitted() if self.is_fitted else other._at(other.zoom, other.centre_x, other.centre_y)

    def with_photo(self, width: int, height: int) -> Viewport:
        """The same view of a photo of another size."""
        return replace(self, photo_width=width, photo_height=height).with_pane(self.pane_width, self.pane_height)

    def zoomed(self, zoom: float, at: tuple[float, float] | None = None) -> Viewport:
        """With another zoom; the point of the photo at the place `at` (default: the middle) stays where it is, as far
        as the photo's edges let it."""
        zoom = self._allowed(zoom)
        x, y = at or (self.pane_width / 2, self.pane_height / 2)
        left, top = self._exact_origin()
        from_middle = (x - self.pane_width / 2, y - self.pane_height / 2)
        centre_x = (x - left) / self.zoom - from_middle[0] / zoom
        centre_y = (y - top) / self.zoom - from_middle[1] / zoom
        return self._at(zoom, centre_x, centre_y)

    def panned(self, dx: float, dy: float) -> Viewport:
        """Moved by device px: the photo follows the hand."""
        moved = self._at(self.zoom, self.centre_x - dx / self.zoom, self.centre_y - dy / self.zoom)
        has_moved = (moved.centre_x, moved.centre_y) != (self.centre_x, self.centre_y)
        return moved if has_moved else self

    def centred(self, x: float, y: float) -> Viewport:
        """With this point of the photo in the middle, as far as the photo's edges let it."""
        return self._at(self.zoom, x, y)

    def showing(self, box: Box) -> Viewport:
        """Zoomed to a box, with some of what is around it."""
        zoom = FACE_SHARE * min(self.pane_width / max(box.width, 1), self.pane_height / max(box.height, 1))
        return self._at(self._allowed(zoom), *box.centre)

    def _exact_origin(self) -> tuple[float, float]:
        return self.pane_width / 2 - self.centre_x * self.zoom, self.pane_height / 2 - self.centre_y * self.zoom

    def _allowed(self, zoom: float) -> float:
        return min(max(zoom, min(SMALLEST_ZOOM, self.fit_zoom)), LARGEST_ZOOM)

    def _at(self, zoom: float, centre_x: float, centre_y: float, *, is_fitted: bool = False) -> Viewport:
        return replace(
            self,
            zoom=zoom,
            centre_x=_kept_inside(centre_x, self.photo_width, self.pane_width / zoom),
            centre_y=_kept_inside(centre_y, self.photo_height, self.pane_height / zoom),
            is_fitted=is_fitted,
        )


def _kept_inside(centre: float, length: float, shown: float) -> float:
    """The centre that leaves no gap beside a photo longer than what is shown; a shorter one stays in the middle."""
    if length <= shown:
        return length / 2
    return min(max(centre, shown / 2), length - shown / 2)


def next_zoom(zoom: float) -> float:
    """The next larger usual zoom."""
    return next((step for step in STEPS if step > zoom * 1.001), LARGEST_ZOOM)


def previous_zoom(zoom: float) -> float:
    """The next smaller usual zoom."""
    return next((step for step in reversed(STEPS) if step < zoom * 0.999), SMALLEST_ZOOM)


def wheel_zoom(zoom: float, notches: float) -> float:
    """The zoom after some notches of the wheel; it stops once at 100 % on its way."""
    wanted = zoom * WHEEL_FACTOR**notches
    is_passing = (zoom < 0.999 and wanted > 1.0) or (zoom > 1.001 and wanted < 1.0)
    return 1.0 if is_passing or abs(wanted - 1.0) < 0.001 else wanted
