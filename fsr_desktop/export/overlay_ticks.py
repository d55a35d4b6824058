"""The list in which overlays of a face are ticked for a figure or an animation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from fsr_desktop.export.jobs import What
from fsr_desktop.language.messages import shown

if TYPE_CHECKING:
    from engine.explain.overlay import Overlay

ROW_PX = 24  # a tick is higher than its words


class OverlayTicks(QListWidget):
    """All overlays of a face with a tick for each; at first a figure has one of each group, an animation all layers of
    the first group that has several.

    Signals: `ticked` after a tick was set or taken away.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overlay_ticks")
        self.setAccessibleName(self.tr("Overlays"))
        self.setUniformItemSizes(True)
        self.setMinimumHeight(96)
        self._overlays: tuple[Overlay, ...] = ()
        self.itemChanged.connect(lambda _item: self.ticked.emit())

    def sizeHint(self) -> QSize:
        """Room for about six."""
        return QSize(320, 150)

    def show_overlays(self, overlays: Sequence[Overlay], *, what: What, keys: Sequence[str] = ()) -> None:
        """List these; ticked are those of the `keys`, or the usual ones for `what`."""
        self._overlays = tuple(overlays)
        known = [overlay.key for overlay in overlays]
        usual = usual_keys(overlays, what=what)
        wanted = set([key for key in keys if key in known] or usual)
        self.blockSignals(True)
        self.clear()
        for overlay in overlays:
            item = QListWidgetItem(shown(overlay.title))
            item.setSizeHint(QSize(0, ROW_PX))
            item.setToolTip(shown(overlay.explanation))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if overlay.key in wanted else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.blockSignals(False)
        self.ticked.emit()

    def ticked_overlays(self) -> tuple[Overlay, ...]:
        """Those that are ticked, in their order."""
        rows = enumerate(self._overlays)
        return tuple(overlay for row, overlay in rows if self.item(row).checkState() == Qt.CheckState.Checked)


def usual_keys(overlays: Sequence[Overlay], *, what: What) -> tuple[str, ...]:
    """What a figure or an animation shows if the user says nothing."""
    groups: dict[str, list[str]] = {}
    for overlay in overlays:
        groups.setdefault(overlay.group, []).append(overlay.key)
    if what == "animation":
        return tuple(next((keys for keys in groups.values() if len(keys) > 1), [one.key for one in overlays]))
    return tuple(keys[0] for keys in groups.values())
