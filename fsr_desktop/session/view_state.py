"""How the photo is looked at: which comparison, which overlays. Not part of undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.explain.overlay import OverlayStyle

CompareMode = Literal["single", "split", "side", "difference"]
COMPARE_MODES: tuple[CompareMode, ...] = ("single", "split", "side", "difference")


@dataclass(frozen=True, kw_only=True)
class ViewState:
    """What is shown. `compared` are ids of models shown beside each other in "side", besides the photo as it was; none
    means the photo and its restoration. `overlays` are those switched on, for the selected face."""

    mode: CompareMode = "split"
    compared: tuple[str, ...] = ()
    overlays: tuple[OverlayStyle, ...] = ()
    show_boxes: bool = True
    show_points: bool = False
    difference_gain: float = 4.0


class View(QObject):
    """The one view state that the canvas and the docks share. `changed` carries nothing: look at `current`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current = ViewState()

    def change(self, new: ViewState) -> None:
        """Show it so from now on."""
        if new != self.current:
            self.current = new
            self.changed.emit()

    def switch_overlay(self, style: OverlayStyle, *, is_on: bool) -> None:
        """Switch a group's overlay on, in place of another layer of the same group, or off."""
        group = style.overlay.partition("/")[0]
        others = tuple(one for one in self.current.overlays if one.overlay.partition("/")[0] != group)
        self.change(replace(self.current, overlays=(*others, style) if is_on else others))
