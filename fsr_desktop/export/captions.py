"""The words in exported figures, comparisons and animations, in the window's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.explain.captions import Captions
from fsr_desktop.language.engine_words import shown_title

if TYPE_CHECKING:
    from engine.explain.overlay import Overlay


def captions_in_language(overlays: Sequence[Overlay] = ()) -> Captions:
    """All texts as the window has them now, with the titles of these overlays."""
    translate = QCoreApplication.translate  # lupdate knows it by this name
    names = {overlay.title: shown_title(overlay) for overlay in overlays}
    names["luma"] = translate("ExportWords", "luma")  # the unit of brightness
    return Captions(
        input=translate("ExportWords", "Input"),
        input_size=translate("ExportWords", "{length} px of the photo, bicubic to {side} px"),
        restoration=translate("ExportWords", "Restoration"),
        restoration_by=translate("ExportWords", "Restoration: {model}"),
        size=translate("ExportWords", "{length} px"),
        size_shown=translate("ExportWords", "{length} px, bicubic to {side} px"),
        before=translate("ExportWords", "before"),
        after=translate("ExportWords", "after: {models}"),
        values=translate("ExportWords", "{count} values"),
        map_size=translate("ExportWords", "map of {width} × {height} px"),
        picture_size=translate("ExportWords", "{width} × {height} px"),
        opacity=translate("ExportWords", "{percent}% over the restoration"),
        scale_bar=translate("ExportWords", "{length} px of the photo"),
        model=translate("ExportWords", "Model: {model}."),
        notice=translate("ExportWords", "A restored face is a likely face, not the true one."),
        decimal_sign=QLocale().decimalPoint(),
        names=names,
    )
