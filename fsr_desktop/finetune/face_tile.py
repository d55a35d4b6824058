"""How a face is drawn among those a model could learn from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.types import FaceFault
from fsr_desktop.look import paint
from fsr_desktop.look.focus_ring import has_keyboard
from fsr_desktop.look.lettering import font_of
from fsr_desktop.look.signs import sign
from fsr_desktop.look.theme import tokens

SIDE, MARGIN, GAP = 96, 8, 6  # px: the picture, around it, and above the words
DISC = 22.0  # px, below a sign
LETTERS = 17  # that a line has room for
FADED = 0.35  # opacity of what is left out
FAULT, IS_HELD_OUT, IS_LEFT_OUT = (int(Qt.ItemDataRole.UserRole) + number for number in range(3))
Index = QModelIndex | QPersistentModelIndex


def words_below(fault: FaceFault, *, is_held_out: bool, is_left_out: bool) -> str:
    """The second line of a face."""
    if is_left_out and fault:
        return QCoreApplication.translate("FaceGrid", "left out: {fault}").format(fault=fault_words(fault))
    if is_left_out:
        return QCoreApplication.translate("FaceGrid", "left out")
    if is_held_out:
        return QCoreApplication.translate("FaceGrid", "held out")
    return fault_words(fault)


def fault_words(fault: FaceFault) -> str:
    """What is the matter with a face; "" if nothing is."""
    match fault:
        case "blurred":
            return QCoreApplication.translate("FaceGrid", "blurred")
        case "turned":
            return QCoreApplication.translate("FaceGrid", "turned away")
        case "covered":
            return QCoreApplication.translate("FaceGrid", "covered")
        case "":
            return ""


class FaceTiles(QStyledItemDelegate):
    """A picture with its photo's name; a sign says if it is held out or left out, and what is left out is faded."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The picture and two lines."""
        small = QFontMetrics(font_of("small"))
        width = max(SIDE + 2 * MARGIN + 12, small.averageCharWidth() * LETTERS)
        return QSize(width, SIDE + 2 * MARGIN + GAP + 2 * small.lineSpacing())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One face."""
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] missing in the stubs
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        view = self.parent()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, rect.adjusted(2, 2, -2, -2), fill=tokens().hover, radius=6)
        place = QRectF(rect.center().x() - SIDE / 2 + 1, rect.top() + MARGIN, SIDE, SIDE)
        self._paint_picture(painter, place, index)
        self._paint_words(painter, rect, place, index)
        if isinstance(view, QAbstractItemView) and view.currentIndex() == index and has_keyboard(view):
            paint.box(painter, rect.adjusted(2, 2, -2, -2), edge=tokens().ring, radius=6, thick=paint.RING)
        painter.restore()

    def _paint_picture(self, painter: QPainter, place: QRectF, index: Index) -> None:
        is_left_out, is_held_out = bool(index.data(IS_LEFT_OUT)), bool(index.data(IS_HELD_OUT))
        outline = QPainterPath()
        outline.addRoundedRect(place, 4, 4)
        painter.save()
        painter.setClipPath(outline)
        painter.setOpacity(FADED if is_left_out else 1.0)
        painter.drawImage(place, index.data(Qt.ItemDataRole.DecorationRole))
        painter.restore()
        if is_left_out:
            self._paint_sign(painter, place, "state-left", tokens().chip_warn)
        elif is_held_out:
            self._paint_sign(painter, place, "eye-off", tokens().chip_info)

    def _paint_sign(self, painter: QPainter, place: QRectF, name: str, colour: str) -> None:
        disc = QRectF(place.right() - DISC - 4, place.bottom() - DISC - 4, DISC, DISC)
        paint.round_box(painter, disc.center(), DISC / 2, fill=tokens().disc)
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(disc.center() - QPointF(7, 7), sign(name, QColor(colour), 14, ratio))

    def _paint_words(self, painter: QPainter, rect: QRect, place: QRectF, index: Index) -> None:
        first, _, second = str(index.data()).partition("\n")
        colours, font = tokens(), font_of("small")
        metrics = QFontMetrics(font)
        top = round(place.bottom()) + GAP
        painter.setFont(font)
        room = rect.width() - 12
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        lines = ((first, colours.text, middle), (second, colours.text2, right))
        for number, (words, colour, elided) in enumerate(lines):
            line = QRect(rect.left() + 6, top + number * metrics.lineSpacing(), room, metrics.lineSpacing())
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(words, elided, room)
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, shown)
