"""How a face is drawn in the row: a round picture with a ring and the sign of its state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fsr_desktop.faces.face_entry import ALL, ENTRY_ROLE, NEW, FaceEntry
from fsr_desktop.look.icons import icon
from fsr_desktop.look.signs import disc_ink, draw_sign
from fsr_desktop.look.theme import tokens

CELL, NARROWEST, PICTURE = 60, 57, 50  # px
DISC, SIGN = 18, 12
RING = 2.0
OFF_OPACITY = 0.45


class FacePainter(QStyledItemDelegate):
    """Draws the entries of a `FaceRow`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.wide = CELL  # px of each entry

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All are of one size."""
        return QSize(self.wide, CELL)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one entry; under the mouse a restored face shows how it was."""
        entry = index.data(ENTRY_ROLE)
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        place = QRectF(0, 0, PICTURE, PICTURE)
        place.moveCenter(QRectF(option.rect).center())  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if entry.id == NEW:
            paint_new(painter, place, is_hovered=is_hovered)
        elif entry.id == ALL:
            _paint_all(painter, place, self.tr("All"), is_hovered=is_hovered)
        else:
            picture = entry.before if is_hovered and entry.before is not None else entry.picture
            _paint_picture(painter, place, picture, opacity=1.0 if entry.is_on else OFF_OPACITY)
            if is_hovered and entry.before is not None and entry.is_restored:
                _paint_word(painter, place, self.tr("before"))
            elif entry.sign:
                _paint_sign(painter, place, entry)
        if state & QStyle.StateFlag.State_Selected:
            has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens().ring), RING + (1.0 if has_focus else 0.0)))
            painter.drawEllipse(place.adjusted(-3, -3, 3, 3))
        painter.restore()


def _paint_picture(painter: QPainter, place: QRectF, picture: QPixmap | None, *, opacity: float) -> None:
    painter.save()
    path = QPainterPath()
    path.addEllipse(place)
    painter.fillPath(path, QColor(tokens().raised))
    painter.setClipPath(path)
    painter.setOpacity(opacity)
    if picture is None:
        icon("face").paint(painter, place.toRect().adjusted(12, 12, -12, -12))
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture, QRectF(picture.rect()))
    painter.restore()


def _paint_sign(painter: QPainter, place: QRectF, entry: FaceEntry) -> None:
    """A dark disc at the lower right with the state's sign, in the state's colour."""
    disc = QRectF(0, 0, DISC, DISC)
    disc.moveCenter(place.bottomRight() - QPointF(6, 6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().disc))
    painter.drawEllipse(disc)
    inner = QRectF(0, 0, SIGN, SIGN)
    inner.moveCenter(disc.center())
    draw_sign(painter, entry.sign, inner, disc_ink(entry.tone, tokens()))


def _paint_all(painter: QPainter, place: QRectF, word: str, *, is_hovered: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().hover if is_hovered else tokens().raised))
    painter.drawEllipse(place)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(tokens().text))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)


def paint_new(painter: QPainter, place: QRectF, *, is_hovered: bool) -> None:
    """The circle for a new face."""
    painter.setBrush(QColor(tokens().hover) if is_hovered else Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(tokens().outline), 1.0, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(QPen(QColor(tokens().text2), 1.5))
    middle = place.center()
    painter.drawLine(middle - QPointF(6, 0), middle + QPointF(6, 0))
    painter.drawLine(middle - QPointF(0, 6), middle + QPointF(0, 6))


def _paint_word(painter: QPainter, place: QRectF, word: str) -> None:
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * 0.8)
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(word) + 8
    plate = QRectF(place.center().x() - width / 2, place.bottom() - 12, width, 15)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().disc))
    painter.drawRoundedRect(plate, 3, 3)
    painter.setPen(QColor(tokens().chip_text))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, word)
