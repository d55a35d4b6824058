"""Two pictures of one place with a divider between them, to drag and to move by arrow keys."""

from __future__ import annotations

from PySide6.QtCore import Property, QPointF, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fsr_desktop.canvas.divider import paint_divider
from fsr_desktop.look.lettering import font_of
from fsr_desktop.look.motion import SWEEP_MS, duration_ms
from fsr_desktop.look.theme import tokens
from fsr_desktop.painters.colour_bar import MARGIN
from fsr_desktop.painters.ink import draw_plate, ink_of, plate_size

FRAME = 4  # px around the pictures, for the ring of the keyboard
STEP = 0.05  # of the width, for an arrow key


class SplitPicture(QWidget):
    """Shows `before` left and `after` right of the divider, each with its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._after = QImage(), QImage()
        self._words = ("", "", "")
        self._share = 0.5
        self._sweep: QPropertyAnimation | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Before and after"))

    def show_pictures(self, before: QImage, after: QImage, words: tuple[str, str, str]) -> None:
        """Show these; `words` are the names of both, and what is said beside the second."""
        self._before, self._after, self._words = before, after, words
        self._fit()
        self.update()

    def sweep(self) -> None:
        """Move the divider once from the right to the middle, where things may move."""
        length = duration_ms(SWEEP_MS)
        if not length:
            return
        self._sweep = QPropertyAnimation(self, b"share", self)
        self._sweep.setDuration(length)
        self._sweep.setStartValue(1.0)
        self._sweep.setEndValue(0.5)
        self._sweep.start()

    def _get_share(self) -> float:
        return self._share

    def _set_share(self, share: float) -> None:
        self._share = min(1.0, max(0.0, share))
        self.update()

    share = Property(float, _get_share, _set_share)  # pyright: ignore[reportCallIssue, reportArgumentType]

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(720, 240)  # a page that scrolls takes this height as the least

    def minimumSizeHint(self) -> QSize:
        """Something can be seen."""
        return QSize(240, 240)

    @property
    def place(self) -> QRectF:
        """Where the pictures lie: as large as fits, in the middle."""
        if self._after.isNull():
            return QRectF()
        room = self.rect().adjusted(FRAME, FRAME, -FRAME, -FRAME).size()
        size = self._after.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        return place

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No higher than its pictures, so that what stands below it is near them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        size = self._after.size()
        if not size.isEmpty():
            room = self.width() - 2 * FRAME
            self.setMaximumHeight(
                max(self.minimumSizeHint().height(), room * size.height() // size.width() + 2 * FRAME)
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The divider comes to the mouse."""
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And follows it while a button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the divider."""
        step = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._set_share(self._share + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both pictures, their words, the divider, and a ring for the keyboard."""
        place = self.place
        if place.isEmpty():
            return
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            x = place.left() + self._share * place.width()
            for image, left, right in ((self._before, place.left(), x), (self._after, x, place.right())):
                painter.setClipRect(QRectF(left, place.top(), right - left, place.height()))
                painter.drawImage(place, image)
            painter.setClipping(False)
            painter.setFont(font_of("small"))
            before, after, detail = self._words
            self._name(painter, place, (before, ""), room=x - place.left(), at_right=False)
            self._name(painter, place, (after, detail), room=place.right() - x, at_right=True)
            painter.translate(0, place.top())
            paint_divider(painter, ink_of(self.palette()), x, place.height(), is_active=False)
            painter.translate(0, -place.top())
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(tokens().ring), 2))
                painter.drawRect(place.adjusted(-3, -3, 3, 3))

    def _follow(self, event: QMouseEvent) -> None:
        if self._sweep:
            self._sweep.stop()
        place = self.place
        if place.width():
            self._set_share((event.position().x() - place.left()) / place.width())

    def _name(self, painter: QPainter, place: QRectF, words: tuple[str, str], *, room: float, at_right: bool) -> None:
        width, _ = plate_size(painter.font(), *words)
        if width + 2 * MARGIN <= room:
            left = place.right() - MARGIN - width if at_right else place.left() + MARGIN
            draw_plate(painter, ink_of(self.palette()), QPointF(left, place.top() + MARGIN), *words)
