from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.types import Box
from fsr_desktop.canvas.canvas import Canvas
from fsr_desktop.canvas.marks import FaceMark
from fsr_desktop.canvas.scene import Layer
from tests.fsr_desktop.double_click import double_click

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


@pytest.fixture
def shown(canvas: Canvas, two_layers) -> Canvas:
    """200 x 100 px of photo at 200 % in 400 x 300 px: its upper left corner is at (0, 50)."""
    canvas.show_photo(*two_layers, keep_view=False)
    canvas.set_zoom(2.0)
    assert canvas._viewport and canvas._viewport.origin == (0, 50)
    return canvas


def drag(canvas: Canvas, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(canvas, button, pos=start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, button, pos=end)


def turn_wheel(canvas: Canvas, place: QPointF, notches: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        place,
        canvas.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(canvas, event)


def marks() -> list[FaceMark]:
    return [
        FaceMark("large", Box(10, 10, 80, 80), np.array([[30.0, 30.0]], np.float32), "80 px", "restored"),
        FaceMark("small", Box(40, 40, 20, 20), None, "20 px", "failed"),
    ]


def test_a_plain_drag_pans(shown: Canvas) -> None:
    shown.set_zoom(8.0)
    before = shown.photo_point(QPointF(200, 150), 0)
    drag(shown, QPoint(200, 150), QPoint(160, 130))
    assert shown.photo_point(QPointF(160, 130), 0) == pytest.approx(before, abs=0.2)


def test_the_middle_button_and_space_pan_also_while_a_face_is_drawn(shown: Canvas) -> None:
    drawn: list[Box] = []
    shown.face_drawn.connect(drawn.append)
    shown.set_zoom(8.0)
    shown.start_drawing()
    start = shown.photo_point(QPointF(200, 150), 0)
    drag(shown, QPoint(200, 150), QPoint(180, 150), MIDDLE)
    QTest.keyPress(shown, Qt.Key.Key_Space)
    assert shown.cursor().shape() == Qt.CursorShape.OpenHandCursor
    drag(shown, QPoint(200, 150), QPoint(180, 150))
    QTest.keyRelease(shown, Qt.Key.Key_Space)
    assert shown.photo_point(QPointF(160, 150), 0) == pytest.approx(start, abs=0.2)
    assert not drawn and shown.is_drawing


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_the_wheel_zooms_at_the_cursor(shown: Canvas, modifiers) -> None:
    shown.set_zoom(4.0)
    place = QPointF(100, 220)
    point = shown.photo_point(place, 0)
    with_signal: list[float] = []
    shown.zoom_changed.connect(with_signal.append)
    turn_wheel(shown, place, 2, modifiers)
    assert shown.zoom == pytest.approx(4 * 1.25**2)
    assert with_signal == [pytest.approx(shown.zoom)]
    assert shown.photo_point(place, 0) == pytest.approx(point, abs=0.2)


def test_dragging_the_divider_moves_it_and_a_double_click_brings_it_back(shown: Canvas, settle, colour_at) -> None:
    shown.set_mode("split")
    shown.set_split(0.5)
    drag(shown, QPoint(203, 80), QPoint(100, 80))
    assert shown.split_position == pytest.approx(0.25)
    settle(shown)
    assert colour_at(shown, 40, 60) == (200, 0, 0) and colour_at(shown, 60, 60) == (0, 0, 200)
    drag(shown, QPoint(101, 80), QPoint(-500, 80))
    assert shown.split_position == 0.0
    shown.set_split(0.25)
    double_click(shown, QPoint(98, 200))
    assert shown.split_position == 0.5


def test_shift_and_arrows_move_the_divider_and_arrows_pan(shown: Canvas) -> None:
    shown.set_mode("split")
    shown.set_split(0.5)
    QTest.keyClick(shown, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert shown.split_position == pytest.approx(0.52)
    QTest.keyClick(shown, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(shown, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert shown.split_position == pytest.approx(0.48)
    shown.set_zoom(16.0)
    x, y = shown.photo_point(QPointF(0, 0), 0)
    QTest.keyClick(shown, Qt.Key.Key_Right)
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert shown.photo_point(QPointF(0, 0), 0) == pytest.approx((x + 4, y + 4))


def test_a_click_chooses_the_smallest_face_there_or_none(shown: Canvas) -> None:
    clicked: list[str] = []
    shown.face_clicked.connect(clicked.append)
    shown.set_marks(marks(), "", show_boxes=True, show_points=False)
    for x, y in ((100, 150), (40, 90), (350, 200)):  # photo (50, 50), (20, 20), (175, 75)
        QTest.mouseClick(shown, LEFT, pos=QPoint(x, y))
    assert clicked == ["small", "large", ""]
    drag(shown, QPoint(100, 150), QPoint(160, 150))
    assert len(clicked) == 3


def test_a_click_in_any_pane_chooses_the_face_shown_there(canvas: Canvas, two_layers) -> None:
    clicked: list[str] = []
    canvas.face_clicked.connect(clicked.append)
    canvas.set_mode("side")
    canvas.show_photo(*two_layers, keep_view=False)
    canvas.set_marks(marks(), "", show_boxes=False, show_points=False)
    assert canvas._viewport
    for pane in canvas._panes:
        x, y = canvas._viewport.to_pane(15.5, 15.5)
        QTest.mouseClick(canvas, LEFT, pos=pane.place.topLeft() + QPoint(round(x), round(y)))
    assert clicked == ["large", "large"]


def test_a_dragged_box_becomes_a_face_inside_the_photo(shown: Canvas) -> None:
    drawn: list[Box] = []
    states: list[bool] = []
    shown.face_drawn.connect(drawn.append)
    shown.drawing_changed.connect(states.append)
    shown.set_mode("split")  # the divider is in the way, but does not take part
    shown.set_split(0.5)
    shown.start_drawing()
    assert shown.cursor().shape() == Qt.CursorShape.CrossCursor
    drag(shown, QPoint(200, 150), QPoint(390, 299))
    assert drawn == [Box(100, 50, 95, 50)]
    assert states == [True, False] and shown.split_position == 0.5


def test_a_box_drawn_backwards_is_the_same(shown: Canvas) -> None:
    drawn: list[Box] = []
    shown.face_drawn.connect(drawn.append)
    shown.start_drawing()
    drag(shown, QPoint(80, 110), QPoint(-30, 20))
    assert drawn == [Box(0, 0, 40, 30)]


def test_a_click_draws_no_face_and_esc_gives_up(shown: Canvas) -> None:
    drawn: list[Box] = []
    shown.face_drawn.connect(drawn.append)
    shown.start_drawing()
    drag(shown, QPoint(100, 100), QPoint(104, 104))  # 2 px of the photo
    assert shown.is_drawing
    QTest.mousePress(shown, LEFT, pos=QPoint(100, 100))
    QTest.mouseMove(shown, QPoint(200, 200))
    assert shown._marked.drawn is not None
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    QTest.mouseRelease(shown, LEFT, pos=QPoint(200, 200))
    assert not shown.is_drawing and not drawn and shown._marked.drawn is None


def test_another_photo_ends_drawing(shown: Canvas, two_layers) -> None:
    shown.start_drawing()
    shown.show_photo(*two_layers, keep_view=True)
    assert shown.is_drawing
    shown.show_photo(*two_layers, keep_view=False)
    assert not shown.is_drawing


def test_the_cursor_tells_pixel_and_colours_at_most_twenty_times_a_second(shown: Canvas, qtbot, settle) -> None:
    settle(shown)
    told: list[object] = []
    shown.cursor_moved.connect(told.append)
    for x in range(100, 180):
        QTest.mouseMove(shown, QPoint(x, 151))
    assert len(told) <= 3
    qtbot.waitUntil(lambda: bool(told) and getattr(told[-1], "x", None) == 89)
    last = told[-1]
    assert (last.x, last.y, last.before, last.after) == (89, 50, (200, 0, 0), (0, 0, 200))  # type: ignore[attr-defined]
    QTest.mouseMove(shown, QPoint(179, 10))  # above the photo
    qtbot.waitUntil(lambda: told[-1] is None)


def test_it_is_reached_by_keyboard_and_told_in_words(shown: Canvas, qtbot) -> None:
    assert shown.focusPolicy() == Qt.FocusPolicy.StrongFocus
    shown.set_mode("split")
    shown.set_split(0.5)
    assert shown.accessibleName() and "200 %" in shown.accessibleDescription()
    said = shown.accessibleDescription()
    shown.set_mode("difference")
    shown.actual_size()
    assert "100 %" in shown.accessibleDescription() and shown.accessibleDescription() != said
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert shown.zoom == 1.0


def test_keyboard_focus_is_seen_but_not_copied(shown: Canvas, settle) -> None:
    shown.set_mode("before")
    settle(shown)
    plain = shown.grab_view()
    shown.activateWindow()
    shown.clearFocus()
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert shown.hasFocus()
    assert shown.grab().toImage() != plain
    assert shown.grab_view() == plain


def test_zoom_verbs_do_what_they_say(shown: Canvas) -> None:
    shown.zoom_in()
    assert shown.zoom == 3.0
    shown.zoom_out()
    shown.zoom_out()
    assert shown.zoom == 1.5
    shown.actual_size()
    assert shown.zoom == 1.0
    shown.fit()
    fitted = shown.zoom
    shown.resize(800, 600)
    assert shown.zoom > fitted * 1.9
    shown.zoom_to(Box(150, 60, 20, 20))
    assert shown.zoom == pytest.approx(0.6 * 600 / 20)
    assert shown.photo_point(QPointF(400, 300), 0) == pytest.approx((160, 70), abs=0.1)


def test_a_single_layer_needs_no_divider(canvas: Canvas, two_layers) -> None:
    size, layers = two_layers
    for mode in ("split", "side", "difference", "before"):
        canvas.set_mode(mode)
        canvas.show_photo(size, [Layer("Before", layers[0].picture)], keep_view=True)
        assert canvas.split_x is None and len(canvas._panes) == 1
