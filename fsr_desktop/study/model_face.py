"""The fitted face that is turned and changed: what the model found, and what the user made of it. No widget."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.priors.face_knobs import PITCH, YAW, Knob, differ, in_the_middle, with_number
from engine.priors.morphable import FaceCoefficients

NEAREST, FARTHEST = 4.0, 0.5  # times the whole face


class ModelFace(QObject):
    """A face of the morphable model, as it was fitted and as it is now; None where there is none.

    Signals: `changed` when it is to be drawn anew.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fitted: FaceCoefficients | None = None
        self.now: FaceCoefficients | None = None
        self.times = 1.0  # how near it is seen

    @property
    def is_changed(self) -> bool:
        """Whether it is another face than the fitted one, or in another light: to turn it changes nothing."""
        return self.fitted is not None and self.now is not None and differ(self.fitted, self.now)

    @property
    def is_as_fitted(self) -> bool:
        """Whether there is nothing to reset."""
        if self.fitted is None or self.now is None:
            return True
        return np.array_equal(self.fitted.vector, self.now.vector) and self.times == 1.0

    @property
    def seen(self) -> FaceCoefficients | None:
        """What is to be drawn."""
        return in_the_middle(self.now, times=self.times) if self.now else None

    def take(self, fitted: FaceCoefficients | None) -> None:
        """Show another face, as it was fitted."""
        self.fitted = fitted
        self.reset()

    def reset(self) -> None:
        """As it was fitted, and the whole of it."""
        self.now, self.times = self.fitted, 1.0
        self.changed.emit()

    def turn_back(self) -> None:
        """Seen as it was fitted, and the whole of it; what was changed of it stays."""
        if self.now is not None and self.fitted is not None:
            self.now, self.times = replace(self.now, pose=self.fitted.pose), 1.0
            self.changed.emit()

    def number(self, knob: Knob) -> float:
        """A number as it is now; 0 where there is no face."""
        return knob.of(self.now) if self.now else 0.0

    def set_number(self, knob: Knob, number: float) -> None:
        """Change it, as far as it can be changed."""
        if self.now is None or self.fitted is None:
            return
        low, high = knob.ends(self.fitted)
        self.now = with_number(self.now, knob, min(high, max(low, number)))
        self.changed.emit()

    def turn(self, *, right: float = 0.0, down: float = 0.0) -> None:
        """Turn it to the right as seen, and downwards, by angles in rad."""
        self.set_number(YAW, self.number(YAW) + right)
        self.set_number(PITCH, self.number(PITCH) + down)

    def zoom_by(self, factor: float) -> None:
        """See it nearer."""
        if self.now is not None:
            self.times = min(NEAREST, max(FARTHEST, self.times * factor))
            self.changed.emit()

    def turned_degrees(self) -> tuple[int, int]:
        """By how many degrees it looks to the right and down."""
        return round(math.degrees(self.number(YAW))), round(math.degrees(self.number(PITCH)))
