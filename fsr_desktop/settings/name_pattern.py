"""The names of exported files: a pattern that is checked and filled in. Qt-free and light."""

from __future__ import annotations

import datetime
import os
import re

from fsr_desktop.language.marked_text import QT_TRANSLATE_NOOP

FIELDS = ("name", "model", "scale", "date", "number")
LONGEST_BYTES = 200  # file systems take 255; endings and numbers come after the pattern

_FIELD = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)  # by Windows

EMPTY = QT_TRANSLATE_NOOP("ExportNames", "Write a name, such as {name}_restored.")
UNKNOWN = QT_TRANSLATE_NOOP(
    "ExportNames", "Only {name}, {model}, {scale}, {date} and {number} can stand in curly brackets."
)
UNBALANCED = QT_TRANSLATE_NOOP("ExportNames", "A curly bracket is open or closed without its partner.")
FORBIDDEN = QT_TRANSLATE_NOOP("ExportNames", 'A file name cannot hold any of < > : " / \\ | ? *.')
TOO_LONG = QT_TRANSLATE_NOOP("ExportNames", "The name is too long.")


def check_pattern(pattern: str) -> str:
    """What is wrong with a name pattern, in English words to be translated in the context "ExportNames"; "" if it is
    good."""
    if not pattern.strip(" ."):
        return EMPTY
    if any(field not in FIELDS for field in _FIELD.findall(pattern)):
        return UNKNOWN
    if set("{}") & set(_FIELD.sub("", pattern)):
        return UNBALANCED
    if _FORBIDDEN.search(pattern):
        return FORBIDDEN
    return TOO_LONG if len(os.fsencode(pattern)) > LONGEST_BYTES else ""


def expand(pattern: str, *, name: str, model: str, scale: int, date: datetime.date, number: int) -> str:
    """A file's name without suffix, never empty: the pattern with its fields filled in.

    What no file system takes becomes "_". `name` is the photo's without suffix, `number` its place in the list, from 1.
    """
    values = {"name": name, "model": model, "scale": str(scale), "date": str(date), "number": str(number)}
    text = _FIELD.sub(lambda found: values.get(found[1], found[0]), pattern)
    return _clean(text) or _clean(name) or "photo"


def _clean(text: str) -> str:
    text = _FORBIDDEN.sub("_", text).strip(" .")
    while len(os.fsencode(text)) > LONGEST_BYTES:
        text = text[:-1].rstrip(" .")
    return f"{text}_" if _RESERVED.fullmatch(text) else text
