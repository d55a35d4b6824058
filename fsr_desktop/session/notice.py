"""Words for the user, shown where he looks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Words that the window shows where the user looks, until he closes them or the next one comes.

    `folder` is one that they speak of, which he may want to see.
    """

    level: Literal["info", "warning", "error"]
    text: str
    hint: str = ""
    folder: Path | None = None
