"""Model and strength, of one face or of all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fsr_desktop.widgets.calm import CalmComboBox, CalmSlider


class FaceControls(QWidget):
    """A choice of model and a slider of strength. Signals, only when the user changed it: `model_chosen` with the id;
    `strength_changed` with 0 to 1."""

    model_chosen = Signal(str)
    strength_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CalmComboBox(self)
        self.model.setObjectName("face_model")
        self.model.setToolTip(
            self.tr("The network that restores the face; “auto” takes the one made for faces of this size.")
        )
        self.strength = CalmSlider(self)
        self.strength.setObjectName("face_strength")
        self.strength.setRange(0, 100)
        self.strength.setPageStep(10)
        self.strength.setToolTip(
            self.tr("How much of the restored face is blended over the original; changing it runs nothing again.")
        )
        self._number = QLabel(self)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance(self.tr("various")) + 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.model, 5)
        row.addWidget(self.strength, 4)
        row.addWidget(self._number)
        self.model.activated.connect(self._tell_model)
        self.strength.valueChanged.connect(self._tell_strength)

    def name_for(self, model_name: str, strength_name: str) -> None:
        """What screen readers say."""
        self.model.setAccessibleName(model_name)
        self.strength.setAccessibleName(strength_name)

    def set_models(self, models: Sequence[str]) -> None:
        """The ids to choose from; what is chosen stays."""
        with QSignalBlocker(self.model):
            chosen = self.model.currentText()
            self.model.clear()
            self.model.addItems([*models, *([chosen] if chosen and chosen not in models else [])])
            self.model.setCurrentIndex(self.model.findText(chosen))

    def show_values(self, model: str | None, strength: float | None) -> None:
        """Show values without telling; None where faces differ. A model that is not there any more is listed all the
        same, for it is what was chosen."""
        with QSignalBlocker(self.model), QSignalBlocker(self.strength):
            if model is not None and self.model.findText(model) < 0:
                self.model.addItem(model)
            self.model.setPlaceholderText(self.tr("various"))
            self.model.setCurrentIndex(-1 if model is None else self.model.findText(model))
            if strength is not None:
                self.strength.setValue(round(100 * strength))
        self._number.setText(self.tr("various") if strength is None else self._percent())

    def _percent(self) -> str:
        return self.tr("{number} %").format(number=self.strength.value())

    def _tell_model(self, _index: int) -> None:
        self.model_chosen.emit(self.model.currentText())

    def _tell_strength(self, value: int) -> None:
        self._number.setText(self._percent())
        self.strength_changed.emit(value / 100)
