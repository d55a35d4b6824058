"""What the user decided: read at the start, kept in one JSON file, shared by all parts of the window."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.files import PRIVATE, atomic_file, limited_text, make_own_folder, reason_of
from engine.messages import Message
from engine.paths import user_config_folder
from fsr_desktop.language.messages import shown
from fsr_desktop.settings.all_settings import Settings, is_allowed

ProblemKind = Literal["broken", "unreadable", "newer", "unknown", "value", "unsaved"]

VERSION = 1
MOST_BYTES = 1 << 20
FILE_NAME = "settings.json"
BROKEN_NAME = "settings.broken.json"
RENAMED_ACTIONS = {"teach": "finetune"}  # as older files name them
RETIRED = ("network_allowed",)  # settings of former versions that decide nothing any more


@dataclass(frozen=True)
class Problem:
    """What was wrong with the file, or with saving it; `detail` is a setting's name, or the system's words."""

    kind: ProblemKind
    detail: str | Message = ""


def read_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in a file, and what was wrong with it; the program's own where there is no file.

    A file that is no settings file is set aside as `settings.broken.json`; a value that is not allowed falls back
    alone.
    """
    try:
        text = limited_text(path, MOST_BYTES)
    except FileNotFoundError:
        return Settings(), ()
    except UnicodeDecodeError:
        return Settings(), (_set_aside(path),)
    except OSError as error:
        return Settings(), (Problem("unreadable", reason_of(error)),)
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return Settings(), (_set_aside(path),)
    if not isinstance(values, dict):
        return Settings(), (_set_aside(path),)
    return _from_values({str(name): value for name, value in values.items()})


def write_settings(path: Path, settings: Settings) -> None:
    """Keep the settings in a file, whole or not at all; its folder is made. Raises: OSError as the file system does."""
    make_own_folder(path.parent)
    text = json.dumps({"version": VERSION, **asdict(settings)}, indent=2, ensure_ascii=True, sort_keys=True)
    with atomic_file(path, keeping=PRIVATE) as beside:
        beside.write_text(text + "\n", encoding="utf-8")


def _from_values(values: dict[str, object]) -> tuple[Settings, tuple[Problem, ...]]:
    problems = [Problem("newer")] if values.pop("version", VERSION) != VERSION else []
    settings = Settings()
    for name, value in values.items():
        if name == "shortcuts" and isinstance(value, dict):
            value = {RENAMED_ACTIONS.get(action, action): keys for action, keys in value.items()}
        if name not in vars(settings):
            problems += [] if name in RETIRED else [Problem("unknown", name)]
        elif not is_allowed(name, value):
            problems.append(Problem("value", name))
        else:
            settings = replace(settings, **{name: value})  # type: ignore[arg-type]
    return settings, tuple(problems)


def _set_aside(path: Path) -> Problem:
    try:
        os.replace(path, path.with_name(BROKEN_NAME))
    except OSError as error:
        return Problem("unreadable", reason_of(error))
    return Problem("broken", BROKEN_NAME)


class SettingsStore(QObject):
    """The settings of this run, and the file that keeps them.

    Signals: `changed` the settings before and after; `notice_changed` what `notice` says now.
    """

    changed = Signal(object, object)
    notice_changed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path or user_config_folder() / FILE_NAME
        self._current, self._problems = read_settings(self._path)

    @property
    def current(self) -> Settings:
        """The settings as they are now."""
        return self._current

    @property
    def path(self) -> Path:
        """The file that keeps them; it may not exist yet."""
        return self._path

    @property
    def notice(self) -> str:
        """What the user should know of the settings file, in his language; "" if all is well."""
        return " ".join(self._in_words(problem) for problem in self._problems)

    def change(self, new: Settings) -> None:
        """Use these settings from now on and keep them in the file; where that fails they hold until the end of this
        run, and `notice` says so."""
        if new == self._current:
            return
        old, self._current = self._current, new
        self._save()
        self.changed.emit(old, new)

    def _save(self) -> None:
        before = self._problems
        try:
            write_settings(self._path, self._current)
        except OSError as error:
            self._problems = (Problem("unsaved", reason_of(error)),)
        else:
            self._problems = ()
        if self._problems != before:
            self.notice_changed.emit(self.notice)

    def _in_words(self, problem: Problem) -> str:
        detail = shown(problem.detail) if isinstance(problem.detail, Message) else problem.detail
        match problem.kind:
            case "broken":
                text = self.tr("The settings file was damaged. The usual settings are used; the old file is now {0}.")
            case "unreadable":
                text = self.tr("The settings file could not be read ({0}). The usual settings are used.")
            case "newer":
                text = self.tr("The settings were written by another version of FSR Desktop; what is known was taken.")
            case "unknown":
                text = self.tr("The settings file holds “{0}”, which this version does not know; it is left out.")
            case "value":
                text = self.tr("The setting “{0}” had a value that cannot be; its usual value is used.")
            case "unsaved":
                folder = str(self._path.parent)
                text = self.tr("The settings could not be saved in {folder} ({0}). They hold until you quit.")
                return text.format(detail, folder=folder)
        return text.format(detail)
