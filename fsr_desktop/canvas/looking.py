"""Where one looks on a photo, and how closely."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QWidget

from engine.types import Box
from fsr_desktop.canvas.viewport import Viewport, next_zoom, previous_zoom


class Looking(QWidget):
    """A widget with a view of a photo. Signal: `zoom_changed`, device px per px of the photo."""

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport: Viewport | None = None
        self._told_zoom = 0.0

    @property
    def zoom(self) -> float:
        """Device px per px of the photo; 1 without a photo."""
        return self._viewport.zoom if self._viewport else 1.0

    @property
    def is_fitted(self) -> bool:
        """Whether the whole photo is shown, whatever the size of the window."""
        return self._viewport is not None and self._viewport.is_fitted

    def zoom_in(self) -> None:
        """To the next larger usual zoom."""
        self.set_zoom(next_zoom(self.zoom))

    def zoom_out(self) -> None:
        """To the next smaller usual zoom."""
        self.set_zoom(previous_zoom(self.zoom))

    def fit(self) -> None:
        """Show the whole photo, also when the window changes its size."""
        if self._viewport:
            self._look(self._viewport.fitted())

    def actual_size(self) -> None:
        """One px of the photo on one of the screen."""
        self.set_zoom(1.0)

    def set_zoom(self, zoom: float) -> None:
        """Zoom around the middle."""
        if self._viewport:
            self._look(self._viewport.zoomed(zoom))

    def zoom_at(self, zoom: float, place: QPointF) -> None:
        """Zoom so that what is at a place of the canvas stays there."""
        if self._viewport:
            inside = self._in_pane(place)
            self._look(self._viewport.zoomed(zoom, (inside.x(), inside.y())))

    def zoom_to(self, box: Box) -> None:
        """Show a box (photo px) large, with some of what is around it."""
        if self._viewport:
            self._look(self._viewport.showing(box))

    def centre_on(self, x: float, y: float) -> None:
        """Show this point of the photo in the middle."""
        if self._viewport:
            self._look(self._viewport.centred(x, y))

    def pan_by(self, move: QPointF) -> None:
        """Move the photo by logical px."""
        if self._viewport:
            ratio = self.devicePixelRatioF()
            self._look(self._viewport.panned(move.x() * ratio, move.y() * ratio))

    def _in_pane(self, place: QPointF) -> QPointF:
        """A place of the widget in device px of the pane that is there."""
        raise NotImplementedError

    def _look(self, viewport: Viewport) -> None:
        """Look at the photo like that."""
        has_zoomed = self._viewport is None or viewport.zoom != self._told_zoom
        if viewport != self._viewport:
            self._viewport = viewport
            self.update()
        if has_zoomed:
            self._told_zoom = viewport.zoom
            self.zoom_changed.emit(viewport.zoom)
