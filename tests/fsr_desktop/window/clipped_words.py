"""Finds words that are cut off: labels, buttons and tabs that are smaller than their words, or lie outside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QScrollArea, QTabBar, QWidget

from fsr_desktop.widgets.elided_label import ElidedLabel

ROUNDING = 1  # px


def clipped_words(shown: QWidget) -> list[str]:
    """What is cut off in a window, in words."""
    found: list[str] = []
    for widget in shown.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not shown or not _words_of(widget):
            continue
        found += [f"{_name(widget)}: {why}" for why in (*_too_small(widget), *_outside(widget))]
    return found


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, QTabBar):
        return " ".join(widget.tabText(index) for index in range(widget.count()))
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} {_words_of(widget)!r}"


def _too_small(widget: QWidget) -> Iterator[str]:
    wanted, size = widget.minimumSizeHint(), widget.size()
    if isinstance(widget, ElidedLabel):  # it says itself that there is more
        return
    if isinstance(widget, QTabBar):
        width = sum(widget.tabSizeHint(index).width() for index in range(widget.count()))
        if width > size.width() + ROUNDING:
            yield f"{size.width()} px wide, {width} needed"
        return
    if isinstance(widget, QLabel):
        wanted = _widest_word(widget) if widget.wordWrap() else widget.sizeHint()
    if wanted.width() > size.width() + ROUNDING:
        yield f"{size.width()} px wide, {wanted.width()} needed"
    height = wanted.height()
    if isinstance(widget, QLabel) and widget.wordWrap():
        height = widget.heightForWidth(size.width())
    if height > size.height() + ROUNDING:
        yield f"{size.height()} px high, {height} needed"


def _widest_word(label: QLabel) -> QSize:
    words = re.split(r"[\s\u200b]", re.sub("<[^>]*>", "", label.text()))
    return QSize(max(label.fontMetrics().horizontalAdvance(word) for word in words), label.minimumSizeHint().height())


def _outside(widget: QWidget) -> Iterator[str]:
    """Whether it reaches beyond what it lies in; up and down only as far as that does not scroll."""
    rect, scrolls = QRect(QPoint(0, 0), widget.size()), False
    part = widget
    while (parent := part.parentWidget()) is not None and not part.isWindow():
        rect = rect.translated(part.pos())
        if rect.left() < -ROUNDING or rect.right() > parent.width() - 1 + ROUNDING:
            if not _scrolls_sideways(parent):
                yield f"from {rect.left()} to {rect.right()} px in {type(parent).__name__}, {parent.width()} px wide"
                return
            rect = QRect(0, rect.top(), 1, rect.height())
        scrolls = scrolls or isinstance(parent.parentWidget(), QAbstractScrollArea)
        if not scrolls and (rect.top() < -ROUNDING or rect.bottom() > parent.height() - 1 + ROUNDING):
            yield f"from {rect.top()} to {rect.bottom()} px in {type(parent).__name__}, {parent.height()} px high"
            return
        part = parent


def _scrolls_sideways(viewport: QWidget) -> bool:
    area = viewport.parentWidget()
    return (
        isinstance(area, QScrollArea)
        and area.viewport() is viewport
        and area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    )
