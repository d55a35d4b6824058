"""Which photos an export of many leaves out, and why, in a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from fsr_desktop.session.export_mark import can_be_exported, is_exported
from fsr_desktop.session.photo_state import photo_state
from fsr_desktop.session.photos import PhotoItem

translate = QCoreApplication.translate


def left_out_words(photos: Sequence[PhotoItem]) -> str:
    """Why these photos are not written: how many are exported already, not restored, ...; "" for none."""
    counts = Counter(_why(photo) for photo in photos)
    parts = [_words(why, counts[why]) for why in ("exported", "not yet", "left", "no face", "failed") if counts[why]]
    return translate("Exporter", "Left out: {reasons}.").format(reasons=", ".join(parts)) if parts else ""


def _why(photo: PhotoItem) -> str:
    if is_exported(photo):
        return "exported"
    name = photo_state(photo).name
    return name if name in ("left", "no face", "failed") and not can_be_exported(photo) else "not yet"


def _words(why: str, count: int) -> str:
    if why == "exported":
        return translate("Exporter", "%n unchanged since its export", "", count)
    if why == "left":
        return translate("Exporter", "%n left as it is", "", count)
    if why == "no face":
        return translate("Exporter", "%n without a face", "", count)
    if why == "failed":
        return translate("Exporter", "%n failed", "", count)
    return translate("Exporter", "%n not restored yet", "", count)
