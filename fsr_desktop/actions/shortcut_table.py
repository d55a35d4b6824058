"""The shortcuts while they are edited: which keys each command has, and whose a key is. Without widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from fsr_desktop.actions.all_rows import COMMANDS
from fsr_desktop.actions.qt_actions import keys_of, shown
from fsr_desktop.actions.row import Command
from fsr_desktop.settings.all_settings import Settings

PORTABLE = QKeySequence.SequenceFormat.PortableText
NATIVE = QKeySequence.SequenceFormat.NativeText
RESERVED = ("Space", "Tab", "Shift+Tab", "Return", "Enter")  # they move the photo, move on, and press what is focused


class ShortcutTable:
    """All commands with the keys they would have. No two commands ever have the same key."""

    def __init__(self, settings: Settings) -> None:
        self._keys = {command.id: keys_of(command, settings) for command in COMMANDS}

    def keys(self, command: Command) -> list[QKeySequence]:
        """A command's keys; the first is the one that menus show."""
        return list(self._keys[command.id])

    def in_words(self, command: Command) -> str:
        """A command's keys as this system writes them; "" for none."""
        return ", ".join(one.toString(NATIVE) for one in self._keys[command.id])

    def problem(self, command: Command, key: QKeySequence) -> str:
        """Why a command cannot have a key, in the user's language; "" if it can."""
        name = key.toString(NATIVE)
        if key.toString(PORTABLE) in RESERVED:
            text = QCoreApplication.translate("ShortcutsDialog", "{key} is needed to move about in the window.")
            return text.format(key=name)
        for other in COMMANDS:
            if other.id != command.id and key in self._keys[other.id]:
                text = QCoreApplication.translate(
                    "ShortcutsDialog", "{key} already belongs to “{command}”. Give that another key first."
                )
                return text.format(key=name, command=plain(other))
        return ""

    def give(self, command: Command, key: QKeySequence) -> str:
        """Make `key` the only one of a command, or with an empty key leave it without. Gives the problem if that is
        refused, and then changes nothing."""
        problem = "" if key.isEmpty() else self.problem(command, key)
        if not problem:
            self._keys[command.id] = [] if key.isEmpty() else [key]
        return problem

    def reset(self, command: Command) -> str:
        """Give a command the program's own keys. Gives the problem if another has one of them by now."""
        own = keys_of(command, Settings())
        problem = next((found for key in own if (found := self.problem(command, key))), "")
        if not problem:
            self._keys[command.id] = own
        return problem

    def reset_all(self) -> None:
        """Give every command the program's own keys."""
        self._keys = {command.id: keys_of(command, Settings()) for command in COMMANDS}

    def changes(self) -> dict[str, str]:
        """What differs from the program's own keys, as `Settings.shortcuts` keeps it."""
        changed: dict[str, str] = {}
        for command in COMMANDS:
            keys = self._keys[command.id]
            if keys != keys_of(command, Settings()):
                changed[command.id] = keys[0].toString(PORTABLE) if keys else ""
        return changed


def plain(command: Command) -> str:
    """A command's name without what only a menu needs."""
    return shown(command.text).replace("&", "").removesuffix("…")
