"""A choice of colour maps, each with a preview of its colours."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from fsr_desktop.look.image_of import image_of

PREVIEW = QSize(72, 12)  # px, before the screen's own scaling


class ColourMapBox(QComboBox):
    """Lists the colour maps of `engine.explain.colour_maps`.

    Signals: `chosen` with the name, only when the user chose it.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from engine.explain.colour_maps import COLOUR_MAPS

        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(PREVIEW)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setAccessibleName(self.tr("Colour map"))
        for name in COLOUR_MAPS:
            self.addItem(QIcon(preview(name)), name, name)
        self.activated.connect(lambda _index: self.chosen.emit(self.name))

    @property
    def name(self) -> str:
        """The colour map that is shown."""
        return str(self.currentData() or "")

    def set_name(self, name: str) -> None:
        """Show a colour map without telling; one that is not in the list changes nothing."""
        index = self.findData(name)
        if index >= 0:
            self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls, unless the box has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def preview(name: str) -> QPixmap:
    """The colours of a map from its low end to its high end. Raises: EngineError for an unknown one."""
    from engine.explain.colour_maps import table

    colours = table(name)  # (256, 3)
    columns = np.linspace(0, len(colours) - 1, PREVIEW.width()).round().astype(int)
    return QPixmap.fromImage(image_of(np.broadcast_to(colours[columns], (PREVIEW.height(), PREVIEW.width(), 3))))
