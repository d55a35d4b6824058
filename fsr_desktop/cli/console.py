"""What the commands print: results on standard output, words for people on standard error."""

from __future__ import annotations

import json
import sys
from typing import Any

from engine.errors import EngineError


def print_json(value: Any, *, indent: int | None = None) -> None:
    """One JSON value on standard output, ASCII only, so that any console and any path works."""
    print(json.dumps(value, ensure_ascii=True, indent=indent), flush=True)


def say(text: str) -> None:
    """A line for people, on standard error."""
    print(text, file=sys.stderr, flush=True)


def say_error(error: EngineError, *, where: str = "") -> None:
    """What went wrong and what to do, in plain words."""
    place = f"{where}: " if where else ""
    say(f"{place}{error.message}")
    if error.hint:
        say(f"  {error.hint}")


def error_record(error: EngineError) -> dict[str, str]:
    """An error as `--json` shows it."""
    return {"code": error.code, "message": str(error.message), "hint": str(error.hint)}
