"""How large the photo is shown: the verbs of the zoom, and its words in the bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from engine.types import Box
from fsr_desktop.window.main_window import MainWindow


class Zooming(QObject):
    """Zooms the canvas. A photo that was fitted, or a face that filled the view, does so in another view as well."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._canvas = window, window.canvas
        self._face: Box | None = None
        self._canvas.zoom_changed.connect(self._changed)
        self._canvas.view_moved.connect(self._moved)
        window.workspace.current_changed.connect(self._forget_face)
        self._mode = window.view.current.mode
        window.photo.page.refreshed.connect(self._keep_face)
        self._show()

    def verbs(self) -> dict[str, Callable[[], object]]:
        """What the zoom's commands do, by id."""
        canvas = self._canvas
        return {
            "zoom_in": lambda: self._by_hand(canvas.zoom_in),
            "zoom_out": lambda: self._by_hand(canvas.zoom_out),
            "fit": lambda: self._by_hand(canvas.fit),
            "actual_size": lambda: self._by_hand(canvas.actual_size),
            **{
                f"zoom_{percent}": lambda zoom=percent / 100: self._by_hand(lambda: canvas.set_zoom(zoom))
                for percent in (200, 400, 1600)
            },
        }

    def _by_hand(self, zoom: Callable[[], None]) -> None:
        self._face = None
        zoom()
        self._show()

    def to_face(self, box: Box) -> None:
        """Show a face large."""
        self._canvas.zoom_to(box)
        self._face = box
        self._show()

    def _keep_face(self) -> None:
        """In another view the panes have another size."""
        mode = self._window.view.current.mode
        if mode != self._mode and self._face is not None:
            self._canvas.zoom_to(self._face)
        self._mode = mode

    def _forget_face(self) -> None:
        self._face = None
        self._show()

    def _moved(self) -> None:
        """The user looks elsewhere."""
        self._face = None
        self._show()

    def _changed(self, _zoom: float) -> None:
        self._show()

    def _show(self) -> None:
        percent = round(self._canvas.zoom * 100)
        words = self.tr("{percent} %")
        if self._face is not None:
            words = self.tr("Face {percent} %")
        elif self._canvas.is_fitted:
            words = self.tr("Fit {percent} %")
        self._window.top_bar.show_zoom(words.format(percent=percent))
