"""Which layer of a group of overlays: by its name, or by a slider that runs through them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from fsr_desktop.widgets.calm import CalmComboBox, CalmSlider

MOST_SEEN = 20  # names in the open list, before it scrolls
MOST_TICKS = 24  # more of them would be a grey line


class LayerChoice(QWidget):
    """The layers of one group; the two ways to choose follow each other.

    Signals: `chosen` with the layer, counted from 0, only when the user chose it.
    """

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = CalmComboBox(self)
        self.box.setObjectName("layer_name")
        self.box.setAccessibleName(self.tr("Layer"))
        self.box.setToolTip(self.tr("Choose a layer by its name"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setMaxVisibleItems(MOST_SEEN)
        self.box.addItems(list(names))
        self.slider = CalmSlider(self)
        self.slider.setObjectName("layer_slider")
        self.slider.setAccessibleName(self.tr("Layer"))
        self.slider.setRange(0, len(names) - 1)
        self.slider.setPageStep(max(1, len(names) // 10))
        self.slider.setTickPosition(
            CalmSlider.TickPosition.TicksBelow if len(names) <= MOST_TICKS else CalmSlider.TickPosition.NoTicks
        )
        self.slider.setTickInterval(1)
        self.box.activated.connect(self._choose)
        self.slider.valueChanged.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.slider)
        self.show_layer(0)

    def show_layer(self, layer: int) -> None:
        """Show which layer is set, without telling."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(layer)
        self.box.setCurrentIndex(layer)
        words = self.tr("Layer {number} of {count}: {name}").format(
            number=layer + 1, count=self.box.count(), name=self.box.currentText()
        )
        self.slider.setAccessibleDescription(words)
        self.slider.setToolTip(words)

    def _choose(self, layer: int) -> None:
        self.show_layer(layer)
        self.chosen.emit(layer)
