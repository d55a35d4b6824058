"""The rows of the export dialog that say how a photo's file is written, and the usual values of these."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from engine.process.export_jobs import FileOptions
from fsr_desktop.settings.all_settings import Settings
from fsr_desktop.widgets.number_field import WholeNumberField
from fsr_desktop.widgets.value_slider import ValueSlider

LARGEST_EDGE = 65_500  # px; more no JPEG holds
LONGEST_CAPTION = 2000


def usual_options(values: Settings) -> FileOptions:
    """How a photo's file is written unless the user says otherwise."""
    return FileOptions(
        quality=values.export_quality,
        long_edge_px=values.export_long_edge,
        keep_metadata=values.export_metadata,
        record=values.export_record,
    )


class QualityRow(ValueSlider):
    """How well a JPEG or WebP keeps the photo."""

    def __init__(self, value: int, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ExportDialog", "Quality"), parent, low=1, default=95, suffix="")
        self.setObjectName("quality")
        self.setToolTip(QCoreApplication.translate("ExportDialog", "A lower quality gives a smaller file."))
        self.set_value(value)


class EdgeRow(WholeNumberField):
    """How long the longer side may be; the smallest value keeps the size."""

    def __init__(self, value: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setObjectName("long_edge")
        self.setAccessibleName(translate("ExportDialog", "Long edge at most"))
        self.setRange(0, LARGEST_EDGE)
        self.setSingleStep(100)
        self.setSuffix(translate("ExportDialog", " px"))
        self.setSpecialValueText(translate("ExportDialog", "As it is"))
        self.setKeyboardTracking(False)
        self.setValue(value)


class WordsRow(QWidget):
    """What the file says beside its pixels: what the photo said, and a caption. Signals: `changed` by the user."""

    changed = Signal()

    def __init__(self, *, keep_metadata: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._caption = QLineEdit(self)
        self._caption.setObjectName("caption")
        self._caption.setAccessibleName(translate("ExportDialog", "Caption"))
        self._caption.setPlaceholderText(translate("ExportDialog", "Caption in the file, not on the picture"))
        self._caption.setMaxLength(LONGEST_CAPTION)
        self._keep = QCheckBox(translate("ExportDialog", "Keep what the photo says: date, camera, place"), self)
        self._keep.setObjectName("keep_metadata")
        self._keep.setToolTip(translate("ExportDialog", "Off: the file has its colours and resolution alone."))
        self._keep.setChecked(keep_metadata)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._caption)
        column.addWidget(self._keep)
        self._caption.textChanged.connect(lambda _text: self.changed.emit())
        self._keep.clicked.connect(lambda _on: self.changed.emit())
        self.setFocusProxy(self._caption)

    @property
    def caption(self) -> str:
        """The caption, without blanks around it."""
        return self._caption.text().strip()

    @property
    def keeps_metadata(self) -> bool:
        """Whether the photo's own words stay."""
        return self._keep.isChecked()
