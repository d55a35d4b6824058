"""What the commands print: results on standard output, words for people on standard error."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.messages import escaped


def print_json(value: Any, *, indent: int | None = None) -> None:
    """One JSON value on standard output, ASCII only, so that any console and any path works."""
    print(json.dumps(value, ensure_ascii=True, indent=indent), flush=True)


def print_path(path: Path | str) -> None:
    """A path on standard output: as it is for another program, with escapes for a terminal or where it has no letters
    for it."""
    text = str(path)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
        is_plain = not sys.stdout.isatty()
    except UnicodeEncodeError:
        is_plain = False
    print(text if is_plain else escaped(text), flush=True)


def say(text: str) -> None:
    """A line for people, on standard error; control characters of a file's name are shown as escapes."""
    print(escaped(text), file=sys.stderr, flush=True)


def say_error(error: EngineError, *, where: str = "") -> None:
    """What went wrong and what to do, in plain words."""
    place = f"{where}: " if where else ""
    say(f"{place}{error.message}")
    if error.hint:
        say(f"  {error.hint}")


def error_record(error: EngineError) -> dict[str, str]:
    """An error as `--json` shows it."""
    return {"code": error.code, "message": str(error.message), "hint": str(error.hint)}
