"""The fitted face, to be turned: by the mouse, the wheel and the keys. It is never shown without saying that it is a
model."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.explain.captions import caption
from fsr_desktop.language.messages import shown
from fsr_desktop.look.paint import box
from fsr_desktop.look.theme import tokens
from fsr_desktop.painters.chips import Chip, paint_chip
from fsr_desktop.study.face_drawing import FaceDrawing
from fsr_desktop.study.model_face import ModelFace

LARGEST, SMALLEST = 256, 120  # units of the window; a larger face would be drawn too slowly to follow the mouse
MOST_PX = 256
RADIUS, MARGIN = 4, 6
TURN_A_PX = math.radians(0.6)
TURN_A_KEY = math.radians(10)
STEP, NOTCH = 1.15, 120  # of zoom, for one notch of the wheel of eighths of a degree
TURNS = {
    Qt.Key.Key_Left: (-TURN_A_KEY, 0.0),
    Qt.Key.Key_Right: (TURN_A_KEY, 0.0),
    Qt.Key.Key_Up: (0.0, -TURN_A_KEY),
    Qt.Key.Key_Down: (0.0, TURN_A_KEY),
}
ZOOMS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}


class ModelFaceView(QWidget):
    """Shows a `ModelFace`. Dragging turns it, the wheel brings it nearer once it has the focus, a double click and Home
    show it as it was fitted."""

    def __init__(self, face: ModelFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face, self._is_grey = face, False
        self._image: QImage | None = None
        self._grabbed: QPointF | None = None
        self.drawing = FaceDrawing(self)
        self.drawing.drawn.connect(self._take)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", RADIUS)
        self.setAccessibleName(self.tr("3D face, to be turned"))
        self.setToolTip(
            self.tr("Drag or arrow keys turn it, wheel or + and − bring it nearer, Home shows it as fitted")
        )
        face.changed.connect(self.refresh)

    @property
    def image(self) -> QImage | None:
        """What was drawn last."""
        return self._image

    def begin(self, *, is_grey: bool) -> None:
        """Another face is to be shown, without colours if its photo has none: what was drawn before goes at once."""
        self._is_grey = is_grey
        self._clear()

    def refresh(self) -> None:
        """Draw the face as it is now, once it is to be seen."""
        self.setAccessibleDescription(self._words())
        seen = self._face.seen
        if seen is None:
            self._clear()
            return
        side = min(MOST_PX, round(self._square().width() * self.devicePixelRatioF()))
        if self.isVisible() and side > 0:
            self.drawing.draw(seen, side, is_grey=self._is_grey)

    def hasHeightForWidth(self) -> bool:
        """It is a square."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as it is wide, but not too large to be drawn quickly."""
        return min(LARGEST, max(SMALLEST, width))

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(SMALLEST, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest panel."""
        return QSize(SMALLEST, self.heightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while nobody looks."""
        super().hideEvent(event)
        self.drawing.drop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It has another size then."""
        super().resizeEvent(event)
        self.updateGeometry()
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The face on the ground of pictures, and what it is."""
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            ground = QPainterPath()
            ground.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
            painter.fillPath(ground, QColor(tokens().canvas))
            painter.setClipPath(ground)
            if self._image is not None:
                painter.drawImage(self._square(), self._image)
            self._paint_marks(painter)
            box(painter, self.rect(), edge=tokens().line, radius=RADIUS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the face."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn it: what is held follows the mouse."""
        if self._grabbed is not None:
            moved = event.position() - self._grabbed
            self._grabbed = event.position()
            self._face.turn(right=moved.x() * TURN_A_PX, down=moved.y() * TURN_A_PX)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._grabbed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Seen as it was fitted."""
        self._face.turn_back()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nearer, where it has the focus; else the wheel is left to what scrolls."""
        if self.hasFocus() and event.angleDelta().y():
            self._face.zoom_by(STEP ** (event.angleDelta().y() / NOTCH))
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same by keys."""
        key = Qt.Key(event.key())
        if key in TURNS:
            right, down = TURNS[key]
            self._face.turn(right=right, down=down)
        elif key in ZOOMS:
            self._face.zoom_by(ZOOMS[key])
        elif key == Qt.Key.Key_Home:
            self._face.turn_back()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self.drawing.drop()
        self._image = None
        self.update()

    def _take(self, image: QImage) -> None:
        self._image = image
        self.update()

    def _square(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _paint_marks(self, painter: QPainter) -> None:
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        below = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        paint_chip(painter, Chip(shown(caption("model_mark"))), room=room, corner=below, font=self.font())
        if self._face.is_changed:
            above = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            paint_chip(painter, Chip(self.tr("changed by hand")), room=room, corner=above, font=self.font())

    def _words(self) -> str:
        right, down = self._face.turned_degrees()
        aside = self.tr("turned {angle}° to the right") if right >= 0 else self.tr("turned {angle}° to the left")
        tipped = self.tr("looking {angle}° down") if down >= 0 else self.tr("looking {angle}° up")
        by_hand = [self.tr("changed by hand")] if self._face.is_changed else []
        turned = [aside.format(angle=abs(right)), tipped.format(angle=abs(down))]
        return ", ".join([shown(caption("model_mark")), *by_hand, *turned])
