"""The ring around what has the keyboard: one for the whole program, so that no widget has to draw it.

A widget's property "ring" says otherwise: "own" where it draws one itself, "parent" where the ring belongs around the
widget that it is part of; "ring_radius" is that of its corners. The ring shows once keys moved the focus, not after a
click.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFocusFrame,
    QProxyStyle,
    QRadioButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from fsr_desktop.look.paint import RING, box
from fsr_desktop.look.tokens import Tokens

MARGIN = 4  # px: the ring's 2 and a gap of 2
RADIUS = 6  # px, of most widgets


def has_keyboard(widget: QWidget) -> bool:
    """Whether a widget has the focus, and the user gave it by a key."""
    return widget.hasFocus() and is_by_keys(widget)


def is_by_keys(widget: QWidget) -> bool:
    """Whether keys move the focus in a widget's window, and no button of the mouse just did."""
    by_keys = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return by_keys and QApplication.mouseButtons() == Qt.MouseButton.NoButton


def focus_by_keys(widget: QWidget) -> None:
    """Give a widget the focus because the user pressed a key for it, so that its ring shows."""
    widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


class FocusRings(QObject):
    """Moves the ring along with the focus."""

    def __init__(self, app: QApplication, tokens: Callable[[], Tokens]) -> None:
        super().__init__(app)
        self._tokens = tokens
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        target = ringed_by(new) if new is not None and is_by_keys(new) else None
        if self._ring is None or not isValid(self._ring):  # a closed window takes the ring with it
            if target is None:
                return
            self._ring = _Ring(self._tokens)
        self._ring.setWidget(target)  # pyright: ignore[reportArgumentType] None takes it away


def ringed_by(widget: QWidget) -> QWidget | None:
    """What the ring is drawn around while a widget has the focus; None where it draws its own."""
    match widget.property("ring"):
        case "own":
            return None
        case "parent":
            return widget.parentWidget()
        case _:
            return None if widget.isWindow() else widget


class _Ring(QFocusFrame):
    """Lies over the widget and 4 px around it."""

    def __init__(self, tokens: Callable[[], Tokens]) -> None:
        super().__init__()
        self.setObjectName("focus_ring")
        self._tokens = tokens
        self._margins = _Margins("Fusion")
        self.setStyle(self._margins)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring alone."""
        target = self.widget()
        if target is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            around = QRectF(_seen(target)).translated(MARGIN, MARGIN)
            around.adjust(-MARGIN, -MARGIN, MARGIN, MARGIN)
            radius = int(target.property("ring_radius") or RADIUS)
            box(painter, around, edge=self._tokens().ring, radius=radius + MARGIN - 1, thick=RING)


class _Margins(QProxyStyle):
    """Tells Qt where the ring lies; a style of its own, since Python would answer for all widgets else."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """How far the ring reaches."""
        margins = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)
        return MARGIN if metric in margins else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 Qt's own name
    ) -> int:
        """It lies over the widget, without a mask, which would have no soft edge."""
        match hint:
            case QStyle.StyleHint.SH_FocusFrame_AboveWidget:
                return 1
            case QStyle.StyleHint.SH_FocusFrame_Mask:
                return 0
            case _:
                return super().styleHint(hint, option, widget, returnData)


def _seen(target: QWidget) -> QRect:
    """What is to be seen of a widget: a check box may be as wide as its column."""
    rect = target.rect()
    if isinstance(target, QCheckBox | QRadioButton):
        rect.setWidth(min(rect.width(), target.sizeHint().width()))
    return rect
