"""The order in which Tab goes from part to part."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_after(first: QWidget, *parts: QWidget) -> None:
    """Let Tab go from `first`, or the last that can be reached in it, to what is in these parts, one after the other,
    each in the order that it has."""
    before = list(_stops_of(first)) or list(_stops_before(first))
    if not before:
        return
    last = before[-1]
    for part in parts:
        for widget in list(_stops_of(part)):
            QWidget.setTabOrder(last, widget)
            last = widget


def _stops_of(part: QWidget) -> Iterator[QWidget]:
    widget: QWidget | None = part
    while widget is not None:
        if _is_stop(widget) and (widget is part or part.isAncestorOf(widget)):
            yield widget
        widget = widget.nextInFocusChain()
        if widget is part:
            return


def _stops_before(part: QWidget) -> Iterator[QWidget]:
    """The one that Tab comes from, if there is any."""
    widget = part.previousInFocusChain()
    while widget is not None and widget is not part:
        if _is_stop(widget):
            yield widget
            return
        widget = widget.previousInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
