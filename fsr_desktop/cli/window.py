"""`fsr-desktop window`, and `fsr-desktop` alone: the window."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from fsr_desktop.cli.console import say
from fsr_desktop.cli.main import SOME_FAILED, USAGE


def run(options: argparse.Namespace) -> int:
    """Open the window with the photos that are named; what is not there is said, and if nothing is, none opens."""
    there = [name for name in options.photos if os.path.exists(name)]
    missing = [name for name in options.photos if name not in there]
    for name in missing:
        say(f"{name}: there is no such file.")
    if missing and not there:
        return USAGE
    if not _has_display():
        say("There is no display to open the window on.")
        say("Without one, use: fsr-desktop restore PHOTO -o FOLDER (fsr-desktop --help tells the rest).")
        return SOME_FAILED
    from fsr_desktop.app import run_window

    return run_window([Path(name) for name in there], missing)


def _has_display() -> bool:
    """Whether Qt will find a display; it would end the program with words that few understand."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
