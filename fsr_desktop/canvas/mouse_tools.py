"""What the mouse does on the canvas: pan, move the divider, draw a face, choose one."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from engine.types import Box
from fsr_desktop.canvas.box_editing import Grip, changed_box, grip_at
from fsr_desktop.canvas.divider import is_on_divider
from fsr_desktop.canvas.drawn_box import box_between, is_large_enough
from fsr_desktop.canvas.photo_view import PhotoView

_Drag = Literal["none", "press", "pan", "divider", "draw", "edit"]


class MouseTools(QObject):
    """One drag at a time, from press to release. A press that does not move is a click.

    Signals: `clicked` the place; `panned` when the photo was moved; `divider_held` whether it is dragged; `box_changed`
    the `Box` that is being drawn, or None; `box_drawn` the `Box` when it is done; `box_edited` another `Box` in place
    of `edited`.
    """

    clicked = Signal(QPointF)
    panned = Signal()
    divider_held = Signal(bool)
    box_changed = Signal(object)
    box_drawn = Signal(object)
    box_edited = Signal(object)

    def __init__(self, view: PhotoView) -> None:
        super().__init__(view)
        self._view = view
        self._drag: _Drag = "none"
        self._button = Qt.MouseButton.NoButton
        self._last = QPointF()
        self._pressed = QPointF()
        self._start = (0.0, 0.0)
        self._pane = 0
        self._grip = Grip(0, 0)
        self.edited: Box | None = None
        self.is_drawing = False
        self.is_space_held = False

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        if self._drag != "none" or not self._view.has_photo:
            return
        place, button = event.position(), event.button()
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self.is_space_held):
            self._drag = "pan"
        elif button != Qt.MouseButton.LeftButton:
            return
        elif self.is_drawing:
            self._drag = "draw"
            self._pane = self._view.pane_at(place)
            self._start = self._view.photo_point(place, self._pane)
        elif self.edited and (grip := self._grip_at(place)):
            self._drag, self._grip = "edit", grip
            self._pane = self._view.pane_at(place)
            self._start = self._view.photo_point(place, self._pane)
        elif self._is_on_divider(place):
            self._drag = "divider"
            self.divider_held.emit(True)
        else:
            self._drag = "press"
        self._button = button
        self._last = self._pressed = place
        self.show_cursor(place)

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves, with a button down or not."""
        place = event.position()
        if self._drag == "press":
            far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            self._drag = "pan" if far else "press"
        if self._drag == "pan":
            self._view.pan_by(place - self._last)
            self._last = place
            self.panned.emit()
        elif self._drag == "divider":
            self._view.set_split(place.x() / max(1, self._view.width()))
        elif self._drag == "draw":
            self.box_changed.emit(self._drawn(place))
        elif self._drag == "edit":
            self.box_changed.emit(self._edited(place))
        self.show_cursor(place)

    def release(self, event: QMouseEvent) -> None:
        """A button goes up."""
        if event.button() != self._button:
            return
        drag, place = self._drag, event.position()
        self.forget_drag()
        if drag == "press":
            self.clicked.emit(place)
        elif drag == "draw":
            box = self._drawn(place)
            if is_large_enough(box):
                self.box_drawn.emit(box)
        elif drag == "edit":
            self.box_edited.emit(self._edited(place))
        self.show_cursor(place)

    def double_click(self, event: QMouseEvent) -> None:
        """On the divider: back to the middle. Elsewhere a press like another."""
        is_plain = event.button() == Qt.MouseButton.LeftButton and not self.is_drawing and not self.is_space_held
        if is_plain and self._drag == "none" and self._is_on_divider(event.position()):
            self._view.set_split(0.5)
        else:
            self.press(event)

    def forget_drag(self) -> None:
        """As if the button had never gone down."""
        self._drag, self._button = "none", Qt.MouseButton.NoButton
        self.divider_held.emit(False)
        self.box_changed.emit(None)

    def show_cursor(self, place: QPointF) -> None:
        """The cursor that says what a drag would do there."""
        self._view.setCursor(self._cursor_at(place))

    def _cursor_at(self, place: QPointF) -> Qt.CursorShape:
        if self._drag == "pan":
            return Qt.CursorShape.ClosedHandCursor
        if self.is_space_held:
            return Qt.CursorShape.OpenHandCursor
        if self.is_drawing:
            return Qt.CursorShape.CrossCursor
        if self._drag == "edit":
            return self._grip.cursor
        if self.edited and self._drag == "none" and (grip := self._grip_at(place)):
            return grip.cursor
        if self._drag == "divider" or (self._drag == "none" and self._is_on_divider(place)):
            return Qt.CursorShape.SplitHCursor
        return Qt.CursorShape.ArrowCursor

    def _is_on_divider(self, place: QPointF) -> bool:
        split_x = self._view.split_x
        return split_x is not None and is_on_divider(place.x(), split_x)

    def _grip_at(self, place: QPointF) -> Grip | None:
        assert self.edited
        return grip_at(place, self._view.on_screen(self.edited, self._view.pane_at(place)))

    def _edited(self, place: QPointF) -> Box:
        assert self.edited
        x, y = self._view.photo_point(place, self._pane)
        moved = (x - self._start[0], y - self._start[1])
        return changed_box(self.edited, self._grip, moved, self._view.photo_size)

    def _drawn(self, place: QPointF) -> Box:
        end = self._view.photo_point(place, self._pane)
        return box_between(self._start, end, self._view.photo_size)
