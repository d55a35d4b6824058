"""Which part of the photo is seen, the same in all panes that are linked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

NEAREST = 32.0  # times the whole face


@dataclass(frozen=True)
class Place:
    """The square that is seen, in edges of the photo's pixels."""

    left: float
    top: float
    side: float

    @property
    def middle(self) -> QPointF:
        """Its centre."""
        return QPointF(self.left + self.side / 2, self.top + self.side / 2)

    def zoomed(self, factor: float, *, at: QPointF, whole: Place) -> Place:
        """Nearer by `factor`; what is at `at` (photo) stays there. `whole` is the most that can be seen."""
        side = min(whole.side, max(whole.side / NEAREST, self.side / factor))
        ratio = side / self.side
        return Place(at.x() - (at.x() - self.left) * ratio, at.y() - (at.y() - self.top) * ratio, side).within(whole)

    def moved(self, by: QPointF, *, whole: Place) -> Place:
        """The part beside it, by so much of the photo."""
        return Place(self.left + by.x(), self.top + by.y(), self.side).within(whole)

    def within(self, whole: Place) -> Place:
        """The nearest place of this size that is not beyond `whole`."""
        left = min(max(self.left, whole.left), whole.left + whole.side - self.side)
        top = min(max(self.top, whole.top), whole.top + whole.side - self.side)
        return Place(left, top, self.side)

    def scale_in(self, size: QSizeF) -> float:
        """Units of the window per px of the photo in a pane of that size: all of this square is seen."""
        return max(1.0, min(size.width(), size.height())) / self.side

    def seen_in(self, size: QSizeF) -> QRectF:
        """Where this square lies in a pane of that size, as far as it is seen."""
        side = self.side * self.scale_in(size)
        square = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
        return square.intersected(QRectF(QPointF(0, 0), size))

    def screen_from_photo(self, size: QSizeF) -> QTransform:
        """Where the photo lies in a pane of that size: this place in its middle."""
        scale, middle = self.scale_in(size), self.middle
        to_middle = QTransform.fromTranslate(size.width() / 2, size.height() / 2)
        return QTransform.fromTranslate(-middle.x(), -middle.y()) * QTransform.fromScale(scale, scale) * to_middle
