"""What a command of the window is: one row of a menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Need = Literal[
    "", "photo", "photos", "face", "faces", "restored photo", "any restored photo", "work", "undo", "redo",
]  # fmt: skip
Menu = Literal["file", "edit", "view", "faces", "restore", "overlays", "help"]


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command. Texts are English, translated where they are shown.

    `keys` are its shortcuts as portable text; `short` its text in a tool bar where `text` is too long. A command that
    `starts_section` has a line above it in its menu. One that `is_held` acts for as long as its key is down, or
    until it is chosen again in its menu.

    `needs` is what must be there for it: a "photo" or its "faces" that are looked at, several "photos", a selected
    "face", a restoration to see, or in "any restored photo"; "work" to stop; something to "undo" or "redo".
    """

    id: str
    menu: Menu
    text: str
    tooltip: str
    needs: Need = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    short: str = ""
    is_checkable: bool = False
    is_held: bool = False
    starts_section: bool = False
