"""How the photo is looked at: which comparison, which overlays. Not part of undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.explain.overlay import OverlayStyle

CompareMode = Literal["before", "split", "side", "difference", "looks"]
COMPARE_MODES: tuple[CompareMode, ...] = ("before", "split", "side", "difference", "looks")


@dataclass(frozen=True, kw_only=True)
class ViewState:
    """What is shown. `styles` are what was set for each group of overlays, on or off; `overlays` those of them that are
    on."""

    mode: CompareMode = "split"
    styles: tuple[OverlayStyle, ...] = ()
    overlays: tuple[OverlayStyle, ...] = ()
    show_boxes: bool = True
    show_points: bool = False
    show_pixels: bool = False
    difference_gain: float = 8.0

    def style_of(self, group: str) -> OverlayStyle | None:
        """What was set for a group of overlays; None if nothing was."""
        return next((style for style in self.styles if group_of(style) == group), None)


class View(QObject):
    """The one view state that the canvas and the panel share. `changed` carries nothing: look at `current`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current = ViewState()

    def change(self, new: ViewState) -> None:
        """Show it so from now on."""
        if new != self.current:
            self.current = new
            self.changed.emit()

    def set_overlay(self, style: OverlayStyle, *, is_on: bool) -> None:
        """Set a group's overlay, in place of another layer of the same group, and switch it on or off."""
        group = group_of(style)
        styles = tuple(one for one in self.current.styles if group_of(one) != group)
        on = tuple(one for one in self.current.overlays if group_of(one) != group)
        self.change(replace(self.current, styles=(*styles, style), overlays=(*on, style) if is_on else on))


def group_of(style: OverlayStyle) -> str:
    """The group of the overlay that is shown so."""
    return style.overlay.partition("/")[0]
