"""In which colours maps are drawn, and how much of the face they cover."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.explain.overlay import HeatOverlay
from fsr_desktop.look.image_of import image_of
from fsr_desktop.study.state import StudyState
from fsr_desktop.widgets.combo_box import ComboBox
from fsr_desktop.widgets.value_slider import ValueSlider

PREVIEW = QSize(72, 10)  # px


class Colours(QWidget):
    """A choice of colour maps and a slider."""

    def __init__(self, state: StudyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from engine.explain.colour_maps import COLOUR_MAPS

        self._state = state
        self.map = ComboBox(self)
        self.map.setAccessibleName(self.tr("Colours"))
        self.map.setIconSize(PREVIEW)
        for name in COLOUR_MAPS:
            self.map.add_row(name, name)
            self.map.setItemIcon(self.map.count() - 1, QIcon(preview(name)))
        self.map.chosen.connect(state.set_colour_map)
        self.opacity = ValueSlider(self.tr("Opacity"), self, default=round(100 * state.opacity))
        self.opacity.changed.connect(lambda percent: state.set_opacity(percent / 100))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.map)
        column.addWidget(self.opacity)
        state.shown_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how it is set; a map with a sign has colours of its own."""
        state = self._state
        overlays = [entry.overlay for key in state.shown if (entry := state.entry(key)) is not None]
        signs = {overlay.is_signed for overlay in overlays if isinstance(overlay, HeatOverlay)}
        why = self.tr("What is shown is drawn in colours of its own: blue for less, red for more.")
        self.map.setEnabled(signs != {True})
        self.map.setToolTip("" if self.map.isEnabled() else why)
        self.map.setAccessibleDescription(self.map.toolTip())
        self.map.set_key(state.colour_map)
        self.opacity.set_value(round(100 * self._state.opacity))


def preview(name: str) -> QPixmap:
    """The colours of a map from its low end to its high end. Raises: EngineError for an unknown one."""
    from engine.explain.colour_maps import table

    colours = table(name)  # (256, 3)
    columns = np.linspace(0, len(colours) - 1, PREVIEW.width()).round().astype(int)
    return QPixmap.fromImage(image_of(np.broadcast_to(colours[columns], (PREVIEW.height(), PREVIEW.width(), 3))))
