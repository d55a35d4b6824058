"""How a photo's row is drawn: thumbnail, name, and a line that says how far it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fsr_desktop.look.icons import icon
from fsr_desktop.session.status_words import StatusWords

GAP = 6
ICON_SIDE = 14
Index = QModelIndex | QPersistentModelIndex


class PhotoRowPainter(QStyledItemDelegate):
    """Rows of one size; `status_role` gives `StatusWords`, the decoration role a pixmap or None."""

    def __init__(self, side: int, status_role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side, self._status_role = side, status_role

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the thumbnail, or two lines of text."""
        lines = 2 * option.fontMetrics.lineSpacing() + 2
        return QSize(self._side + 120, max(self._side, lines) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row in the palette's colours."""
        style = option.widget.style() if option.widget else QApplication.style()
        painter.save()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_active = bool(option.state & QStyle.StateFlag.State_Active)
        group = QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive
        role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(group, role))
        square = QRect(option.rect.left() + GAP, 0, self._side, self._side)
        square.moveCenter(QPoint(square.center().x(), option.rect.center().y()))
        self._paint_picture(painter, square, index, is_selected)
        text = option.rect.adjusted(self._side + 2 * GAP + 2, 0, -GAP, 0)
        self._paint_text(painter, option, text, index, is_selected)
        painter.restore()

    def _paint_picture(self, painter: QPainter, square: QRect, index: Index, is_selected: bool) -> None:
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if not isinstance(picture, QPixmap):
            mode = _icon_mode(is_selected)
            icon("photo").paint(painter, square.adjusted(10, 10, -10, -10), Qt.AlignmentFlag.AlignCenter, mode)
            return
        size = picture.deviceIndependentSize().toSize()
        place = QRect(QPoint(0, 0), size.scaled(square.size(), Qt.AspectRatioMode.KeepAspectRatio))
        if size.width() < place.width():  # never enlarged
            place.setSize(size)
        place.moveCenter(square.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture)

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: Index, is_selected: bool
    ) -> None:
        metrics = option.fontMetrics
        spacing = metrics.lineSpacing()
        top = area.center().y() - spacing - 1
        whole = str(index.data(Qt.ItemDataRole.DisplayRole))
        name = metrics.elidedText(whole, Qt.TextElideMode.ElideMiddle, area.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(area.left(), top, area.width(), spacing), left, name)
        status = index.data(self._status_role)
        if not isinstance(status, StatusWords):
            return
        line = QRect(area.left(), top + spacing + 2, area.width(), spacing)
        if status.icon:
            place = QRect(line.left(), line.center().y() - ICON_SIDE // 2, ICON_SIDE, ICON_SIDE)
            icon(status.icon).paint(painter, place, Qt.AlignmentFlag.AlignCenter, _icon_mode(is_selected))
            line.setLeft(line.left() + ICON_SIDE + 4)
        painter.setOpacity(1.0 if is_selected else 0.8)
        painter.drawText(line, left, metrics.elidedText(status.text, Qt.TextElideMode.ElideRight, line.width()))


def _icon_mode(is_selected: bool) -> QIcon.Mode:
    return QIcon.Mode.Selected if is_selected else QIcon.Mode.Normal
