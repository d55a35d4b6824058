"""Wheel, touchpad and arrow keys: how far they zoom and pan."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QWheelEvent

NOTCH = 120.0  # eighths of a degree
ARROW_STEP = 64.0  # logical px
DIVIDER_STEP = 0.02  # of the canvas

_ARROWS = {
    Qt.Key.Key_Left: QPointF(ARROW_STEP, 0),
    Qt.Key.Key_Right: QPointF(-ARROW_STEP, 0),
    Qt.Key.Key_Up: QPointF(0, ARROW_STEP),
    Qt.Key.Key_Down: QPointF(0, -ARROW_STEP),
}


def wheel_pan(event: QWheelEvent) -> QPointF | None:
    """How far two fingers on a touchpad move the photo (logical px); None for a wheel, and with Ctrl, which zoom."""
    is_touchpad = event.pointingDevice().type() == QInputDevice.DeviceType.TouchPad
    if not is_touchpad or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    pixels = event.pixelDelta()
    return QPointF(pixels) if not pixels.isNull() else QPointF(event.angleDelta()) * (ARROW_STEP / NOTCH)


def wheel_notches(event: QWheelEvent) -> float:
    """Notches of the wheel, positive away from the user; parts of one for fine wheels."""
    return event.angleDelta().y() / NOTCH


def arrow_pan(key: int) -> QPointF | None:
    """How far an arrow key moves the photo (logical px); None for another key."""
    return _ARROWS.get(Qt.Key(key))


def divider_step(key: int) -> float | None:
    """How far an arrow key with Shift moves the divider, as a share of the canvas; None for another key."""
    return {Qt.Key.Key_Left: -DIVIDER_STEP, Qt.Key.Key_Right: DIVIDER_STEP}.get(Qt.Key(key))
