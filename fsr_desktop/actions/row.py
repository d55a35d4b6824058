"""What a command of the window is: one row of a menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Menu = Literal["file", "edit", "view", "faces", "restore", "overlays", "help"]


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command. Texts are English, translated where they are shown.

    `keys` are its shortcuts as portable text; `short` its text in a tool bar where `text` is too long. A command that
    `starts_section` has a line above it in its menu. One that `is_held` acts for as long as its key is down; it is in
    no menu, since a menu would take the key away from the canvas.
    """

    id: str
    menu: Menu
    text: str
    tooltip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    short: str = ""
    is_checkable: bool = False
    is_held: bool = False
    starts_section: bool = False
