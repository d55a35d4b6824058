"""One picture of a face in its place, moved by the mouse, with overlays and words on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsr_desktop.painters.all_painters import paint_overlay
from fsr_desktop.painters.chips import Chip, paint_chip
from fsr_desktop.painters.face_pictures import FacePicture, paint_picture
from fsr_desktop.painters.ink import ink_of
from fsr_desktop.painters.pixels import KeptImages
from fsr_desktop.painters.place import Place
from fsr_desktop.painters.placed import PlacedOverlay

STEP = 1.25  # of zoom, for one notch of the wheel
NOTCH = 120  # eighths of a degree
MARGIN = 8.0


class FacePane(QWidget):
    """Shows a picture where `place` says; what lies outside it stays as the ground is.

    Signals: `place_wanted` with a `Place`, when the user zoomed or moved it; it is shown when it is set.
    """

    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: FacePicture | None = None
        self._place = self._whole = Place(0, 0, 1)
        self._is_smooth = True
        self._grabbed: QPointF | None = None
        self._chips: tuple[tuple[Chip, Qt.AlignmentFlag], ...] = ()
        self._overlays: tuple[PlacedOverlay, ...] = ()
        self._kept = KeptImages()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(80, 56))

    @property
    def picture(self) -> FacePicture | None:
        """What is shown."""
        return self._picture

    @property
    def place(self) -> Place:
        """The part of the photo that is seen."""
        return self._place

    def show_picture(self, picture: FacePicture | None, *, is_smooth: bool = True) -> None:
        """Show it, smoothly or with its pixels as they are; None shows the ground."""
        if (picture, is_smooth) != (self._picture, self._is_smooth):
            self._picture, self._is_smooth = picture, is_smooth
            self.update()

    def show_overlays(self, *overlays: PlacedOverlay) -> None:
        """Lay these over the picture, in their order."""
        self._overlays = overlays
        self.update()

    def show_chips(self, *chips: tuple[Chip, Qt.AlignmentFlag]) -> None:
        """Words on the picture, each in its corner."""
        self._chips = chips
        self.setAccessibleDescription(". ".join(chip.words for chip, _corner in chips))
        self.update()

    def set_place(self, place: Place, whole: Place) -> None:
        """See this part of the photo; `whole` is the most that can be seen."""
        if (place, whole) != (self._place, self._whole):
            self._place, self._whole = place, whole
            self.update()

    def zoom_percent(self) -> float:
        """Pixels of the screen per pixel of the photo, in per cent."""
        return 100 * self._place.scale_in(self._size()) * self.devicePixelRatioF()

    def zoom_by(self, factor: float) -> None:
        """Ask for a nearer look at the middle."""
        self.place_wanted.emit(self._place.zoomed(factor, at=self._place.middle, whole=self._whole))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, then the words on it."""
        with QPainter(self) as painter:
            if self._picture:
                painter.save()
                painter.setClipRect(self._place.seen_in(self._size()))
                to_screen = self._place.screen_from_photo(self._size())
                paint_picture(painter, self._picture, to_screen, is_smooth=self._is_smooth)
                painter.restore()
            self._paint_overlays(painter)
            self._paint_chips(painter)

    def _paint_overlays(self, painter: QPainter) -> None:
        to_screen, ink = self._place.screen_from_photo(self._size()), ink_of(self.palette())
        for placed in self._overlays:
            paint_overlay(
                painter, placed, screen_from_photo=to_screen, visible=QRectF(self.rect()), kept=self._kept, ink=ink
            )

    def _paint_chips(self, painter: QPainter) -> None:
        """Those that share a lower corner stand above each other."""
        seen = self._place.seen_in(self._size()) if self._picture or self._overlays else QRectF(self.rect())
        whole = seen.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        taken: dict[Qt.AlignmentFlag, float] = {}
        for chip, corner in self._chips:
            room = whole.adjusted(0, 0, 0, -taken.get(corner, 0.0))
            place = paint_chip(painter, chip, room=room, corner=corner, font=self.font())
            taken[corner] = taken.get(corner, 0.0) + place.height() + MARGIN / 2

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the place under the mouse."""
        turned = event.angleDelta().y()
        if turned:
            at = self._in_photo(event.position())
            self.place_wanted.emit(self._place.zoomed(STEP ** (turned / NOTCH), at=at, whole=self._whole))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._grabbed is not None:
            by = self._in_photo(self._grabbed) - self._in_photo(event.position())
            self._grabbed = event.position()
            self.place_wanted.emit(self._place.moved(by, whole=self._whole))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._grabbed = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """The whole face again."""
        self.place_wanted.emit(self._whole)

    def _size(self) -> QSizeF:
        return self.size().toSizeF()

    def _in_photo(self, position: QPointF) -> QPointF:
        to_photo, _ = self._place.screen_from_photo(self._size()).inverted()
        return to_photo.map(position)
