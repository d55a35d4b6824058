"""How a photo is drawn in the filmstrip: thumbnail, the disc of its state, its progress, its name."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fsr_desktop.look import paint
from fsr_desktop.look.focus_ring import has_keyboard
from fsr_desktop.look.lettering import font_of
from fsr_desktop.look.signs import disc_ink, draw_sign
from fsr_desktop.look.theme import tokens
from fsr_desktop.look.tokens import Tokens
from fsr_desktop.photos.film_model import PROGRESS_ROLE, STATE_ROLE, WAITS_ROLE, Index
from fsr_desktop.session.photo_state import ItemState

WIDTH_TO_HEIGHT = 92 / 66  # of a tile
AROUND = 3  # px around a tile: its ring and the space to the next
DISC, SIGN, DISC_AT = 18, 12, 3  # px
NAME_GAP, PROGRESS = 3, 3
RADIUS = 4
EMPTY_SIDE = 20
WAITING_OPACITY = 0.55
ICON_OF_PHOTO = "photo"


class FilmPainter(QStyledItemDelegate):
    """Cells of one size; `tile_height` is that of thumbnails, and `has_names` whether names stand below them."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.tile_height = 66
        self.has_names = True

    def cell(self) -> QSize:
        """The size of each cell."""
        width = round(self.tile_height * WIDTH_TO_HEIGHT)
        below = NAME_GAP + QFontMetrics(font_of("small")).height() if self.has_names else 0
        return QSize(width + 2 * AROUND, self.tile_height + 2 * AROUND + below)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As all cells are."""
        return self.cell()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a photo."""
        colours = tokens()
        width = round(self.tile_height * WIDTH_TO_HEIGHT)
        tile = QRect(option.rect.topLeft() + QPoint(AROUND, AROUND), QSize(width, self.tile_height))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_tile(painter, tile, index, colours)
        self._paint_state(painter, tile, index, colours)
        self._paint_ring(painter, tile, option, index, colours)
        if self.has_names:
            self._paint_name(painter, tile, option, index, colours)
        painter.restore()

    def _paint_tile(self, painter: QPainter, tile: QRect, index: Index, colours: Tokens) -> None:
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(tile), RADIUS, RADIUS)
        painter.fillPath(shape, QColor(colours.canvas))
        painter.save()
        painter.setClipPath(shape)
        if isinstance(picture, QPixmap):
            painter.setOpacity(WAITING_OPACITY if index.data(WAITS_ROLE) else 1.0)
            painter.drawPixmap(_fitted(picture, tile), picture)
        else:
            place = QRectF(0, 0, EMPTY_SIDE, EMPTY_SIDE)
            place.moveCenter(QRectF(tile).center())
            draw_sign(painter, ICON_OF_PHOTO, place, colours.text2)
        painter.setOpacity(1.0)
        progress = index.data(PROGRESS_ROLE)
        if isinstance(progress, float):
            bar = QRect(tile.left(), tile.bottom() + 1 - PROGRESS, tile.width(), PROGRESS)
            painter.fillRect(bar, QColor(colours.groove))
            bar.setWidth(round(tile.width() * progress))
            painter.fillRect(bar, QColor(colours.ring))
        painter.restore()

    def _paint_state(self, painter: QPainter, tile: QRect, index: Index, colours: Tokens) -> None:
        state = index.data(STATE_ROLE)
        if not isinstance(state, ItemState):
            return
        lift = PROGRESS if index.data(PROGRESS_ROLE) is not None else 0
        disc = QRectF(tile.left() + DISC_AT, tile.bottom() + 1 - DISC_AT - DISC - lift, DISC, DISC)
        paint.round_box(painter, disc.center(), DISC / 2, fill=colours.disc)
        edge = (DISC - SIGN) / 2
        draw_sign(painter, state.sign, disc.adjusted(edge, edge, -edge, -edge), disc_ink(state.tone, colours))

    def _paint_ring(
        self, painter: QPainter, tile: QRect, option: QStyleOptionViewItem, index: Index, colours: Tokens
    ) -> None:
        """Blue around the photo that is looked at, grey around others that are selected; a second one for the
        keyboard."""
        is_current = index == self._view.currentIndex()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        around = QRectF(tile).adjusted(-2, -2, 2, 2)
        if is_selected or is_current:
            paint.box(
                painter, around, edge=colours.ring if is_current else colours.sel_edge, radius=RADIUS + 2, thick=2
            )
        if is_current and has_keyboard(self._view):
            paint.box(painter, QRectF(tile).adjusted(1, 1, -1, -1), edge=colours.ring, radius=RADIUS, thick=2)

    def _paint_name(
        self, painter: QPainter, tile: QRect, option: QStyleOptionViewItem, index: Index, colours: Tokens
    ) -> None:
        painter.setFont(font_of("small"))
        metrics = painter.fontMetrics()
        place = QRect(tile.left(), tile.bottom() + 1 + AROUND + NAME_GAP - 2, tile.width(), metrics.height())
        is_current = index == self._view.currentIndex()
        painter.setPen(QColor(colours.text if is_current else colours.text2))
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), name)


def _fitted(picture: QPixmap, tile: QRect) -> QRect:
    """Where a thumbnail goes: whole, in the middle of its tile, never enlarged."""
    size = picture.deviceIndependentSize().toSize()
    fitted = size.scaled(tile.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(0, 0), fitted if fitted.width() < size.width() else size)
    place.moveCenter(tile.center())
    return place
