"""The section "3D face": the fitted face to be turned, and sliders that say what its numbers do."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.messages import Message
from engine.priors.face_knobs import (
    BRIGHTNESS,
    FROM_ABOVE,
    FROM_FRONT,
    FROM_RIGHT,
    PARTS,
    PITCH,
    ROLL,
    YAW,
    Knob,
    Part,
    knobs_of,
)
from engine.priors.morphable import FaceCoefficients
from fsr_desktop.language.messages import shown
from fsr_desktop.look.lettering import write_in
from fsr_desktop.study.model_face import ModelFace
from fsr_desktop.study.model_face_view import ModelFaceView
from fsr_desktop.study.state import StudyState
from fsr_desktop.widgets.breakable import breakable
from fsr_desktop.widgets.combo_box import ComboBox
from fsr_desktop.widgets.value_slider import ValueSlider


@dataclass(frozen=True)
class _Scale:
    """In which steps a number is changed, and how it is written."""

    step: float
    decimals: int
    suffix: str


_DEVIATIONS = _Scale(0.1, 1, "")
SCALES: Mapping[Part, _Scale] = {
    "identity": _DEVIATIONS,
    "expression": _DEVIATIONS,
    "texture": _DEVIATIONS,
    "light": _Scale(0.01, 0, " %"),
    "pose": _Scale(math.radians(1), 0, "°"),
}


class ModelFacePanel(QWidget):
    """The face that the model fitted, or why it has none for this one."""

    def __init__(self, state: StudyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._of: object = None
        self.face = ModelFace(self)
        self.reason, self.failure = QLabel(self), QLabel(self)
        self.tools = QWidget(self)
        self.view = ModelFaceView(self.face, self.tools)
        self.knobs = Knobs(self.face, self.tools)
        self.reset_button = QPushButton(self.tr("As fitted"), self.tools)
        self.reset_button.setToolTip(self.tr("Take back all that you changed of the 3D face"))
        self.reset_button.clicked.connect(self.face.reset)
        self._build()
        self.face.changed.connect(self._face_changed)
        self.view.drawing.failed.connect(self._drawing_failed)
        self.refresh()

    @property
    def has_any(self) -> bool:
        """Whether the look that gave the face is one with a 3D face."""
        loaded = self._state.loaded
        return loaded is not None and (loaded.fitted is not None or bool(loaded.unfitted))

    def refresh(self) -> None:
        """Show the face that is looked at; what the user changed stays while it is the same."""
        loaded = self._state.loaded
        fitted = loaded.fitted if loaded else None
        of = (
            self._state.file,
            fitted.vector.tobytes() if fitted else b"",
        )  # a file that is read again is the same face
        if of != self._of:
            self._of = of
            self.view.begin(is_grey=loaded is not None and loaded.file.is_grey)
            self.knobs.take(fitted)
        self.reason.setText(breakable(shown(loaded.unfitted)) if loaded else "")
        self.reason.setVisible(bool(loaded and loaded.unfitted))
        self.tools.setVisible(loaded is not None and loaded.fitted is not None)

    def _build(self) -> None:
        note = QLabel(
            self.tr(
                "Made mostly from portraits of older white men: other faces come out more like theirs. Change its "
                "numbers to see what they do. The photo and the restoration stay as they are."
            )
        )
        for label in (self.reason, self.failure, note):
            label.setWordWrap(True)
            write_in(label, "small", "text2")
        write_in(self.failure, "small", "bad")
        self.failure.hide()
        below = QHBoxLayout()
        below.addWidget(self.reset_button)
        below.addStretch(1)
        inside = QVBoxLayout(self.tools)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for widget in (self.view, self.failure, note, self.knobs):
            inside.addWidget(widget)
        inside.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.reason)
        column.addWidget(self.tools)

    def _face_changed(self) -> None:
        self.reset_button.setEnabled(not self.face.is_as_fitted)
        self.failure.hide()

    def _drawing_failed(self, why: Message) -> None:
        self.failure.setText(breakable(shown(why)))
        self.failure.show()


class Knobs(QWidget):
    """A choice of a part of the face, and a slider for each of its numbers that can be changed."""

    def __init__(self, face: ModelFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self.part = ComboBox(self)
        self.part.setAccessibleName(self.tr("What to change of the 3D face"))
        titles = self._titles()
        for part in PARTS:
            self.part.add_row(part, titles[part])
        self.part.chosen.connect(lambda _part: self._show_part())
        self.sliders: dict[Knob, ValueSlider] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.part)
        column.addSpacing(6)
        for part in PARTS:
            for knob in knobs_of(part):
                column.addWidget(self._slider(knob, titles[part]))
        face.changed.connect(self._follow)
        self._show_part()

    def take(self, fitted: FaceCoefficients | None) -> None:
        """Change this face from now on."""
        if fitted is not None:
            for knob, slider in self.sliders.items():
                low, high = (_steps(knob, end) for end in knob.ends(fitted))
                slider.set_ends(low, high, _steps(knob, knob.of(fitted)))
        self._face.take(fitted)

    def _slider(self, knob: Knob, part: str) -> ValueSlider:
        scale = SCALES[knob.part]
        low, high = _steps(knob, knob.low), _steps(knob, knob.high)
        title = self._title(knob)
        slider = ValueSlider(title, self, low=low, high=high, default=0, suffix=scale.suffix, decimals=scale.decimals)
        slider.slider.setAccessibleName(f"{part}: {title}")
        slider.field.setAccessibleName(f"{part}: {title}")
        if scale.decimals:
            words = self.tr("Standard deviations from the average face: 0 is average, few faces are beyond 3.")
            slider.setToolTip(words)
        slider.changed.connect(lambda steps, knob=knob: self._change(knob, steps))
        self.sliders[knob] = slider
        return slider

    def _change(self, knob: Knob, steps: int) -> None:
        fitted = self._face.fitted
        is_fitted = fitted is not None and steps == _steps(knob, knob.of(fitted))
        self._face.set_number(knob, knob.of(fitted) if fitted and is_fitted else steps * SCALES[knob.part].step)

    def _follow(self) -> None:
        for knob, slider in self.sliders.items():
            slider.set_value(_steps(knob, self._face.number(knob)))

    def _show_part(self) -> None:
        for knob, slider in self.sliders.items():
            slider.setVisible(knob.part == self.part.key())

    def _titles(self) -> dict[Part, str]:
        return {
            "identity": self.tr("Shape of the face"),
            "expression": self.tr("Expression"),
            "texture": self.tr("Colours of the skin"),
            "light": self.tr("Light"),
            "pose": self.tr("Pose"),
        }

    def _title(self, knob: Knob) -> str:
        named = {
            BRIGHTNESS: self.tr("Brightness"),
            FROM_RIGHT: self.tr("From the right"),
            FROM_ABOVE: self.tr("From above"),
            FROM_FRONT: self.tr("From the front"),
            YAW: self.tr("Turned to the right"),
            PITCH: self.tr("Looking down"),
            ROLL: self.tr("Tilted to the right"),
        }
        return named.get(knob) or self.tr("Direction {number}").format(number=knob.index + 1)


def _steps(knob: Knob, number: float) -> int:
    """The number in the steps that its slider counts."""
    return round(number / SCALES[knob.part].step)
