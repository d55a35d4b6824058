"""Where the window and its docks were, kept between two runs."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from engine.files import atomic_file
from engine.paths import user_config_folder

VERSION = 1  # of the docks' arrangement; another one is not restored


def save_window_state(window: QMainWindow, path: Path | None = None) -> None:
    """Keep size, place and docks. A folder that cannot be written only means that they are not kept."""
    path = path or _state_path()
    state = {
        "geometry": window.saveGeometry().toBase64().toStdString(),
        "docks": window.saveState(VERSION).toBase64().toStdString(),
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_file(path) as beside:
            beside.write_text(json.dumps(state), encoding="utf-8")
    except OSError:
        return


def restore_window_state(window: QMainWindow, path: Path | None = None) -> bool:
    """Put the window where it was; says whether there was something to restore."""
    try:
        state = json.loads((path or _state_path()).read_text(encoding="utf-8"))
        geometry, docks = state["geometry"].encode(), state["docks"].encode()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    placed = window.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry)))
    return window.restoreState(QByteArray.fromBase64(QByteArray(docks)), VERSION) and placed


def _state_path() -> Path:
    return user_config_folder() / "window.json"
