"""Texts with paths in them, in labels that wrap."""

from __future__ import annotations

import re

BREAK = "\N{ZERO WIDTH SPACE}"  # shows nothing; a line may end there
_LONG_WORD = re.compile(r"([/\\]|[^\s/\\\u200b]{24})(?=[^\s\u200b])")


def breakable(text: str) -> str:
    """The text with places to break its paths and other long words, which a wrapping label would grow for."""
    return _LONG_WORD.sub(rf"\1{BREAK}", text)
