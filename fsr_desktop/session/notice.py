"""Words for the user, shown where he looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Level = Literal["info", "done", "warning", "error"]


@dataclass(frozen=True)
class NoticeAction:
    """What a button of a notice does: it calls `run`, or the window does the action of the id `verb`.

    With `photo_ids` it is about these photos alone: they are exported.
    """

    words: str
    run: Callable[[], object] | None = field(default=None, compare=False)
    verb: str = ""
    photo_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NoticeRow:
    """One of several things that a notice tells: what it is, why, and what can be done."""

    sign: str
    tone: str
    title: str
    text: str
    action: NoticeAction | None = None


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Words that the window shows where the user looks.

    Warnings and errors stay until he closes them or their cause is gone; the rest goes by itself, but for those that
    `stays`. A new notice of the same `cause` takes the place of the old one. `photo_id` is the photo it speaks of, if
    it speaks of one. `folder` is one that it speaks of, which he may want to see; `action` is what can be done about
    it, `more_actions` what else. `rows` stand below the words.
    """

    level: Level
    text: str
    hint: str = ""
    folder: Path | None = None
    photo_id: str = ""
    cause: str = ""
    action: NoticeAction | None = None
    more_actions: tuple[NoticeAction, ...] = ()
    rows: tuple[NoticeRow, ...] = ()
    stays: bool = False
