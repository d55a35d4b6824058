"""What a setting is: its default, what it may be, and how the dialog shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeVar

from PySide6.QtCore import QCoreApplication

T = TypeVar("T")
Group = Literal["general", "appearance", "engine", "export"]
Kind = Literal["choice", "int", "float", "percent", "bool", "folder", "text"]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One setting. Texts are English; `shown` gives them in the user's language.

    `choices` are pairs of value and label; with `has_more_choices` they are not all there are. `low` and `high` are the
    ends of a number, `least_text` stands in place of the smallest; a "percent" is a fraction in the settings. `note`
    stands below, for what must not hide in a tooltip. `name` is that of the field which declares it.
    """

    name: str = ""
    group: Group
    label: str
    tooltip: str
    kind: Kind
    choices: tuple[tuple[str | int, str], ...] = ()
    has_more_choices: bool = False
    low: float = 0.0
    high: float = 1.0
    unit: str = ""
    step: float = 1.0
    least_text: str = ""
    placeholder: str = ""
    note: str = ""
    needs_restart: bool = False

    def usually(self, default: T) -> T:
        """The field of a dataclass that the row declares, with its default."""
        return field(default=default, metadata={"row": self})

    def allows(self, value: object) -> bool:
        """Whether the setting can have this value: its type, one of its choices, within its range."""
        match self.kind:
            case "bool":
                return isinstance(value, bool)
            case "int" | "float" | "percent":
                types = int if self.kind == "int" else (int, float)
                return isinstance(value, types) and not isinstance(value, bool) and self.low <= value <= self.high
            case "choice" if not self.has_more_choices:
                return any(value == choice and type(value) is type(choice) for choice, _label in self.choices)
            case _:
                return isinstance(value, str) and (self.kind == "folder" or bool(value.strip()))


def shown(text: str) -> str:
    """A text of a row in the user's language."""
    return QCoreApplication.translate("Settings", text) if text else ""
