"""One row of a menu: a sign or an icon, its words, its key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionMenuItem

from fsr_desktop.look import paint
from fsr_desktop.look.tokens import Tokens

Kind = QStyleOptionMenuItem.MenuItemType
HEIGHT, ABOVE = 28, 5  # px: the least height, and what is above and below the words
BEFORE, BEHIND = 32, 16  # px: room for the sign, and behind the key
BETWEEN = 24  # px, between words and key
SEPARATOR = 9  # px


def row_size(option: QStyleOptionMenuItem) -> QSize:
    """How large the row has to be; Qt adds the room for the keys of all rows itself."""
    if option.menuItemType == Kind.Separator:
        return QSize(60, SEPARATOR)
    words, _tab, key = option.text.partition("\t")
    metrics = option.fontMetrics
    width = BEFORE + metrics.horizontalAdvance(words.replace("&", "")) + BEHIND + (BETWEEN if key else 0)
    if option.menuItemType == Kind.SubMenu:
        width += 20
    return QSize(width, max(HEIGHT, metrics.height() + 2 * ABOVE))


def draw_row(option: QStyleOptionMenuItem, painter: QPainter, tokens: Tokens) -> None:
    """The row in `option.rect`."""
    rect = option.rect
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if option.menuItemType == Kind.Separator:
        painter.fillRect(rect.left() + 8, rect.center().y(), rect.width() - 16, 1, QColor(tokens.line))
    else:
        _draw_entry(option, painter, tokens)
    painter.restore()


def _draw_entry(option: QStyleOptionMenuItem, painter: QPainter, tokens: Tokens) -> None:
    rect, state = option.rect, option.state
    is_enabled = bool(state & QStyle.StateFlag.State_Enabled)
    is_chosen = bool(state & QStyle.StateFlag.State_Selected) and is_enabled
    colour = tokens.text if is_enabled else tokens.disabled
    key_colour = tokens.text2 if is_enabled else tokens.disabled
    if is_chosen:
        colour = key_colour = tokens.menu_row_text
        paint.box(painter, rect, fill=tokens.menu_row, radius=4)
    sign = QRectF(rect.left() + 8, rect.top(), 16, rect.height())
    if option.checked and option.checkType != QStyleOptionMenuItem.CheckType.NotCheckable:
        paint.tick(painter, sign, colour)
    elif not option.icon.isNull():
        mode = QIcon.Mode.Normal if is_enabled else QIcon.Mode.Disabled
        if is_chosen and tokens.menu_row_text != tokens.text:  # as in high contrast, where it is black on yellow
            mode = QIcon.Mode.Selected
        option.icon.paint(painter, sign.toRect(), Qt.AlignmentFlag.AlignCenter, mode)
    _draw_words(option, painter, rect, colour=colour, key_colour=key_colour)
    if option.menuItemType == Kind.SubMenu:
        paint.chevron_right(painter, QRectF(rect.right() - 24, rect.top(), 16, rect.height()), colour)


def _draw_words(option: QStyleOptionMenuItem, painter: QPainter, rect: QRect, *, colour: str, key_colour: str) -> None:
    words, _tab, key = option.text.partition("\t")
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.setFont(option.font)
    painter.setPen(QColor(colour))
    inside = rect.adjusted(BEFORE, 0, -BEHIND, 0)
    painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | middle | Qt.TextFlag.TextHideMnemonic, words)
    if key:
        painter.setPen(QColor(key_colour))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | middle, key)
