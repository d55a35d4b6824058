"""The style of the program: Fusion, with its own check boxes, combo boxes, sliders and menus.

Qt asks a style for metrics and hints some eighty times a widget, and an answer in Python costs 3 µs: those are in the
style sheet, and here is only what is drawn.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QWidget,
)

from fsr_desktop.look import paint
from fsr_desktop.look.focus_ring import has_keyboard
from fsr_desktop.look.menu_row import draw_row, row_size
from fsr_desktop.look.tokens import Tokens

State = QStyle.StateFlag
Primitive, Control, Complex = QStyle.PrimitiveElement, QStyle.ControlElement, QStyle.ComplexControl
COMBO_SIDE, COMBO_SIGN = 10, 28  # px: before the words, and for the sign behind them
COMBO_HEIGHT, COMBO_ABOVE = 28, 5  # px: the least height, and what is above and below the words
POPUP = "combo_popup"  # the name of what the list of a combo box is in


class AppStyle(QProxyStyle):
    """Draws with the tokens that `tokens` gives at that moment."""

    def __init__(self, tokens: Callable[[], Tokens]) -> None:
        super().__init__("Fusion")
        self._tokens = tokens

    def polish(self, what: QWidget | QPalette) -> QPalette | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Let menus have round corners."""
        if isinstance(what, QMenu):
            show_round(what)
        return super().polish(what)

    def sizeFromContents(self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget) -> QSize:
        """The size of a widget that shows something of that size."""
        if kind == QStyle.ContentsType.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            return row_size(option)
        if kind == QStyle.ContentsType.CT_ComboBox:
            height = max(COMBO_HEIGHT, option.fontMetrics.height() + 2 * COMBO_ABOVE)  # pyright: ignore[reportAttributeAccessIssue]
            return QSize(size.width() + COMBO_SIDE + COMBO_SIGN + 4, height)
        return super().sizeFromContents(kind, option, size, widget)

    # ---- what is drawn

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Check boxes, radio buttons, the ground of what floats; no dotted line around anything."""
        match element:
            case Primitive.PE_IndicatorCheckBox | Primitive.PE_IndicatorItemViewItemCheck:
                self._draw_mark(option, painter)
            case Primitive.PE_IndicatorRadioButton:
                self._draw_mark(option, painter, is_round=True)
            case Primitive.PE_PanelMenu:
                self._draw_floating(option, painter)
            case Primitive.PE_FrameMenu | Primitive.PE_FrameFocusRect:
                return
            case _:
                super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """The rows of menus, and the frame of a combo box's list."""
        if element == Control.CE_MenuItem and isinstance(option, QStyleOptionMenuItem):
            draw_row(option, painter, self._tokens())
        elif element == Control.CE_ComboBoxLabel and isinstance(option, QStyleOptionComboBox):
            self._draw_combo_words(option, painter)
        elif element == Control.CE_MenuEmptyArea:
            return
        elif element == Control.CE_ShapedFrame and widget and widget.objectName() == POPUP:
            self._draw_floating(option, painter)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Combo boxes and level sliders."""
        if control == Complex.CC_ComboBox and isinstance(option, QStyleOptionComboBox) and not option.editable:  # pyright: ignore[reportAttributeAccessIssue]
            self._draw_combo(option, painter)
        elif widget and control == Complex.CC_Slider and isinstance(option, QStyleOptionSlider) and _is_level(option):
            self._draw_slider(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        sub: QStyle.SubControl,
        widget: QWidget,
    ) -> QRect:
        """Where the words of a combo box are, and its list opens."""
        if control == Complex.CC_ComboBox:
            rect = option.rect  # pyright: ignore[reportAttributeAccessIssue] missing in the stubs
            if sub == QStyle.SubControl.SC_ComboBoxEditField:
                return rect.adjusted(COMBO_SIDE, 2, -COMBO_SIGN, -2)
            if sub == QStyle.SubControl.SC_ComboBoxListBoxPopup:
                return rect.translated(0, 4)
        return super().subControlRect(control, option, sub, widget)

    def _draw_mark(self, option: QStyleOption, painter: QPainter, *, is_round: bool = False) -> None:
        state, rect = option.state, option.rect  # pyright: ignore[reportAttributeAccessIssue]
        mark = ""
        if state & State.State_On:
            mark = "dot" if is_round else "tick"
        elif state & State.State_NoChange:
            mark = "dash"
        with _antialiased(painter):
            paint.check_box(
                painter,
                QRectF(rect),
                self._tokens(),
                mark=mark,
                is_enabled=bool(state & State.State_Enabled),
                is_hovered=bool(state & State.State_MouseOver),
                radius=8 if is_round else 4,
            )

    def _draw_floating(self, option: QStyleOption, painter: QPainter) -> None:
        tokens = self._tokens()
        with _antialiased(painter):
            rect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
            paint.box(painter, rect, fill=tokens.toast, edge=tokens.toast_edge, radius=8)

    def _draw_combo(self, option: QStyleOptionComboBox, painter: QPainter) -> None:
        tokens, state, rect = self._tokens(), option.state, option.rect  # pyright: ignore[reportAttributeAccessIssue]
        is_enabled, is_hovered = bool(state & State.State_Enabled), bool(state & State.State_MouseOver)
        fill = tokens.button_hover if is_enabled and is_hovered else tokens.button
        edge = tokens.button_edge if is_enabled else tokens.line
        sign = QRectF(rect.right() - COMBO_SIGN + 5, rect.top(), 16, rect.height())
        with _antialiased(painter):
            paint.box(painter, rect, fill=fill, edge=edge, radius=6)
            paint.chevron_down(painter, sign, tokens.text if is_enabled else tokens.disabled)

    def _draw_combo_words(self, option: QStyleOptionComboBox, painter: QPainter) -> None:
        tokens, is_enabled = self._tokens(), bool(option.state & State.State_Enabled)  # pyright: ignore[reportAttributeAccessIssue]
        room = option.rect.adjusted(COMBO_SIDE, 0, -COMBO_SIGN, 0)  # pyright: ignore[reportAttributeAccessIssue]
        words = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room.width())  # pyright: ignore[reportAttributeAccessIssue]
        painter.setPen(QColor(tokens.text if is_enabled else tokens.disabled))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _draw_slider(self, option: QStyleOptionSlider, painter: QPainter, widget: QWidget) -> None:
        handle = self.subControlRect(Complex.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, widget)
        state, rect = option.state, option.rect  # pyright: ignore[reportAttributeAccessIssue]
        with _antialiased(painter):
            paint.slider(
                painter,
                QRectF(rect),
                self._tokens(),
                at=QRectF(handle).center().x() - rect.left(),
                is_enabled=bool(state & State.State_Enabled),
                is_hovered=bool(state & State.State_MouseOver),
                has_ring=widget.property("ring") == "own" and has_keyboard(widget),
            )


def show_round(window: QWidget) -> None:
    """Let nothing but what is drawn of a floating window be seen: its corners are round."""
    window.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)


class _antialiased:  # noqa: N801 it reads as a statement
    """Round shapes, and the painter as it was afterwards."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def __enter__(self) -> None:
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def __exit__(self, *_error: object) -> None:
        self._painter.restore()


def _is_level(option: QStyleOptionSlider) -> bool:
    return option.orientation == Qt.Orientation.Horizontal  # pyright: ignore[reportAttributeAccessIssue]
