"""Texts of the engine as templates, so that lupdate finds them and their values can be put into a translation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from fsr_desktop.language.numbers import rewritten

_NAME = re.compile(r"\{(\w+)\}")
Table = tuple[tuple[re.Pattern[str], str], ...]
Parts = Mapping[str, tuple[Table, str]]  # the values that are words of the engine: by which table, in which context


def templates(*texts: str) -> Table:
    """Templates, each with a pattern that finds it and the values of its {names}; those that say most come first."""
    most_first = sorted(texts, key=lambda text: -len(_NAME.sub("", text)))
    return tuple((re.compile(_pattern(text), re.DOTALL), text) for text in most_first)


def in_our_language(text: str, table: Table, context: str, *, parts: Parts | None = None) -> str | None:
    """The text in the window's language, with the decimal sign of its numbers; None if no template fits it."""
    for pattern, template in table:
        found = pattern.fullmatch(text)
        if found:
            values = {name: rewritten(value) for name, value in found.groupdict().items()}
            for name, (words, words_context) in (parts or {}).items():
                if name in values:
                    values[name] = in_our_language(values[name], words, words_context) or values[name]
            return QCoreApplication.translate(context, template).format(**values)
    return None


def _pattern(template: str) -> str:
    texts = _NAME.split(template)  # text, name, text, name, ..., text
    return "".join(f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(texts))
