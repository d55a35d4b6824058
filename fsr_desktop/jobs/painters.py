"""How the progress and the cancel button of a job's row are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fsr_desktop.jobs.list_model import CAN_CANCEL_ROLE, FAILED_ROLE, FRACTION_ROLE
from fsr_desktop.look.icons import icon

ICON_SIDE = 14
Index = QModelIndex | QPersistentModelIndex


class EndedGreyPainter(QStyledItemDelegate):
    """Text that is grey for jobs that are over, but for the words of one that failed; rows with room for a bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line of text with some air."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), option.fontMetrics.lineSpacing() + 10)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Choose the colour."""
        super().initStyleOption(option, index)
        is_over = index.data(FRACTION_ROLE) is None and not index.data(CAN_CANCEL_ROLE)
        if is_over and not index.data(FAILED_ROLE):
            grey = option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText)
            option.palette.setColor(QPalette.ColorRole.Text, grey)


class StagePainter(EndedGreyPainter):
    """The stage, with an icon where a job failed."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Choose the icon."""
        super().initStyleOption(option, index)
        if index.data(FAILED_ROLE):
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = icon("error")


class ProgressPainter(QStyledItemDelegate):
    """A bar with its number, in the palette's colours; nothing for a job that waits or is over."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the bar."""
        _paint_ground(painter, option)
        fraction = index.data(FRACTION_ROLE)
        if not isinstance(fraction, float):
            return
        bar = QRectF(option.rect).adjusted(4, 3, -4, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(option.palette.alternateBase())
        painter.drawRoundedRect(bar, 3, 3)
        done = QRectF(bar)
        done.setWidth(bar.width() * min(1.0, max(0.0, fraction)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.highlight())
        painter.drawRoundedRect(done, 3, 3)
        words = f"{100 * fraction:.0f} %"
        text, highlighted = option.palette.text().color(), option.palette.highlightedText().color()
        for colour, part in (
            (text, QRectF(done.right(), bar.top(), bar.right() - done.right(), bar.height())),
            (highlighted, done),
        ):
            painter.setClipRect(part)
            painter.setPen(colour)
            painter.drawText(bar, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()


class CancelPainter(QStyledItemDelegate):
    """The button that stops a job, while it can be stopped."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the icon, in a frame while the mouse is on it."""
        _paint_ground(painter, option)
        if not index.data(CAN_CANCEL_ROLE):
            return
        place = QRect(0, 0, ICON_SIDE, ICON_SIDE)
        place.moveCenter(option.rect.center())
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        mode = QIcon.Mode.Selected if is_selected else QIcon.Mode.Normal
        icon("cancel").paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
            painter.drawRect(place.adjusted(-3, -3, 3, 3))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    style = option.widget.style() if option.widget else QApplication.style()
    style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
