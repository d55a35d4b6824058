"""The fields of the export dialog that say how an animation plays."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy

from fsr_desktop.export.jobs import ExportChoice
from fsr_desktop.widgets.number_field import NumberField
from fsr_desktop.widgets.segments import Segments

LONGEST_S = 10.0
translate = QCoreApplication.translate


def seconds_each_field() -> NumberField:
    """For how long each overlay is shown."""
    field = _field("seconds", translate("ExportDialog", "Seconds for each overlay"), low=0.1)
    field.setSuffix(translate("ExportDialog", " s each"))
    field.setValue(ExportChoice().seconds_each)
    return field


def round_field() -> NumberField:
    """How long it takes from before to after and back."""
    field = _field("round", translate("ExportDialog", "Seconds for a round"), low=1.0)
    field.setSuffix(translate("ExportDialog", " s a round"))
    field.setValue(ExportChoice().seconds)
    return field


def transition_choice() -> Segments:
    """In which way before becomes after."""
    choice = Segments((("wipe", translate("ExportDialog", "Wipe")), ("fade", translate("ExportDialog", "Fade"))))
    choice.setObjectName("transition")
    choice.setAccessibleName(translate("ExportDialog", "How before becomes after"))
    return choice


def _field(name: str, accessible_name: str, *, low: float) -> NumberField:
    field = NumberField()
    field.setObjectName(name)
    field.setAccessibleName(accessible_name)
    field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    field.setDecimals(1)
    field.setRange(low, LONGEST_S)
    field.setSingleStep(low)
    return field
