"""The values of the pixel under the mouse: shown over the canvas on request, and copied as text."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from fsr_desktop.canvas.canvas import Canvas
from fsr_desktop.canvas.scene import CursorInfo, Rgb
from fsr_desktop.session.notice import Notice
from fsr_desktop.session.view_state import View
from fsr_desktop.session.workspace import Workspace


class PixelValues(QObject):
    """Follows the mouse on the canvas."""

    def __init__(self, workspace: Workspace, view: View, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._workspace, self._view, self._canvas = workspace, view, canvas
        self._last: CursorInfo | None = None
        canvas.cursor_moved.connect(self._moved)
        view.changed.connect(self._show)

    @property
    def words(self) -> str:
        """The pixel that the mouse points at, or pointed at last: its place and its colours in 0 to 255."""
        info = self._last
        if info is None:
            return ""
        parts = [self.tr("x {x}, y {y}").format(x=info.x, y=info.y)]
        if info.before:
            parts.append(self.tr("before {colour}").format(colour=_numbers(info.before)))
        if info.after:
            parts.append(self.tr("after {colour}").format(colour=_numbers(info.after)))
        return "   ".join(parts)

    def copy(self) -> None:
        """Put the values into the clipboard, and say so."""
        if self.words:
            QGuiApplication.clipboard().setText(self.words)
            text = self.tr("Copied: {values}").format(values=self.words)
        else:
            text = self.tr("Point at a pixel of the photo first.")
        self._workspace.notice.emit(Notice(level="info", text=text, cause="pixel"))

    def _moved(self, info: CursorInfo | None) -> None:
        if info is not None:
            self._last = info
        self._show(is_there=info is not None)

    def _show(self, *, is_there: bool = True) -> None:
        is_wanted = self._view.current.show_pixels and is_there
        self._canvas.say_at_right(self.words if is_wanted else "")


def _numbers(colour: Rgb) -> str:
    return " ".join(str(int(value)) for value in colour)
