"""The canvas: shows one photo, before and after, and what the user does to it with mouse, touchpad and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from engine.types import Box
from fsr_desktop.canvas.cursor import CursorReporter
from fsr_desktop.canvas.gestures import arrow_pan, divider_step, wheel_notches, wheel_pan
from fsr_desktop.canvas.marks import mark_at
from fsr_desktop.canvas.mouse_tools import MouseTools
from fsr_desktop.canvas.photo_view import PhotoView
from fsr_desktop.canvas.scene import CursorInfo, Layer
from fsr_desktop.canvas.viewport import wheel_zoom
from fsr_desktop.session.view_state import CompareMode

_KEY_FOCUS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Canvas(PhotoView):
    """A `PhotoView` to work with: pan, zoom, compare, choose and draw faces.

    Signals: `zoom_changed` device px per px of the photo; `face_clicked` the face's id, "" where there is none;
    `face_drawn` a `Box` in photo px; `face_box_changed` the face's id and its new `Box`; `drawing_changed`;
    `cursor_moved` a `CursorInfo`, or None outside the photo; `view_moved` when the user looked elsewhere by hand;
    `menu_wanted` the face's id there and the place on the screen.
    """

    face_clicked = Signal(str)
    face_drawn = Signal(object)
    face_box_changed = Signal(str, object)
    drawing_changed = Signal(bool)
    cursor_moved = Signal(object)
    view_moved = Signal()
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self._tools = MouseTools(self)
        self._tools.clicked.connect(self._click)
        self._tools.divider_held.connect(self._hold_divider)
        self._tools.box_changed.connect(self._show_drawn)
        self._tools.box_drawn.connect(self._finish_drawing)
        self._tools.box_edited.connect(self._finish_editing)
        self._tools.panned.connect(self.view_moved)
        self._edited_id = ""
        self._cursor = CursorReporter(self._cursor_info, self.cursor_moved.emit, self)
        self.zoom_changed.connect(self._describe)
        self._describe()

    def show_photo(self, size: tuple[int, int] | None, layers: Sequence[Layer], *, keep_view: bool) -> None:
        """As of a `PhotoView`; a box that is being drawn in another photo is dropped."""
        if not keep_view or size is None:
            self.stop_drawing()
            self._tools.forget_drag()
            self._cursor.move(None)
        super().show_photo(size, layers, keep_view=keep_view)
        self._describe()

    def set_mode(self, mode: CompareMode) -> None:
        """Compare before and after in another way."""
        super().set_mode(mode)
        self._describe()

    # ---- drawing a face

    @property
    def is_drawing(self) -> bool:
        """Whether the next drag draws a box."""
        return self._tools.is_drawing

    def start_drawing(self) -> None:
        """Let the user draw a box around a face."""
        if self._viewport and not self._tools.is_drawing:
            self._set_drawing(True)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_editing(self) -> bool:
        """Whether the mouse moves and resizes a face's box."""
        return self._tools.edited is not None

    def start_editing(self, face_id: str, box: Box) -> None:
        """Let the user move and resize a face's box."""
        if self._viewport:
            self.stop_drawing()
            self._edited_id, self._tools.edited = face_id, box
            self._show_mode()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_drawing(self) -> None:
        """Give up drawing, or end the change of a box."""
        if self._tools.is_drawing:
            self._set_drawing(False)
        if self._tools.edited:
            self._edited_id, self._tools.edited = "", None
            self._show_mode()

    def _show_drawn(self, box: Box | None) -> None:
        box = box or self._tools.edited
        if box != self._marked.drawn:
            self._marked.drawn = box
            self.update()

    def _finish_editing(self, box: Box) -> None:
        if box != self._tools.edited:
            self._tools.edited = box
            self._show_drawn(None)
            self.face_box_changed.emit(self._edited_id, box)

    def _show_mode(self) -> None:
        words = ""
        if self._tools.is_drawing:
            words = self.tr("Draw a box around a face, forehead to chin. Esc ends.")
        elif self._tools.edited:
            words = self.tr("Drag the box, its edges or corners. Esc ends.")
        self._marked.mouse_does, self._marked.is_drawn_changed = words, self._tools.edited is not None
        self._show_drawn(None)
        self._show_cursor()
        self.update()

    def _finish_drawing(self, box: Box) -> None:
        self._set_drawing(False)
        self.face_drawn.emit(box)

    def _set_drawing(self, is_drawing: bool) -> None:
        self._tools.is_drawing = is_drawing
        self._tools.forget_drag()
        self._show_mode()
        self._describe()
        self.drawing_changed.emit(is_drawing)

    # ---- mouse and touchpad

    def _click(self, place: QPointF) -> None:
        x, y = self.photo_point(place, self.pane_at(place))
        self.face_clicked.emit(mark_at(self._marked.marks, x, y))

    def _hold_divider(self, is_held: bool) -> None:
        self._is_divider_held = is_held
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag or a click."""
        if event.button() == Qt.MouseButton.RightButton and self.has_photo and not self.is_drawing:
            x, y = self.photo_point(event.position(), self.pane_at(event.position()))
            self.menu_wanted.emit(mark_at(self._marked.marks, x, y), event.globalPosition().toPoint())
            return
        self._tools.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag on, and tell what the cursor points at."""
        self._tools.move(event)
        self._cursor.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag or a click."""
        self._tools.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the divider: back to the middle."""
        self._tools.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The cursor points at nothing."""
        super().leaveEvent(event)
        self._cursor.move(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor; two fingers on a touchpad pan."""
        move = wheel_pan(event)
        if move is not None:
            self.pan_by(move)
            self.view_moved.emit()
        elif notches := wheel_notches(event):
            self.zoom_at(wheel_zoom(self.zoom, notches), event.position())
            self.view_moved.emit()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinches and pans of touchpads come as native gestures."""
        if isinstance(event, QNativeGestureEvent) and self.has_photo:
            return self._native_gesture(event)
        return super().event(event)

    def _native_gesture(self, event: QNativeGestureEvent) -> bool:
        match event.gestureType():
            case Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_at(self.zoom * (1 + event.value()), event.position())
            case Qt.NativeGestureType.PanNativeGesture:
                self.pan_by(event.delta())
            case _:
                return super().event(event)
        self.view_moved.emit()
        event.accept()
        return True

    def _cursor_info(self, place: QPointF) -> CursorInfo | None:
        if not self.has_photo:
            return None
        x, y = self.photo_point(place, self.pane_at(place))
        width, height = self.photo_size
        if not (0 <= x < width and 0 <= y < height):
            return None
        return CursorInfo(int(x), int(y), *self.colours_at(x, y))

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pan, with Shift they move the divider; Space turns the mouse into a hand; Esc gives up drawing."""
        is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = divider_step(event.key()) if is_shift and self.split_x is not None else None
        move = None if is_shift else arrow_pan(event.key())
        if step is not None:
            self.set_split(self.split_position + step)
        elif move is not None:
            self.pan_by(move)
            self.view_moved.emit()
        elif event.key() == Qt.Key.Key_Space:
            self._hold_space(True)
        elif event.key() == Qt.Key.Key_Escape and (self.is_drawing or self.is_editing):
            self.stop_drawing()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Without Space the mouse is a mouse again."""
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._hold_space(False)
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus to those who came by keyboard."""
        super().focusInEvent(event)
        self._show_focus(event.reason() in _KEY_FOCUS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys that are released elsewhere are not seen here."""
        super().focusOutEvent(event)
        self._show_focus(False)
        self._hold_space(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """No drag survives that."""
        super().hideEvent(event)
        self._tools.forget_drag()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()

    def _hold_space(self, is_held: bool) -> None:
        self._tools.is_space_held = is_held
        self._show_cursor()

    def _show_focus(self, is_shown: bool) -> None:
        self._shows_focus = is_shown
        self.update()

    def _show_cursor(self) -> None:
        self._tools.show_cursor(QPointF(self.mapFromGlobal(QCursor.pos())))

    def _describe(self) -> None:
        """Tell those who do not see it what it shows."""
        self.setAccessibleName(self.tr("Photo"))
        if not self.has_photo:
            self.setAccessibleDescription(self.tr("No photo is shown."))
            return
        modes: dict[CompareMode, str] = {
            "before": self.tr("before"),
            "looks": self.tr("looks"),
            "split": self.tr("before and after, split"),
            "side": self.tr("side by side"),
            "difference": self.tr("difference"),
        }
        text = self.tr("Zoom {zoom} %, {mode}").format(zoom=f"{self.zoom * 100:.0f}", mode=modes[self._mode])
        self.setAccessibleDescription(self.tr("{text}, drawing a face").format(text=text) if self.is_drawing else text)
